package org.ntksweep.core.simd;

import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Logistic;
import org.ntksweep.core.number.Normal;
import org.ntksweep.core.number.Sine;

/** Activations in plain Java: the definition that the SIMD twin reproduces bit for bit. */
abstract class ScalarActivations implements ActivationKernels {
  /** Below this argument {@code exp} adds nothing to -1. */
  static final double ELU_FLAT = -40;

  @Override
  public void relu(double[] h, double[] value, double[] slope, int n) {
    for (int i = 0; i < n; i++) {
      boolean active = h[i] > 0;
      value[i] = active ? h[i] : 0;
      slope[i] = active ? 1 : 0;
    }
  }

  @Override
  public void leakyRelu(
      double below, double above, double[] h, double[] value, double[] slope, int n) {
    leakyRelu(below, above, h, value, slope, 0, n);
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
  public void sin(double[] h, double[] value, double[] slope, int n) {
    sin(h, value, slope, 0, n);
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
  public void silu(double unit, double[] h, double[] value, double[] slope, int n) {
    silu(unit, h, value, slope, 0, n);
  }

  @Override
  public void softplus(double unit, double[] h, double[] value, double[] slope, int n) {
    softplus(unit, h, value, slope, 0, n);
  }

  @Override
  public void elu(
      double below, double above, double unit, double[] h, double[] value, double[] slope, int n) {
    elu(below, above, unit, h, value, slope, 0, n);
  }

  // The same from one index to another, for what the SIMD twin leaves over.

  static void leakyRelu(
      double below, double above, double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double s = h[i] > 0 ? above : below;
      value[i] = s * h[i];
      slope[i] = s;
    }
  }

  static void sin(double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      Sine.at(i, h, value, slope);
    }
  }

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

  static void silu(double unit, double[] h, double[] value, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double z = unit * h[i];
      double t = Math.min(Math.abs(z), Logistic.FLAT);
      double e = Logistic.tail(Math.abs(z));
      double upper = 1 / (1 + e);
      double lower = e * upper;
      double s = z < 0 ? lower : upper;
      double rest = z < 0 ? upper : lower;
      value[i] = h[i] * s;
      slope[i] = s * Math.fma(z < 0 ? -t : t, rest, 1);
    }
  }

  static void softplus(double unit, double[] h, double[] value, double[] slope, int from, int to) {
    double inverse = 1 / unit;
    for (int i = from; i < to; i++) {
      double z = unit * h[i];
      double e = Logistic.tail(Math.abs(z));
      double upper = 1 / (1 + e);
      value[i] = Math.fma(inverse, Logistic.log1p(e), Math.max(h[i], 0));
      slope[i] = z < 0 ? e * upper : upper;
    }
  }

  static void elu(
      double below,
      double above,
      double unit,
      double[] h,
      double[] value,
      double[] slope,
      int from,
      int to) {
    double inverse = 1 / unit;
    for (int i = from; i < to; i++) {
      double e = Elementary.expm1(Math.max(Math.min(unit * h[i], 0), ELU_FLAT));
      value[i] = h[i] > 0 ? above * h[i] : below * e * inverse;
      slope[i] = h[i] > 0 ? above : Math.fma(below, e, below);
    }
  }
}
