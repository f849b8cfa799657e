package org.ntksweep.core.theory.exact;

/**
 * What a layer of n neurons with slopes {@code xi}, independent coins of 1 and the leak, makes of
 * two normal vectors, h on the way up and g on the way down: moments of
 *
 * <pre>
 * X = sum (xi h)^2,   c = sum xi h g,   B = sum (xi g)^2
 * </pre>
 *
 * <p>and of Hermite polynomials {@code He_2j(c; V)} for the variance V, {@code c^2 - V} and {@code
 * c^4 - 6 V c^2 + 3 V^2}.
 *
 * <p>Sums over independent neurons multiply generating functions: {@code E[X^a c^{2b} B^k] / (a!
 * (2b)! k!)} are the coefficients of the n-th power of one neuron's, whose moments are {@code
 * E[xi^{2(a+b+k)}] (2a+2b-1)!! (2b+2k-1)!!}.
 */
final class MaskedLayer {
  /** The highest order of moments. */
  static final int ORDER = 4;

  private static final double[] FACTORIAL = {1, 1, 2, 6, 24, 120, 720, 5040, 40320};

  /** {@code (2i - 1)!!}, the moment of order 2i of a normal variable. */
  private static final double[] NORMAL = {1, 1, 3, 15, 105};

  /** {@code E[X^a c^{2b} B^k]} by {@code [a][b][k]}. */
  private final double[][][] moments = table();

  MaskedLayer(int neurons, double leak) {
    double[][][] series = power(oneNeuron(leak), neurons);
    forEach((a, b, k) -> moments[a][b][k] = series[a][b][k] * scale(a, b, k));
  }

  /**
   * {@code E[X^a He_2i(c; X) B^{k-j} He_2j(c; B)] / (2j)!}, at least 0 but for rounding; {@code i}
   * and {@code j} at most 2 and k, {@code a + i + k} at most 4.
   */
  double moment(int a, int i, int k, int j) {
    double sum = 0;
    for (int p = 0; p <= i; p++) {
      for (int q = 0; q <= j; q++) {
        sum += hermite(i, p) * hermite(j, q) * moments[a + i - p][p + q][k - q];
      }
    }
    return sum / FACTORIAL[2 * j];
  }

  /** The coefficient of {@code c^{2p}} in {@code He_2i(c; 1)}. */
  private static double hermite(int i, int p) {
    double sign = (i - p) % 2 == 0 ? 1 : -1;
    double ways = FACTORIAL[2 * i] / (FACTORIAL[2 * p] * FACTORIAL[2 * (i - p)]);
    return sign * ways * NORMAL[i - p];
  }

  private static double[][][] oneNeuron(double leak) {
    double[][][] series = table();
    forEach(
        (a, b, k) -> {
          double slopes = (1 + power(leak * leak, a + b + k)) / 2;
          series[a][b][k] = slopes * NORMAL[a + b] * NORMAL[b + k] / scale(a, b, k);
        });
    return series;
  }

  private static double power(double base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  private static double scale(int a, int b, int k) {
    return FACTORIAL[a] * FACTORIAL[2 * b] * FACTORIAL[k];
  }

  private static double[][][] power(double[][][] base, int exponent) {
    if (exponent == 1) {
      return base;
    }
    double[][][] root = power(base, exponent / 2);
    double[][][] even = product(root, root);
    return exponent % 2 == 0 ? even : product(even, base);
  }

  private static double[][][] product(double[][][] x, double[][][] y) {
    double[][][] product = table();
    forEach((a, b, k) -> product[a][b][k] = productAt(x, y, a, b, k));
    return product;
  }

  private static double productAt(double[][][] x, double[][][] y, int a, int b, int k) {
    double sum = 0;
    for (int i = 0; i <= a; i++) {
      for (int j = 0; j <= b; j++) {
        for (int l = 0; l <= k; l++) {
          sum += x[i][j][l] * y[a - i][b - j][k - l];
        }
      }
    }
    return sum;
  }

  private static double[][][] table() {
    return new double[ORDER + 1][ORDER + 1][ORDER + 1];
  }

  private static void forEach(Place place) {
    for (int a = 0; a <= ORDER; a++) {
      for (int b = 0; a + b <= ORDER; b++) {
        for (int k = 0; a + b + k <= ORDER; k++) {
          place.visit(a, b, k);
        }
      }
    }
  }

  private interface Place {
    void visit(int a, int b, int k);
  }
}
