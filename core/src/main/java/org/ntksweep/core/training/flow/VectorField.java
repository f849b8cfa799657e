package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.NativeMatrix;

/**
 * The right side of {@code dy/dt = -g(y)}, and what is to be seen of y: of the parameters of a
 * network its residuals.
 */
public interface VectorField {
  /** Where y is to be before {@link #evaluate}. */
  NativeMatrix place();

  /** Where g is after it. */
  NativeMatrix gradient();

  /** Computes g of the y that is there. */
  void evaluate();

  /** What is to be seen of the y that was evaluated last. */
  double[] seen();

  /** What is to be seen of the y that is there. Keeps g, and {@link #seen}. */
  double[] look();
}
