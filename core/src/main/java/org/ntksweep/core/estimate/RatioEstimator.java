package org.ntksweep.core.estimate;

import java.util.Locale;

/** Estimators of the dispersion {@code E[Theta^2] / E[Theta]^2} from independent samples. */
public enum RatioEstimator {
  PLUG_IN,
  U_RATIO,
  LEAVE_ONE_OUT,
  PUBLISHED,
  JACKKNIFE;

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
