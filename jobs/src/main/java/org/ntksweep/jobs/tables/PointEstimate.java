package org.ntksweep.jobs.tables;

import java.io.Serializable;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.jobs.config.RatioTarget;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * What is known of one kernel entry of one point: a row of the estimates.
 *
 * @param point the point
 * @param cosine between the two inputs
 * @param measured what its samples say
 * @param theory what theory says
 * @param needed how many plain samples theory says a standard error of 10 % takes at cosine 1; NaN
 *     where it does not
 * @param how how it was estimated
 */
public record PointEstimate(
    SweepPoint point,
    double cosine,
    KernelEstimate measured,
    LawTheory theory,
    double needed,
    How how) {

  /**
   * How a sweep estimates.
   *
   * @param estimator of the dispersion
   * @param relError half of an interval over its ratio, as asked for; NaN if nothing is asked
   */
  public record How(RatioEstimator estimator, double relError) implements Serializable {
    private static final long serialVersionUID = 1;

    /** How a sweep says. */
    public static How of(Sweep sweep) {
      double relError = sweep.sampling().target().map(RatioTarget::relError).orElse(Double.NaN);
      return new How(sweep.estimation().estimator(), relError);
    }
  }

  /** How many standard errors the mean is off; NaN where one of the three is unknown or 0. */
  double zMean() {
    return z(measured.mean() - theory.exactMean().orElse(Double.NaN), measured.meanSe());
  }

  /** How many standard errors the ratio is off; NaN likewise. */
  double zRatio() {
    return z(measured.ratio() - theory.exactRatio().orElse(Double.NaN), measured.ratioSe());
  }

  private static double z(double difference, double error) {
    return error == 0 ? Double.NaN : difference / error;
  }

  /**
   * Whether the interval of the ratio is not to be trusted: what theory knows beforehand decides,
   * alone on the diagonal, together with the samples elsewhere.
   */
  boolean underpowered() {
    if (point.isWeighted() || Double.isNaN(needed)) {
      return measured.underpowered();
    }
    return measured.isUnderpowered(needed) || (cosine != 1 && measured.underpowered());
  }

  /** Whether the ratio is as exact as asked; null if nothing is asked. */
  Boolean targetReached() {
    return Double.isNaN(how.relError()) ? null : (Boolean) isWithin(how.relError());
  }

  private boolean isWithin(double relError) {
    return !underpowered()
        && measured.ratioHi() - measured.ratioLo() <= 2 * relError * measured.ratio();
  }
}
