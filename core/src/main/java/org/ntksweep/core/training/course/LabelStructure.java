package org.ntksweep.core.training.course;

import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.observe.labels.BlockMeans;
import org.ntksweep.core.observe.labels.KernelBlocks;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/** What the targets have of the kernels of a training. */
final class LabelStructure {
  private final KernelLabels labels;
  private final double onesAlignment;
  private final double identityAlignment;

  private LabelStructure(KernelLabels labels) {
    this.labels = labels;
    onesAlignment = labels.alignment().ofOnes();
    identityAlignment = labels.alignment().ofIdentity();
  }

  /**
   * That of the kernels of some examples; empty where it is not looked at.
   *
   * @param precision of the numbers that kernels are computed in
   */
  static Optional<LabelStructure> of(Examples examples, Training training, Precision precision) {
    return training.observed().contains(Observation.LABELS)
        ? Optional.of(
            new LabelStructure(KernelLabels.of(examples, training.kernelExamples(), precision)))
        : Optional.empty();
  }

  /**
   * Records what a kernel has of it.
   *
   * @param kernel its upper triangle, row by row, in units of {@code 2^unit}
   */
  void record(double[] kernel, int unit, TrainingRecord record) {
    record.set(Quantity.ALIGNMENT, labels.alignment().of(kernel));
    record.set(Quantity.ONES_ALIGNMENT, onesAlignment);
    record.set(Quantity.IDENTITY_ALIGNMENT, identityAlignment);
    record.set(Quantity.CENTERED_ALIGNMENT, labels.alignment().centeredOf(kernel));
    labels.blocks().ifPresent(of -> record(of, kernel, unit, record));
  }

  private static void record(
      KernelBlocks blocks, double[] kernel, int unit, TrainingRecord record) {
    BlockMeans means = blocks.means(kernel);
    record.set(Quantity.MEAN_DIAGONAL, Math.scalb(means.diagonal(), unit));
    record.set(Quantity.SAME_CLASS, Math.scalb(means.sameClass(), unit));
    record.set(Quantity.OTHER_CLASS, Math.scalb(means.otherClass(), unit));
    BlockMeans deviations = blocks.deviations(kernel, means);
    record.set(Quantity.DIAGONAL_SD, Math.scalb(deviations.diagonal(), unit));
    record.set(Quantity.SAME_CLASS_SD, Math.scalb(deviations.sameClass(), unit));
    record.set(Quantity.OTHER_CLASS_SD, Math.scalb(deviations.otherClass(), unit));
  }
}
