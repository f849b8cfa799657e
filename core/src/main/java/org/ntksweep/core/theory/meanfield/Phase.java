package org.ntksweep.core.theory.meanfield;

import java.util.Locale;

/** How a perturbation fares in a deep, infinitely wide network (Poole et al. 2016). */
public enum Phase {
  /** {@code chi_1 < 1}: gradients vanish with depth. */
  ORDERED,
  /** {@code chi_1 = 1}, to {@link #TOLERANCE}. */
  EDGE_OF_CHAOS,
  /** {@code chi_1 > 1}: gradients explode with depth. */
  CHAOTIC;

  /** How far {@code chi_1} may be from 1 on the edge of chaos. */
  public static final double TOLERANCE = 1e-9;

  /** The phase of a network by its {@code chi_1}. */
  static Phase of(double chi1) {
    if (Math.abs(chi1 - 1) <= TOLERANCE) {
      return EDGE_OF_CHAOS;
    }
    return chi1 < 1 ? ORDERED : CHAOTIC;
  }

  /** The name used in tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
