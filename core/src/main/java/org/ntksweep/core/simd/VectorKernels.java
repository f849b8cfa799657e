package org.ntksweep.core.simd;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.ntksweep.core.simd.VectorRegisters.DOUBLES;
import static org.ntksweep.core.simd.VectorRegisters.FLOATS;
import static org.ntksweep.core.simd.VectorRegisters.LONGS;
import static org.ntksweep.core.simd.VectorRegisters.WIDTH;
import static org.ntksweep.core.simd.VectorRegisters.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import org.ntksweep.core.number.Arctan;
import org.ntksweep.core.number.Polynomial;

/**
 * The kernels on the Vector API, with the widest registers of up to eight doubles. What does not
 * fill a register is left to the scalar twin, element by element, so there are no masked loads.
 */
final class VectorKernels extends VectorActivations implements Kernels {
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
  public void widen(float[] in, double[] out, int outFrom, int n) {
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      FloatVector.fromArray(FLOATS, in, i)
          .convertShape(F2D, DOUBLES, 0)
          .reinterpretAsDoubles()
          .intoArray(out, outFrom + i);
    }
    for (; i < n; i++) {
      out[outFrom + i] = in[i];
    }
  }

  @Override
  public void narrow(double[] in, int inFrom, float[] out, int n) {
    int i = 0;
    for (; i <= n - WIDTH; i += WIDTH) {
      load(in, inFrom + i).convertShape(D2F, FLOATS, 0).reinterpretAsFloats().intoArray(out, i);
    }
    for (; i < n; i++) {
      out[i] = (float) in[inFrom + i];
    }
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
}
