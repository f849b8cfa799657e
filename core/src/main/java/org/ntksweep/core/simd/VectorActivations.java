package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.ntksweep.core.simd.VectorRegisters.DOUBLES;
import static org.ntksweep.core.simd.VectorRegisters.WIDTH;
import static org.ntksweep.core.simd.VectorRegisters.exp;
import static org.ntksweep.core.simd.VectorRegisters.load;

import jdk.incubator.vector.DoubleVector;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Polynomial;

/**
 * Activations on the Vector API. Vectors stay within one loop body: handed to a method that the
 * compiler then does not inline, they would become objects. So all functions here and in the
 * classes called work on whole arrays.
 */
abstract class VectorActivations implements ActivationKernels {
  @Override
  public void relu(double[] h, double[] value, double[] slope, int n) {
    DoubleVector zero = DoubleVector.zero(DOUBLES);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      DoubleVector x = load(h, i);
      var active = x.compare(GT, 0);
      zero.blend(x, active).intoArray(value, i);
      zero.blend(one, active).intoArray(slope, i);
    }
    for (; i < n; i++) {
      boolean active = h[i] > 0;
      value[i] = active ? h[i] : 0;
      slope[i] = active ? 1 : 0;
    }
  }

  @Override
  public void leakyRelu(
      double below, double above, double[] h, double[] value, double[] slope, int n) {
    DoubleVector steep = DoubleVector.broadcast(DOUBLES, above);
    DoubleVector leaking = DoubleVector.broadcast(DOUBLES, below);
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector s = leaking.blend(steep, x.compare(GT, 0));
      s.mul(x).intoArray(value, i);
      s.intoArray(slope, i);
    }
    ScalarActivations.leakyRelu(below, above, h, value, slope, i, n);
  }

  @Override
  public void tanh(double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    for (int i = 0; i < whole; i += WIDTH) {
      load(h, i).abs().min(Elementary.TANH_FLAT).mul(-2).intoArray(value, i);
    }
    exp(value, 1, whole);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector e = load(value, i);
      DoubleVector magnitude = e.neg().div(e.add(2));
      DoubleVector t = magnitude.blend(magnitude.neg(), load(h, i).compare(LT, 0));
      t.intoArray(value, i);
      t.neg().fma(t, one).intoArray(slope, i);
    }
    for (int i = whole; i < n; i++) {
      double t = Elementary.tanh(h[i]);
      value[i] = t;
      slope[i] = Math.fma(-t, t, 1);
    }
  }

  @Override
  public void erf(double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    erfExponent(h, value, whole);
    exp(value, 1, whole);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector magnitude = load(value, i).neg();
      magnitude.blend(magnitude.neg(), load(h, i).compare(LT, 0)).intoArray(value, i);
    }
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = load(h, i);
      x.neg().mul(x).max(Elementary.EXP_FLAT).intoArray(slope, i);
    }
    exp(slope, 0, whole);
    for (int i = 0; i < whole; i += WIDTH) {
      load(slope, i).mul(Elementary.TWO_OVER_SQRT_PI).intoArray(slope, i);
    }
    for (int i = whole; i < n; i++) {
      value[i] = Elementary.erf(h[i]);
      slope[i] = Elementary.erfSlope(h[i]);
    }
  }

  /** {@code out = log(1 - erf |h|)} over whole registers. */
  private static void erfExponent(double[] h, double[] out, int n) {
    Polynomial c = Elementary.ERF;
    DoubleVector third = DoubleVector.broadcast(DOUBLES, 1.0 / 3);
    DoubleVector minusOne = DoubleVector.broadcast(DOUBLES, -1);
    for (int i = 0; i < n; i += WIDTH) {
      DoubleVector t = load(h, i).abs().min(Elementary.ERF_FLAT);
      DoubleVector u = t.fma(third, minusOne);
      DoubleVector square = u.mul(u);
      DoubleVector upper = DoubleVector.broadcast(DOUBLES, c.coefficient(0));
      DoubleVector lower = DoubleVector.broadcast(DOUBLES, c.coefficient(1));
      for (int j = 2; j < c.size(); j += 2) {
        upper = upper.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j)));
        lower = lower.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j + 1)));
      }
      t.neg().mul(upper.fma(u, lower)).intoArray(out, i);
    }
  }

  @Override
  public void elu(
      double below, double above, double unit, double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    for (int i = 0; i < whole; i += WIDTH) {
      load(h, i).mul(unit).min(0).max(ScalarActivations.ELU_FLAT).intoArray(value, i);
    }
    exp(value, 1, whole);
    DoubleVector lower = DoubleVector.broadcast(DOUBLES, below);
    DoubleVector upper = DoubleVector.broadcast(DOUBLES, above);
    double inverse = 1 / unit;
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector e = load(value, i);
      var positive = x.compare(GT, 0);
      lower.mul(e).mul(inverse).blend(upper.mul(x), positive).intoArray(value, i);
      lower.fma(e, lower).blend(upper, positive).intoArray(slope, i);
    }
    ScalarActivations.elu(below, above, unit, h, value, slope, whole, n);
  }

  @Override
  public void sin(double[] h, double[] value, double[] slope, int n) {
    VectorSine.sin(h, value, slope, n);
  }

  @Override
  public void sigmoid(double[] h, double[] value, double[] slope, int n) {
    VectorLogistic.sigmoid(h, value, slope, n);
  }

  @Override
  public void silu(double unit, double[] h, double[] value, double[] slope, int n) {
    VectorLogistic.silu(unit, h, value, slope, n);
  }

  @Override
  public void softplus(double unit, double[] h, double[] value, double[] slope, int n) {
    VectorLogistic.softplus(unit, h, value, slope, n);
  }

  @Override
  public void gelu(double unit, double[] h, double[] value, double[] slope, int n) {
    VectorNormal.gelu(unit, h, value, slope, n);
  }
}
