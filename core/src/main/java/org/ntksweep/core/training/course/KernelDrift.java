package org.ntksweep.core.training.course;

import java.util.Arrays;
import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.observe.Units;
import org.ntksweep.core.theory.training.Spectrum;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/** How far the kernel of a network has moved since its initialization. */
public final class KernelDrift {
  private final int inputs;
  private final Precision precision;
  private final Optional<LabelStructure> labels;

  /** The kernel at initialization, in units of {@code 2^unit}. */
  private final double[] first;

  private final double[] now;
  private int unit;

  /**
   * For kernels of the examples of a training.
   *
   * @param precision of the numbers that kernels are computed in
   */
  public KernelDrift(Examples examples, Training training, Precision precision) {
    inputs = training.kernelExamples();
    this.precision = precision;
    labels = LabelStructure.of(examples, training, precision);
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
    unit = Math.getExponent(Units.of(upperTriangle));
    write(upperTriangle, first);
  }

  /**
   * As {@link #record(KernelMatrix, TrainingRecord)} does.
   *
   * @param upperTriangle row by row; kept by the record
   */
  public void record(double[] upperTriangle, TrainingRecord record) {
    write(upperTriangle, now);
    record(record);
    record.setEntries(KernelEntries.KERNEL, upperTriangle);
  }

  /**
   * Records a kernel: its norm, how far it is from the first, its spectrum, what the targets have
   * of it where that is looked at, and its entries. What has no value, such as the change of a
   * kernel that began as 0, is not a number.
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
    record.set(Quantity.CHANGE, UpperTriangles.distance(now, first, inputs) / firstNorm);
    record(Spectrum.of(now, precision), record);
    labels.ifPresent(structure -> structure.record(now, unit, record));
  }

  private void record(Spectrum spectrum, TrainingRecord record) {
    record.set(Quantity.EIGENVALUE_MAX, Math.scalb(spectrum.largest(), unit));
    record.set(Quantity.EIGENVALUE_MIN, Math.scalb(spectrum.smallest(), unit));
    record.set(Quantity.CONDITION, spectrum.condition());
    record.set(Quantity.EFFECTIVE_RANK, spectrum.effectiveRank());
  }

  private void write(double[] kernel, double[] out) {
    Arrays.setAll(out, p -> Math.scalb(kernel[p], -unit));
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
