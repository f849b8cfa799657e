package org.ntksweep.jobs.tables;

import java.util.Locale;

/** The tables of a run folder, in the order they are made. */
public enum RunTable {
  /** One row for every point. */
  POINTS,
  /** One row for every kernel entry of every random network. */
  SAMPLES,
  /** One row for every point and cosine. */
  ESTIMATES;

  /** The name of the table and of its folder: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
