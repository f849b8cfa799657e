package org.ntksweep.core.theory.training;

import java.util.Arrays;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.SymmetricEigen;

/**
 * What the eigenvalues of a kernel say of it. A kernel is positive: eigenvalues that rounding
 * cannot tell from 0, those below {@code n} {@linkplain Precision#ulp ulp} times the largest, are
 * 0: {@code 2^-52} where the kernel was computed in doubles, {@code 2^-23} in floats. All numbers
 * are NaN if an entry of the kernel is not finite.
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
    return of(upperTriangle, Precision.DOUBLE);
  }

  /**
   * The same of a kernel that was computed in numbers of some precision.
   *
   * @param upperTriangle row by row
   */
  public static Spectrum of(double[] upperTriangle, Precision precision) {
    return Arrays.stream(upperTriangle).allMatch(Double::isFinite)
        ? ofEigenvalues(positive(SymmetricEigen.valuesOf(upperTriangle), precision))
        : UNKNOWN;
  }

  /** Of rising eigenvalues that are {@link #positive}. */
  static Spectrum ofEigenvalues(double[] positive) {
    return new Spectrum(positive[positive.length - 1], positive[0], effectiveRank(positive));
  }

  /** Rising eigenvalues without those that rounding has made. */
  static double[] positive(double[] values, Precision precision) {
    double rounding = values.length * precision.ulp() * Math.abs(values[values.length - 1]);
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
