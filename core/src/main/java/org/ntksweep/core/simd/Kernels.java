package org.ntksweep.core.simd;

/**
 * The inner loops that fill almost all of a sweep's time. Two implementations exist, plain Java and
 * SIMD; they give the same bits on every machine, because
 *
 * <ul>
 *   <li>only correctly rounded operations are used ({@code + - * /}, square root, fused
 *       multiply-add), also inside {@code exp}, {@code tanh}, {@code erf} and {@code sin};
 *   <li>sums run over a fixed number of logical lanes, {@link #SUM_LANES}, added up in a fixed
 *       order, however wide the registers are.
 * </ul>
 *
 * <p>Kernels trust their callers: array bounds are the only thing checked.
 */
public interface Kernels extends ActivationKernels {
  /** Independent generators of a stream; draw i comes from lane {@code i mod 8}. */
  int STREAM_LANES = 8;

  /** Partial sums of a reduction; term i goes to partial sum {@code i mod 16}. */
  int SUM_LANES = 16;

  /**
   * The fastest implementation this JVM can run, or plain Java if the system property {@code
   * ntksweep.simd} is {@code off}.
   */
  static Kernels best() {
    return KernelsProvider.BEST;
  }

  /** The plain Java implementation. */
  static Kernels scalar() {
    return ScalarKernels.INSTANCE;
  }

  /** One line for logs and manifests: which implementation, how wide. */
  String description();

  /**
   * Runs eight xoshiro256++ generators (Blackman and Vigna 2021) in step: {@code out[8 r + lane]}
   * for r below {@code rows}.
   *
   * @param state word w of lane i at {@code state[8 w + i]}, advanced in place
   */
  void xoshiro(long[] state, long[] out, int rows);

  /** The inner product of {@code n} entries. */
  double dot(double[] a, int aFrom, double[] b, int bFrom, int n);

  /**
   * Two inner products with the same left side in one pass: {@code out[0] = a . b}, {@code out[1] =
   * a . c}, each with the bits {@link #dot} gives.
   */
  void dotBoth(double[] a, int aFrom, double[] b, double[] c, int n, double[] out);

  /** {@code y += f x} over {@code n} entries, fused. */
  void addScaled(double f, double[] x, double[] y, int n);

  /** {@code out = f x} over {@code n} entries; {@code out} may be {@code x}. */
  void scale(double f, double[] x, double[] out, int n);

  /** {@code out = x y} entry by entry; {@code out} may be either. */
  void multiply(double[] x, double[] y, double[] out, int n);

  /** The first {@code n} floats as doubles, at {@code out} from {@code outFrom} on. */
  void widen(float[] in, double[] out, int outFrom, int n);

  /** {@code n} doubles from {@code inFrom} on, rounded to the nearest floats. */
  void narrow(double[] in, int inFrom, float[] out, int n);

  /**
   * {@code out = arctan(y / x)} for positive x, within 4 ulp; {@code out} may be either. Squares
   * must not exceed the range of a double.
   */
  void arctan(double[] y, double[] x, double[] out, int n);
}
