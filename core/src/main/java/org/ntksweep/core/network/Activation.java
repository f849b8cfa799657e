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
  LINEAR;

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether {@code phi(t h) = t phi(h)} for every {@code t > 0}. */
  public boolean isPositivelyHomogeneous() {
    return this == RELU || this == LINEAR;
  }
}
