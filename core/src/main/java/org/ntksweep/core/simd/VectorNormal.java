package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.ntksweep.core.simd.VectorRegisters.DOUBLES;
import static org.ntksweep.core.simd.VectorRegisters.WIDTH;
import static org.ntksweep.core.simd.VectorRegisters.exp;
import static org.ntksweep.core.simd.VectorRegisters.load;

import jdk.incubator.vector.DoubleVector;
import org.ntksweep.core.number.Normal;
import org.ntksweep.core.number.Polynomial;

/** What stands on the normal distribution function, on the Vector API. */
final class VectorNormal {
  private VectorNormal() {}

  static void gelu(double unit, double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    bell(unit, h, value, whole);
    Polynomial c = Normal.TAIL;
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector z = load(h, i).mul(unit);
      DoubleVector t = z.abs().min(Normal.FLAT);
      DoubleVector inverse = one.div(t.add(Normal.MIDDLE));
      DoubleVector u = t.sub(Normal.MIDDLE).mul(inverse);
      DoubleVector square = u.mul(u);
      DoubleVector upper = DoubleVector.broadcast(DOUBLES, c.coefficient(0));
      DoubleVector lower = DoubleVector.broadcast(DOUBLES, c.coefficient(1));
      for (int j = 2; j < c.size(); j += 2) {
        upper = upper.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j)));
        lower = lower.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j + 1)));
      }
      DoubleVector bell = load(value, i);
      DoubleVector tail = bell.mul(upper.fma(u, lower).mul(inverse));
      var negative = z.compare(LT, 0);
      DoubleVector phi = one.sub(tail).blend(tail, negative);
      load(h, i).mul(phi).intoArray(value, i);
      DoubleVector density = bell.mul(Normal.ONE_OVER_SQRT_TWO_PI);
      t.blend(t.neg(), negative).fma(density, phi).intoArray(slope, i);
    }
    ScalarActivations.gelu(unit, h, value, slope, whole, n);
  }

  /** {@code out = exp(-z^2 / 2)} at {@code z = unit h} over whole registers, as Normal does. */
  private static void bell(double unit, double[] h, double[] out, int n) {
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    DoubleVector minusHalf = DoubleVector.broadcast(DOUBLES, -0.5);
    DoubleVector zero = DoubleVector.zero(DOUBLES);
    for (int i = 0; i < n; i += WIDTH) {
      DoubleVector t = load(h, i).mul(unit).abs().min(Normal.FLAT);
      t.mul(t).mul(-0.5).intoArray(out, i);
    }
    exp(out, 0, n);
    for (int i = 0; i < n; i += WIDTH) {
      DoubleVector t = load(h, i).mul(unit).abs();
      DoubleVector lost = t.fma(t, t.mul(t).neg());
      DoubleVector bell = load(out, i).mul(minusHalf.fma(lost, one));
      bell.blend(zero, t.compare(GT, Normal.FLAT)).intoArray(out, i);
    }
  }
}
