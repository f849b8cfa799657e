package org.ntksweep.core.training.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long steps are, from the errors of those that were tried: an error over the one that is
 * allowed goes with the third power of the length. Choice of steps as in RKC.
 */
final class StepLength {
  private static final double GROWTH = 10;
  private static final double SHRINKAGE = 0.1;

  /** Where a field jumps, a step is at most so many times one that is short for its error. */
  private static final double RECOVERY = 2;

  /** A step that would make the course drift is made shorter by so much: jumps are near. */
  private static final double DRIFT_SHRINKAGE = 0.5;

  private static final double SAFETY = 0.8;

  /** Smaller ones, of what they may be, are no reason to be bolder. */
  private static final double LEAST_ERROR = 1e-10;

  /**
   * Where a field jumps, as at the kinks of relu, no step is short enough for any tolerance. Then
   * one is of this length, in units of 1 over the spectral radius: shorter by far than a stable
   * step of gradient descent,
   */
  private static final double SHORT = 0.05;

  /**
   * ... or of this share of the time that has passed, times the root of the tolerance, if its error
   * is no larger than the next, times the same root. Larger ones make the course drift.
   */
  private static final double SHARE = 0.5;

  private static final double LARGEST_ERROR = 1000;

  private final boolean jumps;
  private final double tolerance;
  private final double rootOfTolerance;
  private final double largestError;
  private double next;
  private double last;
  private double lastError;

  /** Whether the step that is tried was made shorter: the next one does not grow then. */
  private boolean shortened;

  StepLength(boolean jumps, double tolerance) {
    this.jumps = jumps;
    this.tolerance = tolerance;
    rootOfTolerance = Math.sqrt(tolerance);
    largestError = LARGEST_ERROR * rootOfTolerance;
  }

  void begin() {
    next = 0;
    last = 0;
    lastError = 0;
    shortened = false;
  }

  /** The next step should be so long; 0 if none was made. */
  double next() {
    return next;
  }

  /** Says how long the first one should be. */
  void first(double h) {
    next = h;
  }

  /** Whether to make do with a step of this length and error. */
  boolean suffices(double h, double error, double time, double radius) {
    return error <= 1 || (Double.isFinite(error) && jumps && h <= shortest(error, time, radius));
  }

  /**
   * What an error counts for the drift of y. Where what is seen falls, as it should, it is at most
   * the largest that a step may have, but never as little as the one that is allowed; where it
   * rises by more than the tolerance, it is larger than that.
   *
   * @param rise of what is seen, as a share
   */
  double withDrift(double error, double rise) {
    if (!jumps) {
      return error;
    }
    if (rise > tolerance) {
      return Math.max(error, Math.nextUp(Math.max(1, largestError)));
    }
    return rise <= 0 && largestError > 1 ? Math.min(error, largestError) : error;
  }

  private double shortest(double error, double time, double radius) {
    boolean drifts = error > largestError;
    return Math.max(SHORT / radius, drifts ? 0 : share(time));
  }

  private double notTooShort(double h, double error, double time, double radius) {
    return jumps ? Math.max(h, shortest(error, time, radius)) : h;
  }

  /** Whether a step would do, were its error the largest that one may have. */
  private boolean onlyDrifts(double h, double error, double time) {
    return jumps && error > largestError && h <= share(time);
  }

  private double share(double time) {
    return SHARE * rootOfTolerance * time;
  }

  /** How long to try after a step of length h whose error was too large, or not finite. */
  double shorter(double h, double error, double time, double radius) {
    shortened = true;
    if (!Double.isFinite(error)) {
      return SHRINKAGE * h;
    }
    double factor =
        onlyDrifts(h, error, time)
            ? DRIFT_SHRINKAGE
            : Math.max(SHRINKAGE, SAFETY / StrictMath.cbrt(error));
    return notTooShort(factor * h, error, time, radius);
  }

  /**
   * Takes note of a step that was made.
   *
   * @param cut whether it might have been longer, had time not ended
   */
  void made(double h, double error, boolean cut, double time, double radius) {
    double seen = Math.max(error, LEAST_ERROR);
    double factor = Math.max(SHRINKAGE, Math.min(GROWTH, growth(h, seen)));
    double grown = shortened ? h : Math.max(RECOVERY, factor) * h;
    double wanted = notTooShort(factor * h, error, time, radius);
    double proposed = jumps ? Math.min(wanted, grown) : wanted;
    shortened = false;
    next = cut ? Math.max(next, proposed) : proposed;
    last = h;
    lastError = seen;
  }

  /** From the errors of this step and of the last (Gustafsson's predictive control). */
  private double growth(double h, double error) {
    double root = StrictMath.cbrt(error);
    return last == 0
        ? SAFETY / root
        : SAFETY * h * StrictMath.cbrt(lastError) / (last * root * root);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(next);
    out.writeDouble(last);
    out.writeDouble(lastError);
  }

  void read(DataInput in) throws IOException {
    next = in.readDouble();
    last = in.readDouble();
    lastError = in.readDouble();
  }
}
