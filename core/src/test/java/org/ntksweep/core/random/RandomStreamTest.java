package org.ntksweep.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.simd.Kernels;

@DisplayName("Random streams")
class RandomStreamTest {
  @Test
  void everyLaneIsXoshiro256PlusPlusOfCommonsRng() {
    RandomStream stream = new RandomStream();
    stream.reset(1, 2, 3);
    long[] state = stream.stateForTesting();
    long[] bits = new long[8 * 1000];
    stream.fillBits(bits, bits.length);
    for (int lane = 0; lane < 8; lane++) {
      long[] seed = {state[lane], state[8 + lane], state[16 + lane], state[24 + lane]};
      UniformRandomProvider reference = RandomSource.XO_SHI_RO_256_PP.create(seed);
      for (int row = 0; row < 1000; row++) {
        assertThat(bits[8 * row + lane]).isEqualTo(reference.nextLong());
      }
    }
  }

  @Test
  void aStreamIsAFunctionOfItsName() {
    double[] first = gaussians(new RandomStream(), 4, 5, 6);
    RandomStream used = new RandomStream();
    gaussians(used, 7, 8, 9);
    used.nextLong();
    assertThat(gaussians(used, 4, 5, 6)).isEqualTo(first);
    assertThat(gaussians(new RandomStream(Kernels.scalar()), 4, 5, 6)).isEqualTo(first);
  }

  @Test
  void everyWordOfTheNameCounts() {
    double[] first = gaussians(new RandomStream(), 4, 5, 6);
    for (long[] name : new long[][] {{5, 5, 6}, {4, 6, 6}, {4, 5, 7}, {5, 4, 6}, {4, 6, 5}}) {
      assertThat(gaussians(new RandomStream(), name[0], name[1], name[2])).isNotEqualTo(first);
    }
  }

  @Test
  void partsOfAStreamAreStreamsOfTheirOwn() {
    RandomStream stream = new RandomStream();
    Set<Long> first = new HashSet<>();
    stream.reset(4, 5, 6);
    first.add(stream.nextLong());
    for (long part = 0; part < 100; part++) {
      stream.reset(4, 5, 6, part);
      first.add(stream.nextLong());
      stream.reset(4, 6, 5, part);
      first.add(stream.nextLong());
    }
    assertThat(first).hasSize(201);
  }

  @Test
  void uniformNumbersFillTheIntervalEvenly() {
    RandomStream stream = new RandomStream();
    stream.reset(1, 2, 3);
    double[] drawn = new double[100_001];
    stream.fillUniform(drawn, 1, 100_000);
    GoodnessOfFit fit = new GoodnessOfFit(-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75);
    assertThat(drawn[0]).isZero();
    for (int i = 1; i < drawn.length; i++) {
      assertThat(Math.abs(drawn[i])).isLessThan(1).isPositive();
      fit.add(drawn[i]);
    }
    fit.check(0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125);
  }

  /**
   * Neighbouring names share half of their state bits: 64,000 fair coins, 6 standard errors,
   * failing once in 5e8.
   */
  @Test
  void neighbouringNamesAreUnrelated() {
    RandomStream stream = new RandomStream();
    long differing = 0;
    for (int i = 0; i < 1000; i++) {
      stream.reset(0, 0, i);
      long one = stream.stateForTesting()[17];
      stream.reset(0, 0, i + 1);
      differing += Long.bitCount(one ^ stream.stateForTesting()[17]);
    }
    assertThat(Math.abs(differing - 32_000)).isLessThan((long) (6 * Math.sqrt(16_000)));
  }

  @Test
  void bulkDrawsTakeWholeRows() {
    RandomStream stream = new RandomStream();
    stream.reset(1, 1, 1);
    long[] all = new long[24];
    stream.fillBits(all, 24);
    stream.reset(1, 1, 1);
    long[] some = new long[16];
    stream.fillBits(some, 9);
    assertThat(some).isEqualTo(Arrays.copyOf(all, 16));
    stream.fillBits(some, 1);
    assertThat(Arrays.copyOf(some, 8)).isEqualTo(Arrays.copyOfRange(all, 16, 24));
  }

  private static double[] gaussians(RandomStream stream, long seed, long point, long sample) {
    stream.reset(seed, point, sample);
    double[] out = new double[1003];
    stream.fillGaussian(out, 3, 1000);
    return out;
  }
}
