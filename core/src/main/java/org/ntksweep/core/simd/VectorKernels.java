package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

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
    DoubleVector flat = DoubleVector.broadcast(DOUBLES, Elementary.TANH_FLAT);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector e = expm1(x.abs().min(flat).mul(-2));
      DoubleVector t = withSignOf(x, e.neg().div(e.add(2)));
      t.intoArray(value, i);
      t.neg().fma(t, one).intoArray(slope, i);
    }
    for (; i < n; i++) {
      double t = Elementary.tanh(h[i]);
      value[i] = t;
      slope[i] = Math.fma(-t, t, 1);
    }
  }

  @Override
  public void erf(double[] h, double[] value, double[] slope, int n) {
    DoubleVector flat = DoubleVector.broadcast(DOUBLES, Elementary.ERF_FLAT);
    DoubleVector third = DoubleVector.broadcast(DOUBLES, 1.0 / 3);
    DoubleVector minusOne = DoubleVector.broadcast(DOUBLES, -1);
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      DoubleVector x = load(h, i);
      DoubleVector t = x.abs().min(flat);
      DoubleVector exponent = t.mul(polynomial(Elementary.ERF, t.fma(third, minusOne)));
      withSignOf(x, expm1(exponent.neg()).neg()).intoArray(value, i);
      DoubleVector square =
          x.neg().mul(x).max(DoubleVector.broadcast(DOUBLES, Elementary.EXP_FLAT));
      exp(square).mul(Elementary.TWO_OVER_SQRT_PI).intoArray(slope, i);
    }
    for (; i < n; i++) {
      double x = h[i];
      value[i] = Elementary.erf(x);
      slope[i] = Elementary.erfSlope(x);
    }
  }

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(DOUBLES, a, at);
  }

  private static DoubleVector withSignOf(DoubleVector x, DoubleVector magnitude) {
    return magnitude.blend(magnitude.neg(), x.compare(LT, 0));
  }

  /** As {@link Elementary#exp}, from -700 up. */
  private static DoubleVector exp(DoubleVector x) {
    DoubleVector shifted = shifted(x);
    DoubleVector scale = powerOfTwo(shifted);
    return scale.fma(reducedExpm1(x, shifted), scale);
  }

  private static DoubleVector expm1(DoubleVector x) {
    DoubleVector shifted = shifted(x);
    DoubleVector scale = powerOfTwo(shifted);
    return scale.fma(reducedExpm1(x, shifted), scale.sub(1));
  }

  private static DoubleVector shifted(DoubleVector x) {
    return x.fma(
        DoubleVector.broadcast(DOUBLES, Elementary.LOG2_E),
        DoubleVector.broadcast(DOUBLES, Elementary.ROUND));
  }

  private static DoubleVector reducedExpm1(DoubleVector x, DoubleVector shifted) {
    DoubleVector n = shifted.sub(Elementary.ROUND);
    DoubleVector high = n.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN_2_HIGH), x);
    DoubleVector r = n.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN_2_LOW), high);
    return r.mul(r).fma(polynomial(Elementary.EXPM1, r), r);
  }

  private static DoubleVector powerOfTwo(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .lanewise(ADD, 1023)
        .lanewise(LSHL, 52)
        .reinterpretAsDoubles();
  }

  private static DoubleVector polynomial(double[] c, DoubleVector x) {
    DoubleVector sum = DoubleVector.broadcast(DOUBLES, c[0]);
    for (int i = 1; i < c.length; i++) {
      sum = sum.fma(x, DoubleVector.broadcast(DOUBLES, c[i]));
    }
    return sum;
  }
}
