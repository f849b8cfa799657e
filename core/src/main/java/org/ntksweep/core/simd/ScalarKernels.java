package org.ntksweep.core.simd;

import org.ntksweep.core.number.Arctan;

/** The kernels in plain Java: the definition that the SIMD twin reproduces bit for bit. */
final class ScalarKernels extends ScalarActivations implements Kernels {
  static final ScalarKernels INSTANCE = new ScalarKernels();

  private ScalarKernels() {}

  @Override
  public String description() {
    return "scalar";
  }

  @Override
  public void xoshiro(long[] state, long[] out, int rows) {
    for (int lane = 0; lane < STREAM_LANES; lane++) {
      long s0 = state[lane];
      long s1 = state[8 + lane];
      long s2 = state[16 + lane];
      long s3 = state[24 + lane];
      for (int i = lane; i < 8 * rows; i += 8) {
        out[i] = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
      }
      state[lane] = s0;
      state[8 + lane] = s1;
      state[16 + lane] = s2;
      state[24 + lane] = s3;
    }
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    double[] sums = new double[SUM_LANES];
    for (int i = 0; i < n; i++) {
      int lane = i & (SUM_LANES - 1);
      sums[lane] = Math.fma(a[aFrom + i], b[bFrom + i], sums[lane]);
    }
    return total(sums);
  }

  /** Adds the partial sums pairwise: lane i to lane i + 8, then + 4, + 2, + 1. */
  static double total(double[] sums) {
    for (int width = SUM_LANES / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        sums[i] += sums[i + width];
      }
    }
    return sums[0];
  }

  @Override
  public void dotBoth(double[] a, int aFrom, double[] b, double[] c, int n, double[] out) {
    out[0] = dot(a, aFrom, b, 0, n);
    out[1] = dot(a, aFrom, c, 0, n);
  }

  @Override
  public void addScaled(double f, double[] x, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.fma(f, x[i], y[i]);
    }
  }

  @Override
  public void scale(double f, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = f * x[i];
    }
  }

  @Override
  public void multiply(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * y[i];
    }
  }

  @Override
  public void widen(float[] in, double[] out, int outFrom, int n) {
    for (int i = 0; i < n; i++) {
      out[outFrom + i] = in[i];
    }
  }

  @Override
  public void narrow(double[] in, int inFrom, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) in[inFrom + i];
    }
  }

  @Override
  public void arctan(double[] y, double[] x, double[] out, int n) {
    arctan(y, x, out, 0, n);
  }

  // The same from one index to another, for what the SIMD twin leaves over.

  static void arctan(double[] y, double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = Arctan.of(y[i], x[i]);
    }
  }
}
