package org.ntksweep.core.estimate.ratio;

/** The formulas of {@link RatioEstimator}, whose constants say what they are. */
final class RatioFormulas {
  /** With 1/(N-2) for 1/N, which equal samples show. */
  static final UnweightedFormula PUBLISHED =
      new UnweightedFormula() {
        @Override
        public double ratio(Resample t) {
          return leaveOneOutSum(t) / (t.sums().size() - 2);
        }

        @Override
        public double ratioOfConstant(double size) {
          return size / (size - 2);
        }
      };

  private RatioFormulas() {}

  static double plugIn(Sums s) {
    double mean = s.sum() / s.size();
    return s.notBelowOne(s.squares() / s.size() / (mean * mean));
  }

  /** Undefined where the estimate of the squared mean is not positive. */
  static double uRatio(Sums s) {
    double pairs = s.sum() * s.sum() - s.ownSquares();
    return pairs > 0 ? s.notBelowOne((s.size() - 1) * s.squares() / pairs) : Double.NaN;
  }

  static double leaveOneOut(Resample t) {
    return leaveOneOutSum(t) / t.sums().size();
  }

  /** {@code sum_i c_i t_i^2 / U_-i}; NaN where a U_-i is not positive. */
  private static double leaveOneOutSum(Resample t) {
    Sums s = t.sums();
    double sum = 0;
    for (int i = 0; i < t.places(); i++) {
      double rest = s.sum() - t.value(i);
      double pairs = rest * rest - (s.squares() - t.square(i));
      sum += term(t.count(i), t.square(i), pairs);
    }
    return sum * ((s.size() - 1) * (s.size() - 2));
  }

  static double jackknife(Resample t) {
    Sums s = t.sums();
    double others = s.size() - 1;
    double sum = 0;
    for (int i = 0; i < t.places(); i++) {
      double rest = s.sum() - t.value(i);
      sum += term(t.count(i), others * (s.squares() - t.square(i)), rest * rest);
    }
    return s.size() * plugIn(s) - others * (sum / s.size());
  }

  /** A value that does not occur has no term, whatever leaving it out would leave. */
  private static double term(double count, double numerator, double denominator) {
    if (count == 0) {
      return 0;
    }
    return denominator > 0 ? count * numerator / denominator : Double.NaN;
  }
}
