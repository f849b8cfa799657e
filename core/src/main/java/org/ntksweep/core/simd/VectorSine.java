package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.BITWISE_BLEND;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.ntksweep.core.simd.VectorRegisters.DOUBLES;
import static org.ntksweep.core.simd.VectorRegisters.WIDTH;
import static org.ntksweep.core.simd.VectorRegisters.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Sine;

/** Sines and cosines on the Vector API. */
final class VectorSine {
  private VectorSine() {}

  static void sin(double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    if (sinReduced(h, value, slope, whole) > Sine.LIMIT) {
      for (int i = 0; i < whole; i++) {
        if (Math.abs(h[i]) > Sine.LIMIT) {
          Sine.beyondLimit(i, h, value, slope);
        }
      }
    }
    ScalarActivations.sin(h, value, slope, whole, n);
  }

  /** Sines and cosines over whole registers, right up to the limit; returns the largest |h|. */
  private static double sinReduced(double[] h, double[] sin, double[] cos, int n) {
    DoubleVector twoOverPi = DoubleVector.broadcast(DOUBLES, Sine.TWO_OVER_PI);
    DoubleVector round = DoubleVector.broadcast(DOUBLES, Elementary.ROUND);
    DoubleVector high = DoubleVector.broadcast(DOUBLES, -Sine.HALF_PI_HIGH);
    DoubleVector middle = DoubleVector.broadcast(DOUBLES, -Sine.HALF_PI_MIDDLE);
    DoubleVector low = DoubleVector.broadcast(DOUBLES, -Sine.HALF_PI_LOW);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    DoubleVector largest = DoubleVector.zero(DOUBLES);
    for (int i = 0; i < n; i += WIDTH) {
      DoubleVector x = load(h, i);
      largest = largest.max(x.abs());
      DoubleVector shifted = x.fma(twoOverPi, round);
      DoubleVector count = shifted.sub(Elementary.ROUND);
      DoubleVector r = count.fma(low, count.fma(middle, count.fma(high, x)));
      DoubleVector z = r.mul(r);
      DoubleVector square = z.mul(z);
      DoubleVector sinUpper = DoubleVector.broadcast(DOUBLES, Sine.SIN.coefficient(0));
      DoubleVector sinLower = DoubleVector.broadcast(DOUBLES, Sine.SIN.coefficient(1));
      DoubleVector cosUpper = DoubleVector.broadcast(DOUBLES, Sine.COS.coefficient(0));
      DoubleVector cosLower = DoubleVector.broadcast(DOUBLES, Sine.COS.coefficient(1));
      for (int j = 2; j < Sine.SIN.size(); j += 2) {
        sinUpper = sinUpper.fma(square, DoubleVector.broadcast(DOUBLES, Sine.SIN.coefficient(j)));
        sinLower =
            sinLower.fma(square, DoubleVector.broadcast(DOUBLES, Sine.SIN.coefficient(j + 1)));
        cosUpper = cosUpper.fma(square, DoubleVector.broadcast(DOUBLES, Sine.COS.coefficient(j)));
        cosLower =
            cosLower.fma(square, DoubleVector.broadcast(DOUBLES, Sine.COS.coefficient(j + 1)));
      }
      DoubleVector half = z.mul(0.5);
      DoubleVector leading = one.sub(half);
      DoubleVector lost = one.sub(leading).sub(half);
      DoubleVector s = z.mul(r).fma(sinUpper.fma(z, sinLower), r);
      DoubleVector c = leading.add(square.fma(cosUpper.fma(z, cosLower), lost));
      // In bits: all ones where the quadrant is odd, and the signs of both.
      LongVector quadrant = shifted.reinterpretAsLongs();
      LongVector odd = quadrant.lanewise(AND, 1).neg();
      LongVector sinBits = s.reinterpretAsLongs();
      LongVector cosBits = c.reinterpretAsLongs();
      LongVector sinSign = quadrant.lanewise(AND, 2).lanewise(LSHL, 62);
      LongVector cosSign = quadrant.add(1).lanewise(AND, 2).lanewise(LSHL, 62);
      LongVector y = sinBits.lanewise(BITWISE_BLEND, cosBits, odd).lanewise(XOR, sinSign);
      LongVector slope = cosBits.lanewise(BITWISE_BLEND, sinBits, odd).lanewise(XOR, cosSign);
      y.reinterpretAsDoubles().intoArray(sin, i);
      slope.reinterpretAsDoubles().intoArray(cos, i);
    }
    return largest.reduceLanes(MAX);
  }
}
