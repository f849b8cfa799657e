package org.ntksweep.core.theory.training;

import java.util.Arrays;
import org.ntksweep.core.matrix.SymmetricEigen;

/**
 * What the eigenvalues of a kernel say of it. A kernel is positive: eigenvalues that rounding
 * cannot tell from 0, those of a magnitude below {@code n 2^-52} times the largest, are 0. All
 * numbers are NaN if an entry of the kernel is not finite.
 *
 * @param largest the largest eigenvalue
 * @param smallest the smallest eigenvalue
 * @param effectiveRank {@code exp(-sum p log p)} of the shares p of the eigenvalues in their sum,
 *     from 1 to n: the effective rank of Roy and Vetterli (2007); NaN for the kernel 0
 */
public record Spectrum(double largest, double smallest, double effectiveRank) {
  private static final Spectrum UNKNOWN = new Spectrum(Double.NaN, Double.NaN, Double.NaN);

  /**
   * Of a kernel.
   *
   * @param upperTriangle row by row
   */
  public static Spectrum of(double[] upperTriangle) {
    return Arrays.stream(upperTriangle).allMatch(Double::isFinite)
        ? ofEigenvalues(SymmetricEigen.valuesOf(upperTriangle))
        : UNKNOWN;
  }

  /** Of rising eigenvalues. */
  static Spectrum ofEigenvalues(double[] values) {
    double[] positive = positive(values);
    return new Spectrum(positive[values.length - 1], positive[0], effectiveRank(positive));
  }

  /** Rising eigenvalues without those that rounding has made. */
  static double[] positive(double[] values) {
    double rounding = values.length * Math.ulp(1.0) * Math.abs(values[values.length - 1]);
    return Arrays.stream(values).map(v -> v > rounding ? v : 0).toArray();
  }

  private static double effectiveRank(double[] values) {
    double largest = values[values.length - 1];
    double sum = 0;
    double entropy = 0;
    for (double value : values) {
      double share = value / largest;
      sum += share;
      entropy -= share > 0 ? share * StrictMath.log(share) : 0;
    }
    return largest > 0 ? sum * StrictMath.exp(entropy / sum) : Double.NaN;
  }

  /** The condition number {@code largest / smallest}; infinite for a singular kernel. */
  public double condition() {
    return largest / smallest;
  }
}
