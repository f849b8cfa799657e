package org.ntksweep.core.pass;

import org.ntksweep.core.network.Network;

/**
 * The part of a network that a pass sees: of the first layer the columns that meet a coordinate of
 * the inputs, of the last the rows of the first outputs.
 *
 * @param law the network
 * @param dimension how many coordinates the inputs have
 * @param outputs how many outputs are seen
 */
public record PassShape(Network law, int dimension, int outputs) {

  /** What is seen of a network whose first output alone is. */
  public PassShape(Network law, int dimension) {
    this(law, dimension, 1);
  }

  /** The number L of affine layers. */
  public int depth() {
    return law.depth();
  }

  /** The outputs of layer l that are seen, for l from 1 to L. */
  public int rows(int l) {
    return l == law.depth() ? outputs : law.widths().at(l);
  }

  /** The coordinates that enter layer l. */
  public int columns(int l) {
    return l == 1 ? dimension : law.widths().at(l - 1);
  }

  /** The weights of layer l that are seen. */
  public long entries(int l) {
    return (long) rows(l) * columns(l);
  }

  /** The entries of the largest of the first {@code layers} layers. */
  public long mostEntries(int layers) {
    long most = 0;
    for (int l = 1; l <= layers; l++) {
      most = Math.max(most, entries(l));
    }
    return most;
  }

  /** The most rows a layer has. */
  public int widest() {
    int widest = 1;
    for (int l = 1; l <= depth(); l++) {
      widest = Math.max(widest, rows(l));
    }
    return widest;
  }
}
