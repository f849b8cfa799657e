package org.ntksweep.core.theory.blocks;

import java.util.SplittableRandom;

/** Where flows of C = 3 classes of m = 4 examples with n = 8 features begin in tests. */
public final class BlockStarts {
  /** The classes C. */
  public static final int CLASSES = 3;

  /** The examples m of each. */
  public static final int PER_CLASS = 4;

  /** The features n. */
  public static final int FEATURES = 8;

  /** A kernel with three different rates. */
  public static final BlockKernel KERNEL = new BlockKernel(1.5, 0.6, 0.25, CLASSES, PER_CLASS);

  private BlockStarts() {}

  /** One-hot targets. */
  public static double[][] oneHot() {
    double[][] targets = new double[CLASSES][CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      targets[c][c] = 1;
    }
    return targets;
  }

  /** The flow of a network whose last layer moves by its own gradient. */
  public static BlockFlow flow() {
    return new BlockFlow(KERNEL, 1, 1, oneHot());
  }

  /** All numbers normal; W has the variance 1/n, H1 and H2 have other ones. */
  public static BlockState random(SplittableRandom random) {
    return new BlockState(
        normal(CLASSES, FEATURES, 1 / Math.sqrt(FEATURES), random),
        new double[CLASSES],
        normal(CLASSES, FEATURES, 0.5, random),
        normal(CLASSES * (PER_CLASS - 1), FEATURES, 0.4, random));
  }

  /** A matrix of normal numbers. */
  public static double[][] normal(int rows, int columns, double sd, SplittableRandom random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int p = 0; p < columns; p++) {
        row[p] = sd * random.nextGaussian();
      }
    }
    return matrix;
  }
}
