package org.ntksweep.core.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makes examples of data that were read.
 *
 * @param data what was read
 * @param classes of the labels, where they stand for classes
 * @param scale of the inputs
 * @param targets of the labels
 */
record ExampleMaker(
    LabelledData data, Optional<Classes> classes, InputScale scale, Targets targets) {

  /** These examples. */
  Examples of(int[] chosen) {
    double[][] x = new double[chosen.length][data.dimension()];
    double[][] y = new double[chosen.length][];
    double[] label = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      data.input(chosen[i], x[i]);
      label[i] = data.label(chosen[i]);
      check(chosen[i], x[i], label[i]);
      scale(chosen[i], x[i]);
      y[i] = targets.of(classes.orElse(null), label[i]);
    }
    return new Examples(x, y, label);
  }

  private static void check(int i, double[] x, double label) {
    if (!Double.isFinite(label) || !Arrays.stream(x).allMatch(Double::isFinite)) {
      throw new DataException("example " + i + ": has a number that is not finite");
    }
  }

  private void scale(int i, double[] x) {
    try {
      scale.apply(x);
    } catch (DataException e) {
      throw new DataException("example " + i + ": " + e.getMessage());
    }
    if (!Double.isFinite(Arrays.stream(x).map(entry -> entry * entry).sum())) {
      throw new DataException("example " + i + ": its squared norm is beyond a double");
    }
  }
}
