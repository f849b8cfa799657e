package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Polynomial;

/** Registers and what all vector code shares. */
final class VectorRegisters {
  /** The widest registers of up to eight doubles. */
  static final VectorSpecies<Double> DOUBLES =
      DoubleVector.SPECIES_PREFERRED.length() > Kernels.STREAM_LANES
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());

  /** Doubles in a register. */
  static final int WIDTH = DOUBLES.length();

  /** As many floats, in a register of half the size. */
  static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(WIDTH * Float.SIZE));

  private VectorRegisters() {}

  static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(DOUBLES, a, at);
  }

  /** {@code x = e^x - less} over whole registers, as Elementary does. */
  static void exp(double[] x, double less, int n) {
    Polynomial c = Elementary.EXPM1;
    DoubleVector log2e = DoubleVector.broadcast(DOUBLES, Elementary.LOG2_E);
    DoubleVector round = DoubleVector.broadcast(DOUBLES, Elementary.ROUND);
    DoubleVector high = DoubleVector.broadcast(DOUBLES, -Elementary.LN_2_HIGH);
    DoubleVector low = DoubleVector.broadcast(DOUBLES, -Elementary.LN_2_LOW);
    for (int i = 0; i < n; i += WIDTH) {
      DoubleVector v = load(x, i);
      DoubleVector shifted = v.fma(log2e, round);
      DoubleVector count = shifted.sub(Elementary.ROUND);
      DoubleVector r = count.fma(low, count.fma(high, v));
      DoubleVector square = r.mul(r);
      DoubleVector upper = DoubleVector.broadcast(DOUBLES, c.coefficient(0));
      DoubleVector lower = DoubleVector.broadcast(DOUBLES, c.coefficient(1));
      for (int j = 2; j < c.size(); j += 2) {
        upper = upper.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j)));
        lower = lower.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j + 1)));
      }
      DoubleVector reduced = square.fma(upper.fma(r, lower), r);
      LongVector exponent = shifted.reinterpretAsLongs().lanewise(ADD, 1023);
      DoubleVector scale = exponent.lanewise(LSHL, 52).reinterpretAsDoubles();
      scale.fma(reduced, scale.sub(less)).intoArray(x, i);
    }
  }
}
