package org.ntksweep.jobs.tables;

import java.util.Locale;

/** The tables of a run folder, in the order they are made. */
public enum RunTable {
  /** One row for every point. */
  POINTS,
  /** One row for every kernel entry of every random network. */
  SAMPLES,
  /** One row for every point and cosine. */
  ESTIMATES,
  /** One row for every look at a network that is trained. */
  TRAINING,
  /** The kernels seen there. */
  KERNELS,
  /** One row for every point that is trained and step. */
  TRAINING_ESTIMATES;

  /** Whether it is a table of sweeps that train their networks. */
  public boolean isOfTraining() {
    return this == TRAINING || this == KERNELS || this == TRAINING_ESTIMATES;
  }

  /** The name of the table and of its folder: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
