package org.ntksweep.core.number;

/** Log-normal numbers t of ratio {@code r = E[t^2] / E[t]^2}, which kernels nearly are. */
public final class LogNormal {
  private LogNormal() {}

  /**
   * N times the relative variance of an estimate of r from N such numbers, N large: {@code r^4 - 4
   * r^2 + 4 r - 1}, without its cancellation. Infinite where the range of a double ends.
   */
  public static double relativeVarianceOfRatio(double ratio) {
    return (ratio - 1) * (ratio - 1) * (ratio * ratio + 2 * ratio - 1);
  }
}
