package org.ntksweep.core.estimate;

/** The formulas of {@link RatioEstimator}, whose constants say what they are. */
final class RatioFormulas {
  private RatioFormulas() {}

  static double plugIn(double n, double s1, double s2) {
    double mean = s1 / n;
    return s2 / n / (mean * mean);
  }

  static double uRatio(double n, double s1, double s2) {
    double pairs = s1 * s1 - s2;
    return (n - 1) * s2 / pairs;
  }

  static SamplesFormula onSamples(SumsFormula formula) {
    return t -> formula.ratio(t.size(), t.sum(), t.sumOfSquares());
  }

  static double leaveOneOut(WeightedSample t) {
    return leaveOneOutSum(t) / t.size();
  }

  static double published(WeightedSample t) {
    return leaveOneOutSum(t) / (t.size() - 2);
  }

  /** {@code sum_i w_i t_i^2 / U_-i}. */
  private static double leaveOneOutSum(WeightedSample t) {
    double sum = 0;
    for (int i = 0; i < t.places(); i++) {
      double rest = t.sum() - t.value(i);
      double pairs = rest * rest - (t.sumOfSquares() - t.square(i));
      sum += term(t.count(i), t.square(i), pairs);
    }
    return sum * ((t.size() - 1) * (t.size() - 2));
  }

  static double jackknife(WeightedSample t) {
    double others = t.size() - 1;
    double sum = 0;
    for (int i = 0; i < t.places(); i++) {
      double rest = t.sum() - t.value(i);
      sum += term(t.count(i), others * (t.sumOfSquares() - t.square(i)), rest * rest);
    }
    return t.size() * plugIn(t.size(), t.sum(), t.sumOfSquares()) - others * (sum / t.size());
  }

  /** A value that does not occur has no term, even if leaving it out would leave nothing. */
  private static double term(double count, double numerator, double denominator) {
    return denominator == 0 && count == 0 ? 0 : count * numerator / denominator;
  }
}
