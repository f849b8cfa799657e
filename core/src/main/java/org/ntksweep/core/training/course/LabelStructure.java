package org.ntksweep.core.training.course;

import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.observe.labels.BlockMeans;
import org.ntksweep.core.observe.labels.KernelBlocks;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/** What the targets have of the kernels of a training. */
public final class LabelStructure {
  private final KernelLabels labels;

  private LabelStructure(KernelLabels labels) {
    this.labels = labels;
  }

  /** That of the kernels of some examples; empty where it is not looked at. */
  public static Optional<LabelStructure> of(Examples examples, Training training) {
    return training.observed().contains(Observation.LABELS)
        ? Optional.of(new LabelStructure(KernelLabels.of(examples, training.kernelExamples())))
        : Optional.empty();
  }

  /** Records what the kernel of a record has of it. */
  public void record(TrainingRecord record) {
    double[] kernel = record.kernel();
    record.set(Quantity.ALIGNMENT, labels.alignment().of(kernel));
    record.set(Quantity.CENTERED_ALIGNMENT, labels.alignment().centeredOf(kernel));
    labels.blocks().ifPresent(of -> record(of, kernel, record));
  }

  private static void record(KernelBlocks blocks, double[] kernel, TrainingRecord record) {
    BlockMeans means = blocks.means(kernel);
    record.set(Quantity.MEAN_DIAGONAL, means.diagonal());
    record.set(Quantity.SAME_CLASS, means.sameClass());
    record.set(Quantity.OTHER_CLASS, means.otherClass());
    BlockMeans deviations = blocks.deviations(kernel, means);
    record.set(Quantity.DIAGONAL_SD, deviations.diagonal());
    record.set(Quantity.SAME_CLASS_SD, deviations.sameClass());
    record.set(Quantity.OTHER_CLASS_SD, deviations.otherClass());
  }
}
