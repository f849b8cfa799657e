package org.ntksweep.jobs.config.grid;

import java.util.Locale;
import org.ntksweep.jobs.config.yaml.Value;

/** How many layers the networks of a grid have together: widths are kept in memory. */
final class Layers {
  /** Four bytes each. */
  private static final long MOST = 50_000_000;

  private Layers() {}

  /**
   * Checks a number of layers.
   *
   * @param networks where the networks were asked for
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if there are too many
   */
  static void check(Value networks, long layers) {
    if (layers > MOST) {
      throw networks.error(
          String.format(Locale.ROOT, "its networks have more than %,d layers in total", MOST));
    }
  }
}
