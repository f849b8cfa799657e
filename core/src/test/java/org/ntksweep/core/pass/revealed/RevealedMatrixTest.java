package org.ntksweep.core.pass.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

@DisplayName("A matrix decided where it is looked at")
class RevealedMatrixTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 9;
  private static final RevealedMatrix.Slot[] NO_ROOM = {};

  private final RandomStream stream = new RandomStream();
  private final ZigguratSampler.NormalizedGaussian normal;
  private final UniformRandomProvider coins;

  RevealedMatrixTest() {
    coins = RandomSource.XO_SHI_RO_256_PP.create(5);
    normal = ZigguratSampler.NormalizedGaussian.of(coins);
  }

  private RevealedMatrix matrix() {
    return new RevealedMatrix(
        ROWS,
        COLUMNS,
        NO_ROOM,
        NO_ROOM,
        Kernels.best(),
        stream,
        RevealedMatrix.Tilt.NONE,
        Inertia.NONE);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Look(boolean right, double[] vector, double[] image) {}

  private double[] vector(int n) {
    double[] v = new double[n];
    Arrays.setAll(v, i -> normal.sample());
    return v;
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static Look look(RevealedMatrix matrix, boolean right, double[] v) {
    double[] out = new double[right ? ROWS : COLUMNS];
    if (right) {
      matrix.times(v, norm(v), out);
    } else {
      matrix.transposeTimes(v, norm(v), out);
    }
    return new Look(right, v, out);
  }

  /**
   * Whatever was asked, in any order and more often than there are dimensions, one matrix answers:
   * images are linear, and {@code <Z a, b> = <a, Z' b>}.
   *
   * @param nearness how much of a vector is new against one asked before; 1 for all of it
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-6, 1e-9})
  void answersAsOneMatrix(double nearness) {
    for (int round = 0; round < 50; round++) {
      RevealedMatrix matrix = matrix();
      List<Look> looks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean right = coins.nextBoolean();
        double[] v = vector(right ? COLUMNS : ROWS);
        int n = i;
        looks.stream()
            .filter(earlier -> earlier.right() == right && nearness < 1 && n % 3 > 0)
            .reduce((one, other) -> other)
            .ifPresent(earlier -> Arrays.setAll(v, j -> earlier.vector()[j] + nearness * v[j]));
        looks.add(look(matrix, right, v));
      }
      for (Look one : looks) {
        for (Look other : looks) {
          if (one.right() && !other.right()) {
            double bound = 1e-11 * norm(one.vector()) * norm(other.vector()) * ROWS;
            assertThat(dot(one.image(), other.vector()))
                .isCloseTo(dot(one.vector(), other.image()), within(bound));
          }
        }
      }
    }
  }

  /**
   * All entries are standard normal and independent, whichever way they were found out: rows first,
   * then combinations of columns. A test fails once in 1e8 seeds; the seed is fixed.
   */
  @Test
  void hasIndependentNormalEntries() {
    int networks = 3_000;
    double[][] entries = new double[4][networks];
    RevealedMatrix matrix = matrix();
    for (int s = 0; s < networks; s++) {
      stream.reset(1, 2, s);
      matrix.forget();
      Look left = look(matrix, false, vector(ROWS));
      Look right = look(matrix, true, left.image());
      look(matrix, false, right.image());
      look(matrix, true, vector(COLUMNS));
      // By now the vectors asked for depend on the matrix.
      double[] firstColumn = look(matrix, true, unit(COLUMNS, 0)).image();
      double[] secondRow = look(matrix, false, unit(ROWS, 1)).image();
      entries[0][s] = firstColumn[0];
      entries[1][s] = secondRow[3];
      entries[2][s] = (firstColumn[0] + secondRow[3]) / Math.sqrt(2);
      entries[3][s] = (firstColumn[5] - firstColumn[7] + secondRow[0]) / Math.sqrt(3);
    }
    for (double[] sample : entries) {
      double p =
          KolmogorovSmirnovTest.withDefaults()
              .test(sample, NormalDistribution.of(0, 1)::cumulativeProbability)
              .getPValue();
      assertThat(p).isGreaterThan(1e-8);
    }
  }

  private static double[] unit(int n, int at) {
    double[] v = new double[n];
    v[at] = 1;
    return v;
  }
}
