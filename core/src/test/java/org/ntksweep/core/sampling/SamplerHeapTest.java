package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("The heap a sampler takes")
class SamplerHeapTest {

  /**
   * The last columns: how much less and how much more there may be than making a sampler allocates,
   * which some is of no use afterwards.
   */
  static Stream<Arguments> laws() {
    Widths ramp = Widths.of(IntStream.range(0, 900).map(l -> l == 899 ? 1 : 300 + l).toArray());
    return Stream.of(
        Arguments.of(SamplerKind.NORM_CHAIN, Widths.constant(10, 100, 20_000), 0, 1, 0.9, 3),
        Arguments.of(SamplerKind.NORM_CHAIN, ramp, 0.1, 1, 0.2, 1),
        Arguments.of(SamplerKind.CONDITIONED, ramp, 0.1, 1, 0.9, 1.1),
        Arguments.of(SamplerKind.CONDITIONED, Widths.constant(10, 5_000, 100), 0, 2, 0.9, 1.1),
        Arguments.of(SamplerKind.CONDITIONED, Widths.constant(10, 20, 20_000), 0.1, 2, 0.9, 1.3),
        Arguments.of(SamplerKind.CONDITIONED, Widths.constant(10, 300, 100), 0.1, 9, 0.9, 1.1),
        Arguments.of(SamplerKind.DENSE, Widths.constant(10, 400, 50), 0.1, 20, 0.8, 1.3));
  }

  /** Drawing allocates tables of random numbers yet, which norm_chain has for all its layers. */
  @ParameterizedTest
  @MethodSource("laws")
  void isKnownBeforehand(
      SamplerKind kind, Widths widths, double sigmaB2, int k, double least, double most) {
    Network law = new Network(Activation.RELU, 2, sigmaB2, widths, Parametrization.STANDARD);
    double[] cosines = IntStream.range(1, k).mapToDouble(i -> i / (double) k).toArray();
    Inputs inputs = Inputs.of(law, cosines);
    long allocated = 0;
    // The first time there are classes to load, and the widths to be written down.
    for (int time = 0; time < 2; time++) {
      long before = allocatedBytes();
      kind.of(law, inputs).close();
      allocated = allocatedBytes() - before;
    }
    assertThat((double) kind.heapBytes(law, inputs) / allocated).isBetween(least, most);
  }

  @Test
  void tablesOfRandomNumbersAreLimited() {
    Network law =
        new Network(
            Activation.RELU, 2, 0, Widths.constant(9, 1_000_000, 100), Parametrization.STANDARD);
    assertThat(SamplerKind.NORM_CHAIN.heapBytes(law, Inputs.single()))
        .isBetween(4_000_000L, 5_000_000L);
  }

  /** Explicit weights are outside the heap, but orthogonal ones are drawn in it. */
  @Test
  void orthogonalWeightsAreDrawnInTheHeap() {
    Network law =
        new Network(Activation.RELU, 2, 0, Widths.of(3000, 10, 400, 1), Parametrization.STANDARD);
    Inputs inputs = Inputs.withCosines(0.5);
    long gaussian = SamplerKind.DENSE.heapBytes(law, inputs);
    assertThat(SamplerKind.DENSE.heapBytes(law.with(Initialization.UNIFORM), inputs))
        .isEqualTo(gaussian);
    // Two columns of an orthogonal matrix of order 3000 against ten of order 400.
    long frame =
        SamplerKind.DENSE.heapBytes(law.with(Initialization.ORTHOGONAL), inputs) - gaussian;
    assertThat(frame).isBetween(8L * 2 * 3000, 8L * 2 * 3002);
  }

  /** What no machine has is a number too. */
  @Test
  void doesNotOverflow() {
    int[] widths = new int[20_001];
    Arrays.fill(widths, 1_000_000);
    Network law = new Network(Activation.TANH, 2, 0.1, Widths.of(widths), Parametrization.STANDARD);
    Inputs inputs = Inputs.of(law, 0.9, 0.5, 0.1);
    assertThat(SamplerKind.CONDITIONED.heapBytes(law, inputs)).isGreaterThan(3_000_000_000_000L);
    assertThat(SamplerKind.DENSE.heapBytes(law, inputs)).isGreaterThan(700_000_000_000L);
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
