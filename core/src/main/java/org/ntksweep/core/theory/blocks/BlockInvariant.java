package org.ntksweep.core.theory.blocks;

/**
 * What gradient flow conserves as long as the kernel of the features keeps its blocks, (26) of
 * Seleznova et al. (2023):
 *
 * <pre>
 * E = V - F,   V = W'W / (u m),   F = H1 (I - alpha J) H1' / mu_class + H2 H2' / mu_single
 * </pre>
 *
 * <p>with the last weights W, the class means H1 of the features, their deviations H2 and {@code
 * mu_single}, {@code mu_class}, alpha of the {@link BlockKernel}. u is 1 where weights themselves
 * are moved by their gradient, and the factor of the NTK parametrization where that is used.
 *
 * @param norm {@code |E|_F}
 * @param alignment {@code <V, F>_F / (|V|_F |F|_F)}, 1 where E is a multiple of {@code W'W}: (28)
 *     with the sum of its terms, where the difference is printed; NaN where one is 0
 */
public record BlockInvariant(double norm, double alignment) {

  /**
   * That of a network, or of the model. Not numbers where an eigenvalue of the kernel is 0 or not
   * finite.
   *
   * @param weights W, a row of n numbers for every output
   * @param means the columns of H1: a row of n numbers for every class
   * @param within {@code H2 H2'}: the sum over examples of {@code (h - mu_c) (h - mu_c)'}, divided
   *     by m
   * @param kernel of a feature
   * @param weightFactor u
   */
  public static BlockInvariant of(
      double[][] weights,
      double[][] means,
      OuterProductSum within,
      BlockKernel kernel,
      double weightFactor) {
    OuterProductSum ofWeights = new OuterProductSum(within.order());
    ofWeights.add(1 / (weightFactor * kernel.perClass()), weights);
    OuterProductSum ofFeatures = new OuterProductSum(within.order());
    ofFeatures.add(1 / kernel.single(), within);
    ofFeatures.add(1 / kernel.ofClass(), means);
    ofFeatures.add(-kernel.alpha() / kernel.ofClass(), sum(means));
    double alignment = ofWeights.inner(ofFeatures) / ofWeights.norm() / ofFeatures.norm();
    ofWeights.add(-1, ofFeatures);
    return new BlockInvariant(ofWeights.norm(), alignment);
  }

  private static double[] sum(double[][] rows) {
    double[] sum = new double[rows[0].length];
    for (double[] row : rows) {
      for (int p = 0; p < sum.length; p++) {
        sum[p] += row[p];
      }
    }
    return sum;
  }
}
