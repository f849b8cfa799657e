package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.ntksweep.core.simd.VectorRegisters.DOUBLES;
import static org.ntksweep.core.simd.VectorRegisters.WIDTH;
import static org.ntksweep.core.simd.VectorRegisters.exp;
import static org.ntksweep.core.simd.VectorRegisters.load;

import jdk.incubator.vector.DoubleVector;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Logistic;
import org.ntksweep.core.number.Polynomial;

/** What stands on the logistic function, on the Vector API. */
final class VectorLogistic {
  private VectorLogistic() {}

  static void sigmoid(double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    for (int i = 0; i < whole; i += WIDTH) {
      load(h, i).abs().min(Elementary.SIGMOID_FLAT).neg().intoArray(value, i);
    }
    exp(value, 0, whole);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector e = load(value, i);
      DoubleVector upper = one.div(e.add(1));
      DoubleVector lower = e.mul(upper);
      upper.blend(lower, load(h, i).compare(LT, 0)).intoArray(value, i);
      lower.mul(upper).intoArray(slope, i);
    }
    ScalarActivations.sigmoid(h, value, slope, whole, n);
  }

  static void silu(double unit, double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    tail(unit, h, value, whole);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector z = x.mul(unit);
      DoubleVector t = z.abs().min(Logistic.FLAT);
      DoubleVector e = load(value, i);
      DoubleVector upper = one.div(e.add(1));
      DoubleVector lower = e.mul(upper);
      var negative = z.compare(LT, 0);
      DoubleVector s = upper.blend(lower, negative);
      x.mul(s).intoArray(value, i);
      DoubleVector rest = lower.blend(upper, negative);
      t.blend(t.neg(), negative).fma(rest, one).mul(s).intoArray(slope, i);
    }
    ScalarActivations.silu(unit, h, value, slope, whole, n);
  }

  static void softplus(double unit, double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    tail(unit, h, value, whole);
    Polynomial c = Logistic.LOG1P;
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    DoubleVector inverse = DoubleVector.broadcast(DOUBLES, 1 / unit);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector e = load(value, i);
      DoubleVector s = e.div(e.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector square = z.mul(z);
      DoubleVector upper = DoubleVector.broadcast(DOUBLES, c.coefficient(0));
      DoubleVector lower = DoubleVector.broadcast(DOUBLES, c.coefficient(1));
      for (int j = 2; j < c.size(); j += 2) {
        upper = upper.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j)));
        lower = lower.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j + 1)));
      }
      DoubleVector log = z.mul(s).fma(upper.fma(z, lower), s).mul(2);
      inverse.fma(log, x.max(0)).intoArray(value, i);
      DoubleVector above = one.div(e.add(1));
      above.blend(e.mul(above), x.compare(LT, 0)).intoArray(slope, i);
    }
    ScalarActivations.softplus(unit, h, value, slope, whole, n);
  }

  /** {@code out = exp(-|unit h|)}, 0 far out, over whole registers, as Logistic does. */
  private static void tail(double unit, double[] h, double[] out, int n) {
    DoubleVector zero = DoubleVector.zero(DOUBLES);
    for (int i = 0; i < n; i += WIDTH) {
      load(h, i).mul(unit).abs().min(Logistic.FLAT).neg().intoArray(out, i);
    }
    exp(out, 0, n);
    for (int i = 0; i < n; i += WIDTH) {
      var flat = load(h, i).mul(unit).abs().compare(GT, Logistic.FLAT);
      load(out, i).blend(zero, flat).intoArray(out, i);
    }
  }
}
