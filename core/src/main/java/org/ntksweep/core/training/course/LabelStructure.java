package org.ntksweep.core.training.course;

import java.util.Arrays;
import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.observe.labels.Alignment;
import org.ntksweep.core.observe.labels.BlockMeans;
import org.ntksweep.core.observe.labels.KernelBlocks;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/** What the targets have of the kernels of a training. */
public final class LabelStructure {
  private final Alignment alignment;

  /** Empty where targets are not of classes. */
  private final Optional<KernelBlocks> blocks;

  private LabelStructure(Examples examples, int count) {
    double[][] targets = new double[count][examples.outputs()];
    for (int i = 0; i < count; i++) {
      int example = i;
      Arrays.setAll(targets[i], k -> examples.target(example, k));
    }
    alignment = new Alignment(targets);
    blocks = TargetClasses.of(examples).map(classes -> new KernelBlocks(classes.ofFirst(count)));
  }

  /** That of the kernels of some examples; empty where it is not looked at. */
  public static Optional<LabelStructure> of(Examples examples, Training training) {
    return training.observed().contains(Observation.LABELS)
        ? Optional.of(new LabelStructure(examples, training.kernelExamples()))
        : Optional.empty();
  }

  /** Records what the kernel of a record has of it. */
  public void record(TrainingRecord record) {
    double[] kernel = record.kernel();
    record.set(Quantity.ALIGNMENT, alignment.of(kernel));
    record.set(Quantity.CENTERED_ALIGNMENT, alignment.centeredOf(kernel));
    blocks.ifPresent(of -> record(of, kernel, record));
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
