package org.ntksweep.core.training.course;

import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.theory.training.Spectrum;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

/** How far the kernel of a network has moved since its initialization. */
public final class KernelDrift {
  private final int inputs;

  /** The kernel at initialization, in units of {@code 2^unit}. */
  private final double[] first;

  private final double[] now;
  private int unit;

  /** For kernels of so many inputs. */
  public KernelDrift(int inputs) {
    this.inputs = inputs;
    first = new double[UpperTriangles.size(inputs)];
    now = new double[first.length];
  }

  /** Takes a kernel for the one of the initialization. */
  public void begin(KernelMatrix kernel) {
    unit = Integer.MIN_VALUE;
    for (int i = 0; i < inputs; i++) {
      ScaledNumber diagonal = kernel.number(i, i);
      unit = diagonal.isZero() ? unit : Math.max(unit, diagonal.exponent());
    }
    unit = unit == Integer.MIN_VALUE ? 0 : unit;
    write(kernel, first);
  }

  /**
   * The same of a kernel within the range of a double.
   *
   * @param upperTriangle row by row
   */
  public void begin(double[] upperTriangle) {
    unit = 0;
    System.arraycopy(upperTriangle, 0, first, 0, first.length);
  }

  /**
   * As {@link #record(KernelMatrix, TrainingRecord)} does.
   *
   * @param upperTriangle row by row; kept by the record
   */
  public void record(double[] upperTriangle, TrainingRecord record) {
    System.arraycopy(upperTriangle, 0, now, 0, now.length);
    record(record);
    record.setEntries(KernelEntries.KERNEL, upperTriangle);
  }

  /**
   * Records a kernel: its norm, how far it is from the first, its spectrum and its entries. What
   * has no value, such as the change of a kernel that began as 0, is not a number.
   */
  public void record(KernelMatrix kernel, TrainingRecord record) {
    write(kernel, now);
    record(record);
    record.setEntries(KernelEntries.KERNEL, entries(kernel));
  }

  private void record(TrainingRecord record) {
    double norm = UpperTriangles.norm(now, inputs);
    double firstNorm = UpperTriangles.norm(first, inputs);
    record.set(Quantity.KERNEL_NORM, Math.scalb(norm, unit));
    record.set(Quantity.KERNEL_COSINE, UpperTriangles.inner(first, now, inputs) / firstNorm / norm);
    record(Spectrum.of(now), record);
    for (int p = 0; p < now.length; p++) {
      now[p] -= first[p];
    }
    record.set(Quantity.CHANGE, UpperTriangles.norm(now, inputs) / firstNorm);
  }

  private void record(Spectrum spectrum, TrainingRecord record) {
    record.set(Quantity.EIGENVALUE_MAX, Math.scalb(spectrum.largest(), unit));
    record.set(Quantity.EIGENVALUE_MIN, Math.scalb(spectrum.smallest(), unit));
    record.set(Quantity.CONDITION, spectrum.condition());
    record.set(Quantity.EFFECTIVE_RANK, spectrum.effectiveRank());
  }

  private void write(KernelMatrix kernel, double[] out) {
    int p = 0;
    for (int i = 0; i < inputs; i++) {
      for (int j = i; j < inputs; j++) {
        out[p++] = kernel.number(i, j).inUnitsOf(unit);
      }
    }
  }

  private double[] entries(KernelMatrix kernel) {
    double[] entries = new double[now.length];
    int p = 0;
    for (int i = 0; i < inputs; i++) {
      for (int j = i; j < inputs; j++) {
        entries[p++] = kernel.theta(i, j);
      }
    }
    return entries;
  }
}
