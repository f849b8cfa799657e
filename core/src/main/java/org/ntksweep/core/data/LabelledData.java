package org.ntksweep.core.data;

/** Examples as they were read: inputs of equal length, each with a number as its label. */
public interface LabelledData {
  /** How many examples there are, at least 1. */
  int count();

  /** How many numbers an input has, at least 1. */
  int dimension();

  /** The label of example i, finite. */
  double label(int i);

  /**
   * Writes the input of example i into {@code out}, of length {@link #dimension}, all of it finite.
   */
  void input(int i, double[] out);
}
