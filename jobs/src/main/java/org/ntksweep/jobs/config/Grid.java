package org.ntksweep.jobs.config;

import java.io.Serializable;
import java.util.List;
import org.ntksweep.core.network.Network;

/**
 * The network laws of a sweep.
 *
 * @param points distinct, in the order of the file
 */
public record Grid(List<Network> points) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Copies the list. */
  public Grid {
    points = List.copyOf(points);
  }
}
