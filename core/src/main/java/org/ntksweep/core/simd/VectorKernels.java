package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.BITWISE_BLEND;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.ntksweep.core.number.Arctan;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.number.Normal;
import org.ntksweep.core.number.Polynomial;
import org.ntksweep.core.number.Sine;

/**
 * The kernels on the Vector API, with the widest registers of up to eight doubles. What does not
 * fill a register is left to the scalar twin, element by element, so there are no masked loads.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> DOUBLES =
      DoubleVector.SPECIES_PREFERRED.length() > STREAM_LANES
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  private static final VectorSpecies<Long> LONGS =
      VectorSpecies.of(long.class, DOUBLES.vectorShape());

  /** Doubles in a register. */
  private static final int WIDTH = DOUBLES.length();

  VectorKernels() {}

  @Override
  public String description() {
    return "SIMD, " + DOUBLES.vectorBitSize() + " bit";
  }

  @Override
  public void xoshiro(long[] state, long[] out, int rows) {
    for (int lane = 0; lane < STREAM_LANES; lane += WIDTH) {
      LongVector s0 = LongVector.fromArray(LONGS, state, lane);
      LongVector s1 = LongVector.fromArray(LONGS, state, 8 + lane);
      LongVector s2 = LongVector.fromArray(LONGS, state, 16 + lane);
      LongVector s3 = LongVector.fromArray(LONGS, state, 24 + lane);
      for (int i = lane; i < 8 * rows; i += 8) {
        s0.add(s3).lanewise(ROL, 23).add(s0).intoArray(out, i);
        LongVector t = s1.lanewise(LSHL, 17);
        s2 = s2.lanewise(XOR, s0);
        s3 = s3.lanewise(XOR, s1);
        s1 = s1.lanewise(XOR, s2);
        s0 = s0.lanewise(XOR, s3);
        s2 = s2.lanewise(XOR, t);
        s3 = s3.lanewise(ROL, 45);
      }
      s0.intoArray(state, lane);
      s1.intoArray(state, 8 + lane);
      s2.intoArray(state, 16 + lane);
      s3.intoArray(state, 24 + lane);
    }
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    double[] sums = new double[SUM_LANES];
    int whole = n & -SUM_LANES;
    if (whole > 0) {
      wholeDot(a, aFrom, b, bFrom, whole, sums);
    }
    for (int i = whole; i < n; i++) {
      sums[i - whole] = Math.fma(a[aFrom + i], b[bFrom + i], sums[i - whole]);
    }
    return ScalarKernels.total(sums);
  }

  /** The part of an inner product that fills all partial sums equally often. */
  private static void wholeDot(double[] a, int aFrom, double[] b, int bFrom, int n, double[] sums) {
    for (int lane = 0; lane < SUM_LANES; lane += 2 * WIDTH) {
      DoubleVector even = DoubleVector.zero(DOUBLES);
      DoubleVector odd = DoubleVector.zero(DOUBLES);
      for (int i = lane; i < n; i += SUM_LANES) {
        even = load(a, aFrom + i).fma(load(b, bFrom + i), even);
        odd = load(a, aFrom + i + WIDTH).fma(load(b, bFrom + i + WIDTH), odd);
      }
      even.intoArray(sums, lane);
      odd.intoArray(sums, lane + WIDTH);
    }
  }

  @Override
  public void dotBoth(double[] a, int aFrom, double[] b, double[] c, int n, double[] out) {
    double[] bSums = new double[SUM_LANES];
    double[] cSums = new double[SUM_LANES];
    int whole = n & -SUM_LANES;
    for (int lane = 0; lane < SUM_LANES; lane += 2 * WIDTH) {
      DoubleVector bEven = DoubleVector.zero(DOUBLES);
      DoubleVector bOdd = DoubleVector.zero(DOUBLES);
      DoubleVector cEven = DoubleVector.zero(DOUBLES);
      DoubleVector cOdd = DoubleVector.zero(DOUBLES);
      for (int i = lane; i < whole; i += SUM_LANES) {
        DoubleVector even = load(a, aFrom + i);
        DoubleVector odd = load(a, aFrom + i + WIDTH);
        bEven = even.fma(load(b, i), bEven);
        cEven = even.fma(load(c, i), cEven);
        bOdd = odd.fma(load(b, i + WIDTH), bOdd);
        cOdd = odd.fma(load(c, i + WIDTH), cOdd);
      }
      bEven.intoArray(bSums, lane);
      bOdd.intoArray(bSums, lane + WIDTH);
      cEven.intoArray(cSums, lane);
      cOdd.intoArray(cSums, lane + WIDTH);
    }
    for (int i = whole; i < n; i++) {
      bSums[i - whole] = Math.fma(a[aFrom + i], b[i], bSums[i - whole]);
      cSums[i - whole] = Math.fma(a[aFrom + i], c[i], cSums[i - whole]);
    }
    out[0] = ScalarKernels.total(bSums);
    out[1] = ScalarKernels.total(cSums);
  }

  @Override
  public void addScaled(double f, double[] x, double[] y, int n) {
    DoubleVector factor = DoubleVector.broadcast(DOUBLES, f);
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      factor.fma(load(x, i), load(y, i)).intoArray(y, i);
    }
    for (; i < n; i++) {
      y[i] = Math.fma(f, x[i], y[i]);
    }
  }

  @Override
  public void scale(double f, double[] x, double[] out, int n) {
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      load(x, i).mul(f).intoArray(out, i);
    }
    for (; i < n; i++) {
      out[i] = f * x[i];
    }
  }

  @Override
  public void multiply(double[] x, double[] y, double[] out, int n) {
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      load(x, i).mul(load(y, i)).intoArray(out, i);
    }
    for (; i < n; i++) {
      out[i] = x[i] * y[i];
    }
  }

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
    scale(Elementary.TWO_OVER_SQRT_PI, slope, slope, whole);
    for (int i = whole; i < n; i++) {
      value[i] = Elementary.erf(h[i]);
      slope[i] = Elementary.erfSlope(h[i]);
    }
  }

  @Override
  public void sigmoid(double[] h, double[] value, double[] slope, int n) {
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
    ScalarKernels.sigmoid(h, value, slope, whole, n);
  }

  @Override
  public void gelu(double unit, double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    bell(unit, h, value, slope, whole);
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
    ScalarKernels.gelu(unit, h, value, slope, whole, n);
  }

  /** {@code out = exp(-z^2 / 2)} at {@code z = unit h} over whole registers, as Normal does. */
  private static void bell(double unit, double[] h, double[] out, double[] work, int n) {
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

  @Override
  public void leakyRelu(double leak, double[] h, double[] value, double[] slope, int n) {
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    DoubleVector leaking = DoubleVector.broadcast(DOUBLES, leak);
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector s = leaking.blend(one, x.compare(GT, 0));
      s.mul(x).intoArray(value, i);
      s.intoArray(slope, i);
    }
    ScalarKernels.leakyRelu(leak, h, value, slope, i, n);
  }

  @Override
  public void sin(double[] h, double[] value, double[] slope, int n) {
    int whole = n - n % WIDTH;
    if (sinReduced(h, value, slope, whole) > Sine.LIMIT) {
      for (int i = 0; i < whole; i++) {
        if (Math.abs(h[i]) > Sine.LIMIT) {
          Sine.beyondLimit(i, h, value, slope);
        }
      }
    }
    ScalarKernels.sin(h, value, slope, whole, n);
  }

  @Override
  public void arctan(double[] y, double[] x, double[] out, int n) {
    int whole = n & -WIDTH;
    Polynomial c = Arctan.SERIES;
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector up = load(y, i);
      DoubleVector along = load(x, i);
      DoubleVector t = up.div(along.add(up.fma(up, along.mul(along)).sqrt()));
      DoubleVector z = t.mul(t);
      DoubleVector square = z.mul(z);
      DoubleVector upper = DoubleVector.broadcast(DOUBLES, c.coefficient(0));
      DoubleVector lower = DoubleVector.broadcast(DOUBLES, c.coefficient(1));
      for (int j = 2; j < c.size(); j += 2) {
        upper = upper.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j)));
        lower = lower.fma(square, DoubleVector.broadcast(DOUBLES, c.coefficient(j + 1)));
      }
      z.mul(t).fma(upper.fma(z, lower), t).mul(2).intoArray(out, i);
    }
    ScalarKernels.arctan(y, x, out, whole, n);
  }

  // Vectors stay within one loop body: handed to a method that the compiler then does not inline,
  // they would become objects. So the functions below work on whole arrays.

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

  /** {@code x = e^x - less} over whole registers, as Elementary does. */
  private static void exp(double[] x, double less, int n) {
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

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(DOUBLES, a, at);
  }
}
