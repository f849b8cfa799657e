package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.NativeMatrix;

/** The right side of {@code dy/dt = -g(y)}. */
public interface VectorField {
  /** Where y is to be before {@link #evaluate}. */
  NativeMatrix place();

  /** Where g is after it. */
  NativeMatrix gradient();

  /** Computes g of the y that is there. */
  void evaluate();

  /**
   * How far what is to be seen of y moved since {@link #evaluate}, as y did, as a share of all that
   * is to be seen: the outputs of a network, as a share of their errors. Keeps g.
   */
  double effect();
}
