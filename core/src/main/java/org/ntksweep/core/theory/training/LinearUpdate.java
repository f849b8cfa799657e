package org.ntksweep.core.theory.training;

/**
 * Steps of gradient descent with momentum, on a loss that is quadratic. Along an eigenvector of
 * rate m, the weight of an example times the eigenvalue of the kernel, the residual r and the
 * velocity v follow a linear recurrence, {@code v' = mu v + m r}, with
 *
 * <pre>
 * r' = r - eta v'                  momentum (Polyak 1964); plain for mu = 0
 * r' = r - eta (m r + mu v')       Nesterov's (Sutskever et al. 2013)
 * </pre>
 *
 * @param learningRate eta, finite and above 0
 * @param momentum mu, in [0, 1)
 * @param nesterov which of the two
 */
public record LinearUpdate(double learningRate, double momentum, boolean nesterov) {

  /** Checks the numbers. */
  public LinearUpdate {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException(
          "learning_rate " + learningRate + ": must be finite and above 0");
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum " + momentum + ": must be in [0, 1)");
    }
  }

  /** Plain gradient descent. */
  public static LinearUpdate plain(double learningRate) {
    return new LinearUpdate(learningRate, 0, false);
  }

  /**
   * The residual after some steps, in units of the one at the start, where the velocity is 0.
   *
   * @param rate m, at least 0
   * @param steps at least 0
   * @return infinite, of either sign, where the steps are so unstable that a double ends
   */
  public double residual(double rate, long steps) {
    if (steps == 0) {
      return 1;
    }
    double shrink = learningRate * rate;
    return momentum == 0 ? power(shrink, steps) : companion(shrink).power(steps).rr();
  }

  /** {@code (1 - x)^n} for n above 0, with the digits that x has. */
  private static double power(double x, long n) {
    if (x < 1) {
      return StrictMath.exp(n * StrictMath.log1p(-x));
    }
    double magnitude = StrictMath.pow(x - 1, (double) n);
    return n % 2 == 0 ? magnitude : -magnitude;
  }

  /** The step of (r, eta v). */
  private Matrix companion(double shrink) {
    double mu = momentum;
    return nesterov
        ? new Matrix(1 - shrink * (1 + mu), -mu * mu, shrink, mu)
        : new Matrix(1 - shrink, -mu, shrink, mu);
  }

  /** A matrix of (r, v): {@code rv} says how r follows from v. */
  private record Matrix(double rr, double rv, double vr, double vv) {
    private static final Matrix ONE = new Matrix(1, 0, 0, 1);

    Matrix times(Matrix that) {
      return new Matrix(
          rr * that.rr + rv * that.vr,
          rr * that.rv + rv * that.vv,
          vr * that.rr + vv * that.vr,
          vr * that.rv + vv * that.vv);
    }

    Matrix power(long n) {
      Matrix power = ONE;
      Matrix square = this;
      for (long left = n; left > 0; left >>= 1) {
        power = (left & 1) == 0 ? power : power.times(square);
        square = square.times(square);
      }
      return power;
    }
  }
}
