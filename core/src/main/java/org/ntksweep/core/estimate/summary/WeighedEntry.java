package org.ntksweep.core.estimate.summary;

import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.number.ScaledNumber;

/**
 * One kernel entry t of one sample of weight w, split for exact sums. Set to sample after sample.
 */
final class WeighedEntry {
  /** {@code w t}. */
  double mantissa;

  int exponent;

  /** {@code w t^2}, rounded. */
  double squareMantissa;

  int squareExponent;

  /** {@code log |t|}. */
  double logAbs;

  /** A plain sample, as {@link SampleSeries#sample} reads it. */
  void set(long sample, double theta, double log) {
    double magnitude = Math.abs(theta);
    if (magnitude >= 0x1p-400 && magnitude <= 0x1p400 && Double.isFinite(log)) {
      mantissa = theta;
      exponent = 0;
      logAbs = log;
    } else {
      ScaledNumber number = SampleSeries.sample(sample, theta, log);
      mantissa = number.mantissa();
      exponent = number.exponent();
      logAbs = SampleSeries.logAbs(number, log);
    }
    setSquare(ScaledNumber.of(mantissa * mantissa, 2 * exponent));
  }

  /** A sample with a weight. */
  void set(long sample, double theta, double log, ScaledNumber weight) {
    ScaledNumber number = SampleSeries.sample(sample, theta, log);
    ScaledNumber weighed = number.times(weight);
    mantissa = weighed.mantissa();
    exponent = weighed.exponent();
    logAbs = SampleSeries.logAbs(number, log);
    setSquare(weighed.times(number));
  }

  private void setSquare(ScaledNumber square) {
    squareMantissa = square.mantissa();
    squareExponent = square.exponent();
  }
}
