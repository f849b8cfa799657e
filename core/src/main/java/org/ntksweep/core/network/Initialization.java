package org.ntksweep.core.network;

import java.util.Locale;

/**
 * The family of laws that weights and biases are drawn from. All have mean 0, weights of the
 * variance {@code sigma_w2 / n_{l-1}} and biases of the variance {@code sigma_b2}; layers are
 * independent.
 */
public enum Initialization {
  /** Independent normal numbers. The only law that does not single out directions in any layer. */
  GAUSSIAN,
  /**
   * Independent numbers, uniform on {@code [-sqrt(3 v), sqrt(3 v)]} for the variance v. Not
   * invariant under rotations: the first layer is met along the coordinates of the inputs, {@code
   * e_1} and {@code e_2}.
   */
  UNIFORM,
  /**
   * Weight matrices that are a factor times a Haar distributed semi-orthogonal matrix: for n rows
   * and m columns {@code W = sqrt(sigma_w2 max(n, m) / m) Q}, with orthonormal columns in Q if
   * {@code n >= m} and orthonormal rows otherwise. Every entry then has the variance {@code
   * sigma_w2 / m}. Biases are independent normal numbers.
   */
  ORTHOGONAL;

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
