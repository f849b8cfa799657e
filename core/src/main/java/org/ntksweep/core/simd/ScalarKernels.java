package org.ntksweep.core.simd;

import org.ntksweep.core.number.Arctan;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Normal;
import org.ntksweep.core.number.Sine;

/** The kernels in plain Java: the definition that the SIMD twin reproduces bit for bit. */
final class ScalarKernels implements Kernels {
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
  public void relu(double[] h, double[] value, double[] slope, int n) {
    for (int i = 0; i < n; i++) {
      boolean active = h[i] > 0;
      value[i] = active ? h[i] : 0;
      slope[i] = active ? 1 : 0;
    }
  }

  @Override
  public void tanh(double[] h, double[] value, double[] slope, int n) {
    for (int i = 0; i < n; i++) {
      double t = Elementary.tanh(h[i]);
      value[i] = t;
      slope[i] = Math.fma(-t, t, 1);
    }
  }

  @Override
  public void erf(double[] h, double[] value, double[] slope, int n) {
    for (int i = 0; i < n; i++) {
      double x = h[i];
      value[i] = Elementary.erf(x);
      slope[i] = Elementary.erfSlope(x);
    }
  }

  @Override
  public void sigmoid(double[] h, double[] value, double[] slope, int n) {
    sigmoid(h, value, slope, 0, n);
  }

  @Override
  public void gelu(double unit, double[] h, double[] value, double[] slope, int n) {
    gelu(unit, h, value, slope, 0, n);
  }

  @Override
  public void leakyRelu(double leak, double[] h, double[] value, double[] slope, int n) {
    leakyRelu(leak, h, value, slope, 0, n);
  }

  @Override
  public void sin(double[] h, double[] value, double[] slope, int n) {
    sin(h, value, slope, 0, n);
  }

  @Override
  public void arctan(double[] y, double[] x, double[] out, int n) {
    arctan(y, x, out, 0, n);
  }

  // The same from one index to another, for what the SIMD twin leaves over.

  static void sigmoid(double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double e = Elementary.exp(-Math.min(Math.abs(h[i]), Elementary.SIGMOID_FLAT));
      double upper = 1 / (1 + e);
      double lower = e * upper;
      value[i] = h[i] < 0 ? lower : upper;
      slope[i] = lower * upper;
    }
  }

  static void gelu(double unit, double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double z = unit * h[i];
      double t = Math.abs(z);
      double bell = Normal.bell(t);
      t = Math.min(t, Normal.FLAT);
      double tail = bell * Normal.tailOverBell(t);
      double phi = z < 0 ? tail : 1 - tail;
      value[i] = h[i] * phi;
      double density = bell * Normal.ONE_OVER_SQRT_TWO_PI;
      slope[i] = Math.fma(z < 0 ? -t : t, density, phi);
    }
  }

  static void leakyRelu(double leak, double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double s = h[i] > 0 ? 1 : leak;
      value[i] = s * h[i];
      slope[i] = s;
    }
  }

  static void sin(double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      Sine.at(i, h, value, slope);
    }
  }

  static void arctan(double[] y, double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = Arctan.of(y[i], x[i]);
    }
  }
}
