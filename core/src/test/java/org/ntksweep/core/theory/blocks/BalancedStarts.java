package org.ntksweep.core.theory.blocks;

import java.util.SplittableRandom;

/**
 * Starts whose invariant is 0: {@code W'W / m = H1 (I - alpha J) H1' / mu_class + H2 H2' /
 * mu_single}. For tests.
 */
public final class BalancedStarts {
  private static final int C = BlockStarts.CLASSES;
  private static final BlockKernel KERNEL = BlockStarts.KERNEL;

  private BalancedStarts() {}

  /**
   * Features in a random plane, with the mean 0 and the biases of Theorem 5.2: {@code W = sqrt(m) O
   * F^(1/2)} with an O of orthonormal columns.
   */
  public static BlockState centered(SplittableRandom random) {
    double[][] plane = orthonormal(2, BlockStarts.FEATURES, random);
    double[][] center = Rows.simplex(C, 1, 1.0 / C);
    double[][] means = Rows.times(center, BlockStarts.normal(C, 2, 0.5, random));
    double[][] deviations = BlockStarts.normal(6, 2, 0.3, random);
    OuterProductSum f = new OuterProductSum(2);
    f.add(BlockStarts.PER_CLASS / KERNEL.ofClass(), means);
    f.add(BlockStarts.PER_CLASS / KERNEL.single(), deviations);
    double[][] turned = Rows.transpose(orthonormal(2, C, random));
    return new BlockState(
        Rows.times(Rows.times(turned, root(f)), plane),
        new double[] {1.0 / C, 1.0 / C, 1.0 / C},
        Rows.times(means, plane),
        Rows.times(deviations, plane));
  }

  /** Of order 2: {@code (F + sqrt(det) I) / sqrt(tr + 2 sqrt(det))}. */
  private static double[][] root(OuterProductSum f) {
    double det = Math.sqrt(f.at(0, 0) * f.at(1, 1) - f.at(0, 1) * f.at(1, 0));
    double scale = Math.sqrt(f.at(0, 0) + f.at(1, 1) + 2 * det);
    return new double[][] {
      {(f.at(0, 0) + det) / scale, f.at(0, 1) / scale},
      {f.at(1, 0) / scale, (f.at(1, 1) + det) / scale}
    };
  }

  /**
   * No class before another, no deviations, a mean that is not 0: {@code H1 = U S / 2} and {@code W
   * = sqrt(m / mu_class) (I - phi J) H1'} with an S of the form {@code I - g J} and a root {@code I
   * - phi J} of {@code I - alpha J}. Biases stay equal.
   */
  public static BlockState symmetric(double bias, SplittableRandom random) {
    double[][] frame = orthonormal(C, BlockStarts.FEATURES, random);
    double[][] means = Rows.times(Rows.simplex(C, 0.5, -0.2), frame);
    double phi = (1 - Math.sqrt(1 - KERNEL.alpha() * C)) / C;
    double scale = Math.sqrt(BlockStarts.PER_CLASS / KERNEL.ofClass());
    return new BlockState(
        Rows.times(Rows.simplex(C, scale, phi), means),
        new double[] {bias, bias, bias},
        means,
        new double[0][]);
  }

  /** Rows of a random orthonormal set, by Gram and Schmidt. */
  static double[][] orthonormal(int rows, int columns, SplittableRandom random) {
    double[][] basis = BlockStarts.normal(rows, columns, 1, random);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        double product = Rows.inner(basis[i], basis[j]);
        for (int p = 0; p < columns; p++) {
          basis[i][p] -= product * basis[j][p];
        }
      }
      double norm = Math.sqrt(Rows.inner(basis[i], basis[i]));
      for (int p = 0; p < columns; p++) {
        basis[i][p] /= norm;
      }
    }
    return basis;
  }
}
