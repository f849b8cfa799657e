package org.ntksweep.core.estimate.ratio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Estimators of the dispersion {@code r = E[Theta^2] / E[Theta]^2} from N independent samples
 * {@code t_i}, written with {@code S1 = sum t_i} and {@code S2 = sum t_i^2}. A sample that occurs
 * several times, as in a bootstrap replicate, enters every sum as often.
 *
 * <p>Samples drawn from another law carry weights {@code w_i}, the density of the law against that
 * one. Then {@code S1 = sum w_i t_i} and {@code S2 = sum w_i t_i^2}, not divided by the sum of
 * weights, whose mean is 1; what a formula subtracts for pairs of a sample with itself is {@code
 * sum (w_i t_i)^2}.
 *
 * <p>All are consistent and, {@link #JACKKNIFE} and {@link #DEBIASED} apart, biased by O(1/N). On
 * log-normal samples with r = 1.5 and N = 50 the relative bias is -1.9 % (plug_in), -0.9 %
 * (u_ratio), +4.0 % (leave_one_out), +8.4 % (published) and -0.1 % (jackknife).
 *
 * <p>A formula has no finite value where the mean of the samples is 0.
 */
public enum RatioEstimator {
  /** The ratio of the sample moments, {@code (S2/N) / (S1/N)^2}; biased low. */
  PLUG_IN(2, (SumsFormula) RatioFormulas::plugIn),

  /**
   * The sample second moment over the U-statistic of the squared mean, {@code (S2/N) / ((S1^2 - S2)
   * / (N (N-1)))}; biased low. Never below 1, and undefined where the U-statistic is not positive:
   * samples of both signs, mean near 0.
   */
  U_RATIO(2, (SumsFormula) RatioFormulas::uRatio),

  /**
   * Every square over the U-statistic of the squared mean of all other samples, {@code (1/N) sum_i
   * t_i^2 / U_-i} with {@code U_-i = ((S1 - t_i)^2 - (S2 - t_i^2)) / ((N-1)(N-2))}. Numerators and
   * denominators are independent, but {@code E[1/U] > 1/E[U]}: biased high. Loses all digits where
   * one sample exceeds the others by a factor of 10^8, and is undefined where a U_-i is not
   * positive.
   */
  LEAVE_ONE_OUT(3, (UnweightedFormula) RatioFormulas::leaveOneOut),

  /**
   * {@link #LEAVE_ONE_OUT} with 1/(N-2) in place of 1/N, as printed by Seleznova and Kutyniok
   * (2022), appendix C.3, where it is called unbiased: biased high, further by the factor N/(N-2).
   */
  PUBLISHED(3, RatioFormulas.PUBLISHED),

  /**
   * {@link #PLUG_IN} corrected by the jackknife (Quenouille 1956), {@code N r - (N-1) (1/N) sum_i
   * r_-i}; biased by O(1/N^2).
   */
  JACKKNIFE(2, (SamplesFormula) RatioFormulas::jackknife),

  /**
   * Without bias at any N (Blanchet and Glynn 2015): the mean of independent replicates {@code Z =
   * g(first 2^m) + (g(all) - (g(even) + g(odd))/2) / P(k)} with m = 6, k geometric, {@code P(k) = p
   * (1 - p)^k}, {@code p = 1 - 2^(-3/2)}, and g the {@link #PLUG_IN} estimate of a block, here of
   * the first 64, of all {@code 2^(m+k+1)} samples of the replicate, and of those at even and at
   * odd places. A replicate takes 283 samples on average. Its error is the scatter of replicates.
   * It is not a function of gathered samples.
   */
  DEBIASED((int) Math.ceil(2 * ReplicateLengths.EXPECTED), new ReplicateWise());

  private final int minimumSamples;

  @SuppressWarnings("ImmutableEnumChecker") // formulas have no state
  private final EstimatorKind kind;

  RatioEstimator(int minimumSamples, EstimatorKind kind) {
    this.minimumSamples = minimumSamples;
    this.kind = kind;
  }

  /** What it needs of the samples, and its formula. */
  public EstimatorKind kind() {
    return kind;
  }

  /**
   * Checks that there are enough samples.
   *
   * @throws IllegalArgumentException if there are fewer than {@link #minimumSamples()}
   */
  public void requireSamples(long size) {
    if (size < minimumSamples) {
      throw new IllegalArgumentException(
          label() + " needs at least " + minimumSamples + " samples, not " + size);
    }
  }

  /** The fewest samples that may be asked for: it is defined from there on. */
  public int minimumSamples() {
    return minimumSamples;
  }

  /** Why it cannot be had of samples that carry weights, or empty if it can. */
  public Optional<String> objectionToWeights() {
    return kind.takesWeights()
        ? Optional.empty()
        : Optional.of(label() + " is defined for samples without weights alone");
  }

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The estimator of that name, or empty if there is none. */
  public static Optional<RatioEstimator> parse(String label) {
    return Arrays.stream(values()).filter(e -> e.label().equals(label)).findFirst();
  }
}
