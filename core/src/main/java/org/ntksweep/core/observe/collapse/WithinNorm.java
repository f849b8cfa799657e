package org.ntksweep.core.observe.collapse;

/** The norm of the sum over classes of the covariance of features within. */
final class WithinNorm implements Features.Visitor {
  private final ClassMoments moments;
  private final double[][] mean;
  private final double unit;
  private final OuterProducts products;
  private final double[] difference;

  /**
   * Of nobody yet.
   *
   * @param moments of the same features
   * @param unit what features are divided by before they are squared
   */
  WithinNorm(ClassMoments moments, double unit) {
    this.moments = moments;
    this.unit = unit;
    mean = moments.means();
    difference = new double[mean[0].length];
    products = new OuterProducts(moments.classOf().length, difference.length);
  }

  @Override
  public void take(int i, double[] h) {
    int own = moments.classOf()[i];
    double size = unit * Math.sqrt(moments.count(own));
    for (int p = 0; p < difference.length; p++) {
      difference[p] = (h[p] - mean[own][p]) / size;
    }
    products.add(difference);
  }

  /** {@code |H2 H2'|_F}. */
  double value() {
    return products.norm() * unit * unit;
  }
}
