package org.ntksweep.core.observe.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.Precision;

@DisplayName("Alignment of kernels with targets")
class AlignmentTest {
  private static final int CLASSES = 3;
  private static final int OF_EACH = 4;
  private static final int N = CLASSES * OF_EACH;

  private static double[][] oneHot() {
    double[][] targets = new double[N][CLASSES];
    for (int i = 0; i < N; i++) {
      targets[i][i % CLASSES] = 1;
    }
    return targets;
  }

  private interface Entry {
    double at(int i, int j);
  }

  private static double[] kernel(Entry entry) {
    double[] triangle = new double[N * (N + 1) / 2];
    int p = 0;
    for (int i = 0; i < N; i++) {
      for (int j = i; j < N; j++) {
        triangle[p++] = entry.at(i, j);
      }
    }
    return triangle;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] centered(double[][] a) {
    double[][] h = new double[N][N];
    for (int i = 0; i < N; i++) {
      Arrays.fill(h[i], -1.0 / N);
      h[i][i] += 1;
    }
    return times(times(h, a), h);
  }

  private static double cosine(double[][] a, double[][] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        ab += a[i][j] * b[i][j];
        aa += a[i][j] * a[i][j];
        bb += b[i][j] * b[i][j];
      }
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void isThatOfMatricesInFull() {
    Random random = new Random(8);
    double[][] targets = new double[N][2];
    double[][] k = new double[N][N];
    for (int i = 0; i < N; i++) {
      Arrays.setAll(targets[i], c -> random.nextGaussian());
      for (int j = 0; j <= i; j++) {
        k[i][j] = 1 + random.nextGaussian();
        k[j][i] = k[i][j];
      }
    }
    double[][] transposed = new double[2][N];
    for (int i = 0; i < N; i++) {
      transposed[0][i] = targets[i][0];
      transposed[1][i] = targets[i][1];
    }
    double[][] y = times(targets, transposed);
    Alignment alignment = new Alignment(targets, Precision.DOUBLE);
    double[] triangle = kernel((i, j) -> k[i][j]);

    assertThat(alignment.of(triangle)).isCloseTo(cosine(k, y), within(1e-14));
    double centered = cosine(centered(k), centered(y));
    assertThat(alignment.centeredOf(triangle)).isCloseTo(centered, within(1e-14));
    double[] huge = Arrays.stream(triangle).map(x -> 1e250 * x).toArray();
    assertThat(alignment.of(huge)).isCloseTo(cosine(k, y), within(1e-14));
    assertThat(alignment.centeredOf(huge)).isCloseTo(centered, within(1e-13));
  }

  @Test
  void baselinesAreWhatTheyAreSaidToBe() {
    Alignment alignment = new Alignment(oneHot(), Precision.DOUBLE);
    double[] ones = kernel((i, j) -> 1);
    double[] identity = kernel((i, j) -> i == j ? 1 : 0);
    double[] ideal = kernel((i, j) -> i % CLASSES == j % CLASSES ? 7 : 0);
    double[] shifted = kernel((i, j) -> i % CLASSES == j % CLASSES ? 7 : 3);

    assertThat(alignment.of(ones)).isCloseTo(1 / Math.sqrt(CLASSES), within(1e-15));
    assertThat(alignment.of(identity)).isCloseTo(1 / Math.sqrt(OF_EACH), within(1e-15));
    assertThat(alignment.ofOnes()).isEqualTo(alignment.of(ones));
    assertThat(alignment.ofIdentity()).isEqualTo(alignment.of(identity));
    assertThat(alignment.of(ideal)).isCloseTo(1, within(1e-15));
    assertThat(alignment.centeredOf(ideal)).isCloseTo(1, within(1e-15));
    assertThat(alignment.of(shifted)).isLessThan(0.9);
    assertThat(alignment.centeredOf(shifted)).isCloseTo(1, within(1e-14));
    assertThat(alignment.centeredOf(kernel((i, j) -> i % CLASSES == j % CLASSES ? 0 : 1)))
        .isCloseTo(-1, within(1e-14));
  }

  @Test
  void whatHasNoDirectionHasNoAlignment() {
    Alignment alignment = new Alignment(oneHot(), Precision.DOUBLE);
    assertThat(alignment.of(kernel((i, j) -> 0))).isNaN();
    assertThat(alignment.centeredOf(kernel((i, j) -> 0.1))).isNaN();
    assertThat(alignment.of(kernel((i, j) -> Double.POSITIVE_INFINITY))).isNaN();
    assertThat(alignment.centeredOf(kernel((i, j) -> Double.NaN))).isNaN();
    assertThat(new Alignment(new double[N][1], Precision.DOUBLE).of(kernel((i, j) -> 1))).isNaN();
  }

  @Test
  void roundingsOfFloatsHaveNone() {
    double[] constant = kernel((i, j) -> (i + j) % 2 == 0 ? 1 : Math.nextUp(1f));
    assertThat(new Alignment(oneHot(), Precision.FLOAT).centeredOf(constant)).isNaN();
    assertThat(new Alignment(oneHot(), Precision.DOUBLE).centeredOf(constant)).isNotNaN();
  }
}
