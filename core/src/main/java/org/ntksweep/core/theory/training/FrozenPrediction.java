package org.ntksweep.core.theory.training;

/**
 * The loss along training as it is if the kernel stays what it is at the start: components of the
 * residual along the eigenvectors of the kernel shrink each at a rate of its own. Exact for models
 * that are linear in what is trained.
 */
public final class FrozenPrediction {
  /** The weight of an example times the eigenvalue. */
  private final double[] rates;

  /** The loss at the start that is due to an eigenvector, all outputs together. */
  private final double[] losses;

  FrozenPrediction(double[] rates, double[] losses) {
    this.rates = rates;
    this.losses = losses;
  }

  /**
   * After steps on all examples.
   *
   * @param steps at least 0
   * @return infinite where steps too large have left the range of a double
   */
  public double lossAfter(long steps, LinearUpdate update) {
    return loss(rate -> update.residual(rate, steps));
  }

  /**
   * In gradient flow.
   *
   * @param time at least 0
   */
  public double lossAt(double time) {
    return loss(rate -> StrictMath.exp(-time * rate));
  }

  private interface Residual {
    double of(double rate);
  }

  private double loss(Residual residual) {
    double sum = 0;
    for (int k = 0; k < rates.length; k++) {
      if (losses[k] > 0) {
        double left = residual.of(rates[k]);
        sum += losses[k] * left * left;
      }
    }
    return sum;
  }
}
