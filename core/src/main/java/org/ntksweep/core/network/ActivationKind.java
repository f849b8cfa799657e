package org.ntksweep.core.network;

import java.util.Locale;

/**
 * The kinds of activation there are, and all that samplers and theory have to know of each beside
 * its mathematics. To branch on a kind, use a {@code switch} without a default: the compiler then
 * names every place that a new one has to be added to.
 */
public enum ActivationKind {
  /** {@code max(h, 0)}, with derivative 0 at 0. */
  RELU(Growth.HOMOGENEOUS, Symmetry.NONE, 0, 0, 1, 0),

  /**
   * h where it is positive and a slope times h elsewhere, the derivative at 0 being that slope
   * (Maas et al. 2013).
   */
  LEAKY_RELU(Growth.HOMOGENEOUS, Symmetry.NONE, 0, 0.01, 1, 0),

  /** The identity. */
  LINEAR(Growth.HOMOGENEOUS, Symmetry.ODD, 0, 1, 1, 0),

  /** The hyperbolic tangent. */
  TANH(Growth.BOUNDED, Symmetry.ODD, 0, 1, 1, 1.4),

  /** The error function {@code 2/sqrt(pi) * integral of exp(-t^2) from 0 to h}. */
  ERF(Growth.BOUNDED, Symmetry.ODD, 0, 0x1.20dd750429b6dp0, 0x1.20dd750429b6dp0, 4),

  /** The logistic function {@code 1 / (1 + exp(-h))}. */
  SIGMOID(Growth.BOUNDED, Symmetry.NONE, 0.5, 0.25, 0.25, 1.4),

  /**
   * {@code h Phi(h)} with the standard normal distribution function Phi itself, not one of its
   * approximations (Hendrycks and Gimpel 2016).
   */
  GELU(Growth.LINEAR, Symmetry.NONE, 0, 0.5, 0.5, 6),

  /**
   * {@code h / (1 + exp(-h))}, also known as swish (Elfwing et al. 2018, Ramachandran et al. 2017).
   */
  SILU(Growth.LINEAR, Symmetry.NONE, 0, 0.5, 0.5, 1.8),

  /** h where it is positive and {@code exp(h) - 1} elsewhere (Clevert et al. 2016, alpha = 1). */
  ELU(Growth.LINEAR, Symmetry.NONE, 0, 1, 1, 1.4),

  /**
   * {@code lambda h} where h is positive and {@code lambda alpha (exp(h) - 1)} elsewhere, the
   * derivative at 0 being {@code lambda alpha}: lambda = 1.0507009873554805 and alpha =
   * 1.6732632423543772 keep mean 0 and variance 1 at {@code sigma_w2 = 1} (Klambauer et al. 2017).
   */
  SELU(Growth.LINEAR, Symmetry.NONE, 0, 1.7580993408473768, 1.0507009873554805, 1.4),

  /** {@code log(1 + exp(h))}, which is log 2 at 0 (Dugas et al. 2001). */
  SOFTPLUS(Growth.LINEAR, Symmetry.NONE, 0x1.62e42fefa39efp-1, 0.5, 0.5, 2.8),

  /** The sine, {@code sin(h)} with h in radians. */
  SIN(Growth.BOUNDED, Symmetry.ODD, 0, 1, 1, 1.4);

  /** How an activation phi behaves far from 0. */
  public enum Growth {
    /** {@code phi(t h) = t phi(h)} for every {@code t > 0}: two straight lines that meet at 0. */
    HOMOGENEOUS,
    /** Like a multiple of {@link #RELU} for large h, and curved in between. */
    LINEAR,
    /** Not at all: {@code |phi(h)| <= 1}. */
    BOUNDED
  }

  /** What an activation phi makes of opposite arguments. */
  public enum Symmetry {
    /** {@code phi(-h) = -phi(h)}. */
    ODD,
    /** Nothing of use. */
    NONE
  }

  private final Growth growth;
  private final Symmetry symmetry;
  private final double valueAtZero;
  private final double slopeBelowZero;
  private final double slopeAboveZero;
  private final double nanosPerNeuron;

  ActivationKind(
      Growth growth,
      Symmetry symmetry,
      double valueAtZero,
      double slopeBelowZero,
      double slopeAboveZero,
      double nanosPerNeuron) {
    this.growth = growth;
    this.symmetry = symmetry;
    this.valueAtZero = valueAtZero;
    this.slopeBelowZero = slopeBelowZero;
    this.slopeAboveZero = slopeAboveZero;
    this.nanosPerNeuron = nanosPerNeuron;
  }

  /** How it behaves far from 0. */
  public Growth growth() {
    return growth;
  }

  /** What it makes of opposite arguments. */
  public Symmetry symmetry() {
    return symmetry;
  }

  /** {@code phi(0)}. */
  public double valueAtZero() {
    return valueAtZero;
  }

  /** The slope just below 0 and, where it jumps there, at 0; of {@link #LEAKY_RELU} the usual. */
  public double slopeBelowZero() {
    return slopeBelowZero;
  }

  /** The slope just above 0. */
  public double slopeAboveZero() {
    return slopeAboveZero;
  }

  /** About how long value and slope take on one core, in nanoseconds more than {@link #RELU}'s. */
  public double nanosPerNeuron() {
    return nanosPerNeuron;
  }

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
