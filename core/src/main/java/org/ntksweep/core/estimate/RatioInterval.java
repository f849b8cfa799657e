package org.ntksweep.core.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.estimate.bootstrap.Spread;
import org.ntksweep.core.estimate.interval.StudentInterval;
import org.ntksweep.core.number.ScaledNumber;

/** Kinds of confidence intervals of a ratio, from its bootstrap. */
public enum RatioInterval {
  /**
   * From {@code r exp(-c s)} to {@code r exp((c + g) s)}, with s the bootstrap's relative standard
   * error, c the quantile of Student's law and, of plain samples, {@code g = 7 e^(3/4) (2 c^2 +
   * 1)/6}, where e is the relative standard error that log-normal samples have at the upper end
   * itself ({@link Tail}).
   *
   * <p>Few samples of a heavy tail mostly miss it: then both the ratio and its error come out too
   * small, together. The longer upper end makes up for that. g has the form of the correction of a
   * studentized mean for skewness (Hall 1992, 3.5); its factor was fitted to log-normal samples of
   * ratio 1.05 to 5. Weights are bounded, and need no such correction.
   */
  LOG_NORMAL {
    @Override
    Spread of(
        double ratio, Spread replicates, long freedom, SampleShape samples, double confidence) {
      double error = replicates.error() / ratio;
      if (error == 0 || Double.isNaN(error)) {
        return replicates;
      }
      double reach = StudentInterval.halfWidth(confidence, freedom);
      double low = ratio * exp(-reach * error);
      double high = ratio * exp(reach * error);
      double skew = SKEWNESS * (2 * reach * reach + 1) / 6;
      for (int i = 0; i < STEPS && !samples.weighted(); i++) {
        double expected = samples.tail().relativeError(high, error, samples.size());
        high = ratio * exp((reach + skew * threeQuarters(Math.min(1, expected))) * error);
      }
      return new Spread(replicates.error(), low, high);
    }
  },

  /** Between percentiles of the bootstrap replicates (Efron and Tibshirani 1993, chapter 13). */
  PERCENTILE {
    @Override
    Spread of(
        double ratio, Spread replicates, long freedom, SampleShape samples, double confidence) {
      return replicates;
    }
  };

  private static final double SKEWNESS = 7;

  /** So often the upper end is put into its own formula, which is enough for three digits. */
  private static final int STEPS = 6;

  /**
   * The interval.
   *
   * @param replicates their standard deviation and percentiles
   * @param freedom degrees of freedom of the standard deviation
   * @param samples what the samples are like
   * @param confidence the nominal coverage
   */
  abstract Spread of(
      double ratio, Spread replicates, long freedom, SampleShape samples, double confidence);

  /** {@code x^(3/4)}, in operations that are correctly rounded everywhere. */
  private static double threeQuarters(double x) {
    double root = Math.sqrt(x);
    return root * Math.sqrt(root);
  }

  private static double exp(double x) {
    return ScaledNumber.exp(x).value();
  }

  /** The name used in sweep files: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name, or empty if there is none. */
  public static Optional<RatioInterval> parse(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
