package org.ntksweep.core.network;

import java.util.Locale;

/** Which parameters of a network are trained, hence what its tangent kernel sums over. */
public enum Trainable {
  /** Weights and biases, biases too where their variance is 0. */
  ALL,
  /** Weights alone: biases are drawn and stay as they are. The kernel is its weight part. */
  WEIGHTS;

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
