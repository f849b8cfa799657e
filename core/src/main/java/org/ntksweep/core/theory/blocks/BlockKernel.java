package org.ntksweep.core.theory.blocks;

/**
 * A kernel of C classes of m examples each with three values: {@code kappa_d} of an example with
 * itself, {@code kappa_c} of two of a class, {@code kappa_n} of two of different classes. With N =
 * C m its eigenvalues are
 *
 * <pre>
 * single    kappa_d - kappa_c                      N - C times   differences within a class
 * ofClass   single + m (kappa_c - kappa_n)         C - 1 times   class means less their mean
 * global    ofClass + N kappa_n                    once          the mean
 * </pre>
 *
 * <p>and the parts of a residual that is trained by it decay at these rates: (13) to (15) and Table
 * 1 of Seleznova et al. (2023). Nothing is asked of the values; a number that is not one makes all
 * else so.
 *
 * @param diagonal {@code kappa_d}
 * @param sameClass {@code kappa_c}
 * @param otherClass {@code kappa_n}
 * @param classes C, at least 1
 * @param perClass m, at least 1
 */
public record BlockKernel(
    double diagonal, double sameClass, double otherClass, int classes, int perClass) {

  /** {@code kappa_d - kappa_c}: {@code mu_single} of a kernel of features. */
  public double single() {
    return diagonal - sameClass;
  }

  /** {@code single + m (kappa_c - kappa_n)}: {@code mu_class} of a kernel of features. */
  public double ofClass() {
    return single() + perClass * (sameClass - otherClass);
  }

  /** {@code ofClass + N kappa_n}. */
  public double global() {
    return ofClass() + classes * (double) perClass * otherClass;
  }

  /**
   * {@code kappa_n m / (mu_class + C kappa_n m)}: {@code I - alpha J} is the inverse of {@code I +
   * (kappa_n m / mu_class) J}, of order C. Below 1/C for positive values.
   */
  public double alpha() {
    return otherClass * perClass / global();
  }

  /** Whether it is a kernel: finite, and no eigenvalue is below 0. */
  public boolean isPositive() {
    return single() >= 0 && ofClass() >= 0 && global() >= 0 && Double.isFinite(global());
  }
}
