package org.ntksweep.core.training.course;

import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.observe.labels.BlockMeans;
import org.ntksweep.core.observe.labels.KernelBlocks;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

/**
 * What the targets have of features kernels, and the blocks these have: (3) and Definition 3.1 of
 * Seleznova et al. (2023).
 */
public final class FeaturesStructure {
  private final KernelLabels labels;

  /**
   * That of kernels of the first so many examples.
   *
   * @param precision of the numbers that kernels are computed in
   */
  public FeaturesStructure(Examples examples, int count, Precision precision) {
    labels = KernelLabels.of(examples, count, precision);
  }

  /**
   * Records a kernel.
   *
   * @param traced its upper triangle, row by row, traced over features
   * @param features how many
   */
  public void record(double[] traced, int features, TrainingRecord record) {
    record.set(Quantity.FEATURES_ALIGNMENT, labels.alignment().of(traced));
    labels.blocks().ifPresent(blocks -> record(blocks, traced, features, record));
  }

  private static void record(
      KernelBlocks blocks, double[] traced, int features, TrainingRecord record) {
    BlockMeans means = blocks.means(traced);
    record.set(Quantity.KAPPA_D, means.diagonal() / features);
    record.set(Quantity.KAPPA_C, means.sameClass() / features);
    record.set(Quantity.KAPPA_N, means.otherClass() / features);
  }
}
