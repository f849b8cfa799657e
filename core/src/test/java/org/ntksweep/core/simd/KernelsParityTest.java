package org.ntksweep.core.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("SIMD and scalar kernels give the same bits")
class KernelsParityTest {
  private static final Kernels SIMD = Kernels.best();
  private static final Kernels SCALAR = Kernels.scalar();

  static IntStream lengths() {
    return IntStream.of(
        0, 1, 2, 3, 5, 7, 8, 9, 13, 15, 16, 17, 23, 31, 32, 33, 47, 63, 64, 65, 127, 255, 500,
        4098);
  }

  @Test
  void theBestKernelsOfThisJvmAreSimd() {
    assertThat(SIMD.description()).startsWith("SIMD");
    assertThat(SCALAR.description()).isEqualTo("scalar");
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void streams(int rows) {
    long[] simdState = new SplittableRandom(rows).longs(32).toArray();
    long[] scalarState = simdState.clone();
    long[] simd = new long[8 * rows];
    long[] scalar = new long[8 * rows];
    SIMD.xoshiro(simdState, simd, rows);
    SCALAR.xoshiro(scalarState, scalar, rows);
    assertThat(simd).isEqualTo(scalar);
    assertThat(simdState).isEqualTo(scalarState);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void innerProducts(int n) {
    double[] a = numbers(n + 3, 1);
    double[] b = numbers(n + 5, 2);
    double[] c = numbers(n, 3);
    double expected = SCALAR.dot(a, 3, b, 5, n);
    assertThat(SIMD.dot(a, 3, b, 5, n)).isEqualTo(expected);

    double[] both = new double[2];
    double[] expectedBoth = {SCALAR.dot(a, 3, b, 0, n), SCALAR.dot(a, 3, c, 0, n)};
    SIMD.dotBoth(a, 3, b, c, n, both);
    assertThat(both).isEqualTo(expectedBoth);
    SCALAR.dotBoth(a, 3, b, c, n, both);
    assertThat(both).isEqualTo(expectedBoth);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void vectorArithmetic(int n) {
    double[] x = numbers(n, 4);
    double[] y = numbers(n, 5);
    same(
        n,
        (kernels, out) -> {
          System.arraycopy(y, 0, out, 0, n);
          kernels.addScaled(1 / 3.0, x, out, n);
        });
    same(n, (kernels, out) -> kernels.scale(1 / 7.0, x, out, n));
    same(n, (kernels, out) -> kernels.multiply(x, y, out, n));
    double[] positive = Arrays.stream(x).map(Math::abs).toArray();
    same(n, (kernels, out) -> kernels.arctan(y, positive, out, n));
  }

  /** Floats of every size, and doubles that round to them, to infinity and to zero. */
  @ParameterizedTest
  @MethodSource("lengths")
  void floats(int n) {
    double[] x = numbers(n, 8);
    for (int i = 0; i < n; i++) {
      x[i] *= Math.scalb(1.0, i % 320 - 160);
    }
    float[] expected = new float[n];
    float[] narrowed = new float[n];
    SCALAR.narrow(x, 0, expected, n);
    SIMD.narrow(x, 0, narrowed, n);
    assertThat(narrowed).containsExactly(expected);
    same(n, (kernels, out) -> kernels.widen(expected, out, 0, n));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void activations(int n) {
    double[] h = numbers(n, 6);
    for (int i = 0; i < n; i++) {
      // Tiny, ordinary and saturating arguments, and both zeros.
      h[i] = i % 11 == 3 ? 0.0 : i % 11 == 4 ? -0.0 : h[i] * Math.scalb(1.0, i % 40 - 33);
    }
    sameWithSlope(n, (kernels, value, slope) -> kernels.relu(h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.tanh(h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.erf(h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.sigmoid(h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.gelu(1, h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.gelu(0x1p200, h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.leakyRelu(0.01, 1, h, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.sin(h, value, slope, n));
    for (double unit : new double[] {1, 0x1p-20, 0x1p200}) {
      sameWithSlope(n, (kernels, value, slope) -> kernels.silu(unit, h, value, slope, n));
      sameWithSlope(n, (kernels, value, slope) -> kernels.softplus(unit, h, value, slope, n));
      sameWithSlope(n, (kernels, value, slope) -> kernels.elu(1.7, 1.1, unit, h, value, slope, n));
    }
    double[] huge = Arrays.stream(h).map(x -> x * 0x1p28).toArray();
    sameWithSlope(n, (kernels, value, slope) -> kernels.sigmoid(huge, value, slope, n));
    sameWithSlope(n, (kernels, value, slope) -> kernels.sin(huge, value, slope, n));
  }

  private interface Unary {
    void apply(Kernels kernels, double[] out);
  }

  private interface WithSlope {
    void apply(Kernels kernels, double[] value, double[] slope);
  }

  private static void same(int n, Unary kernel) {
    double[] simd = new double[n];
    double[] scalar = new double[n];
    kernel.apply(SIMD, simd);
    kernel.apply(SCALAR, scalar);
    assertThat(bits(simd)).isEqualTo(bits(scalar));
  }

  private static void sameWithSlope(int n, WithSlope kernel) {
    double[] slopes = new double[n];
    double[] scalarSlopes = new double[n];
    same(n, (kernels, out) -> kernel.apply(kernels, out, kernels == SIMD ? slopes : scalarSlopes));
    assertThat(bits(slopes)).isEqualTo(bits(scalarSlopes));
  }

  /** Raw bits, so that zeros of either sign differ. */
  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static double[] numbers(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, n).mapToDouble(i -> 6 * random.nextDouble() - 3).toArray();
  }
}
