package org.ntksweep.core.observe.collapse;

import org.ntksweep.core.matrix.Precision;

/** The features of examples, seen one after the other, as often as they are asked for. */
public interface Features {
  /** Shows all of them. */
  void visit(Visitor visitor);

  /** The precision of the numbers they were computed in. */
  default Precision precision() {
    return Precision.DOUBLE;
  }

  /** Is shown features. */
  @FunctionalInterface
  interface Visitor {
    /**
     * The features of an example.
     *
     * @param i which
     * @param h its features, and perhaps more behind them; not to be kept, nor changed
     */
    void take(int i, double[] h);
  }
}
