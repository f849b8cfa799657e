package org.ntksweep.core.training.flow;

/** The error of a step, as a share of what is to be seen of y. */
final class SeenError {
  /** What is seen need not be known any better once it is this share of what was seen first. */
  private static final double LEAST = 0.03;

  private double[] before;
  private double least;

  /** Takes what is seen where y begins. */
  void begin() {
    least = LEAST * norm(before);
  }

  /** Takes what is seen of y before a step. */
  void accept(double[] seen) {
    before = seen;
  }

  /**
   * By how much more is seen after a step than before it, as a share; never more along the flow.
   */
  double rise(double[] there) {
    return (norm(there) - norm(before)) / Math.max(norm(before), least);
  }

  /**
   * Of a step. What should be seen after it is not larger than what was seen before it: a step errs
   * by no more than that and what is seen after it together, however far the estimate is off where
   * y is stiff.
   *
   * @param there what is seen after it
   * @param off what would be seen if y were off by the estimate of its error
   */
  double of(double[] there, double[] off) {
    double error = Math.min(distance(off, there), norm(before) + norm(there));
    return error == 0 ? 0 : error / Math.max(norm(there), least);
  }

  private static double norm(double[] seen) {
    double sum = 0;
    for (double s : seen) {
      sum += s * s;
    }
    return Math.sqrt(sum);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = a[i] - b[i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }
}
