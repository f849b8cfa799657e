package org.ntksweep.core.network;

import java.util.Locale;

/** The nonlinearity between affine layers, applied neuron by neuron. */
public enum Activation {
  /** {@code max(h, 0)}, with derivative 0 at 0. */
  RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** The error function {@code 2/sqrt(pi) * integral of exp(-t^2) from 0 to h}. */
  ERF,
  /** The identity. */
  LINEAR,
  /** The logistic function {@code 1 / (1 + exp(-h))}. */
  SIGMOID,
  /**
   * {@code h Phi(h)} with the standard normal distribution function Phi itself, not one of its
   * approximations (Hendrycks and Gimpel 2016).
   */
  GELU,
  /**
   * h where it is positive and {@link #LEAK} h elsewhere, with derivative {@code LEAK} at 0 (Maas
   * et al. 2013).
   */
  LEAKY_RELU,
  /** The sine, {@code sin(h)} with h in radians. */
  SIN;

  /** The slope of {@link #LEAKY_RELU} below 0. */
  public static final double LEAK = 0.01;

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether {@code phi(t h) = t phi(h)} for every {@code t > 0}. */
  public boolean isPositivelyHomogeneous() {
    return this == RELU || this == LINEAR || this == LEAKY_RELU;
  }
}
