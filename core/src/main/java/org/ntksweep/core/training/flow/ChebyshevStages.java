package org.ntksweep.core.training.flow;

/**
 * The coefficients of the Runge-Kutta-Chebyshev formulas of second order with s stages (Sommeijer,
 * Shampine and Verwer 1998, RKC: an explicit solver for parabolic PDEs, J. Comput. Appl. Math. 88).
 * They are stable for {@code h rho} up to about {@code 0.65 (s^2 - 1)}.
 */
final class ChebyshevStages {
  private static final double DAMPING = 2.0 / 13;

  private final double w0;
  private final double w1;
  private double z;
  private double dz;
  private double d2z;
  private double zBefore;
  private double dzBefore;
  private double d2zBefore;
  private double b;
  private double bBefore;

  /** The first stage: {@code y_1 = y_0 + first h F_0}. */
  final double first;

  /** The next: {@code mu y_j-1 + nu y_j-2 + (1 - mu - nu) y_0 + h (f F_j-1 + f0 F_0)}. */
  double mu;

  double nu;
  double f;
  double f0;

  /** Of s stages, at least 2. */
  ChebyshevStages(int s) {
    w0 = 1 + DAMPING / ((double) s * s);
    double root2 = w0 * w0 - 1;
    double root = Math.sqrt(root2);
    double arg = s * StrictMath.log(w0 + root);
    double sinh = StrictMath.sinh(arg);
    w1 = sinh * root2 / (StrictMath.cosh(arg) * s * root - w0 * sinh);
    b = 1 / (4 * w0 * w0);
    bBefore = b;
    first = w1 * b;
    zBefore = 1;
    z = w0;
    dz = 1;
  }

  /** So many are stable for this step and spectral radius. */
  static int count(double h, double radius) {
    return (int) Math.max(2, 1 + Math.min(1e6, Math.sqrt(1 + 1.54 * h * radius)));
  }

  /** Turns to the next stage, the second at first. */
  void next() {
    double a = 1 - z * b;
    double zNext = 2 * w0 * z - zBefore;
    double dzNext = 2 * w0 * dz - dzBefore + 2 * z;
    double d2zNext = 2 * w0 * d2z - d2zBefore + 4 * dz;
    double bNext = d2zNext / (dzNext * dzNext);
    mu = 2 * w0 * bNext / b;
    nu = -bNext / bBefore;
    f = mu * w1 / w0;
    f0 = -f * a;
    zBefore = z;
    dzBefore = dz;
    d2zBefore = d2z;
    z = zNext;
    dz = dzNext;
    d2z = d2zNext;
    bBefore = b;
    b = bNext;
  }
}
