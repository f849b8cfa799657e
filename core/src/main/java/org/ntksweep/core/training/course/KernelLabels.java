package org.ntksweep.core.training.course;

import java.util.Arrays;
import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.observe.labels.Alignment;
import org.ntksweep.core.observe.labels.KernelBlocks;

/**
 * What kernels of the first examples are held against.
 *
 * @param alignment with their targets
 * @param blocks of their classes; empty where targets are not of classes
 */
record KernelLabels(Alignment alignment, Optional<KernelBlocks> blocks) {

  static KernelLabels of(Examples examples, int count, Precision precision) {
    double[][] targets = new double[count][examples.outputs()];
    for (int i = 0; i < count; i++) {
      int example = i;
      Arrays.setAll(targets[i], k -> examples.target(example, k));
    }
    return new KernelLabels(
        new Alignment(targets, precision),
        TargetClasses.of(examples).map(classes -> new KernelBlocks(classes.ofFirst(count))));
  }
}
