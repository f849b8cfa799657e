package org.ntksweep.core.network;

import java.util.Locale;

/**
 * The family of laws that weights and biases are drawn from. All have mean 0, weights of the
 * variance {@code sigma_w2 / n_{l-1}} and biases of the variance {@code sigma_b2}; layers are
 * independent.
 */
public enum Initialization {
  /** Independent normal numbers. The only law that does not single out directions in any layer. */
  GAUSSIAN(true),
  /**
   * Independent numbers, uniform on {@code [-sqrt(3 v), sqrt(3 v)]} for the variance v, biases too
   * (PyTorch's default for linear layers).
   *
   * <p>Weights are not invariant under rotations, so the kernel depends on the direction of the
   * inputs and not on norms and angles alone. {@link Inputs#of} takes dense ones, whose
   * pre-activations in the first layer are sums of many weights, as those of data are.
   *
   * <p>As widths and input dimension grow, sums over weights become normal; a bias stays one
   * uniform number. So without biases the infinite-width limit is that of {@link #GAUSSIAN}, mean,
   * phase and edge of chaos included; with biases pre-activations are normal plus uniform and have
   * another limit, except for relu, leaky_relu and linear at one input, where variances decide. No
   * finite-width moment beyond the mean of those is known.
   */
  UNIFORM(false),
  /**
   * Weight matrices that are a factor times a Haar distributed semi-orthogonal matrix: for n rows
   * and m columns {@code W = sqrt(sigma_w2 max(n, m) / m) Q}, with orthonormal columns in Q if
   * {@code n >= m} and orthonormal rows otherwise. Every entry then has the variance {@code
   * sigma_w2 / m}. Biases are independent normal numbers. The infinite-width limit is that of
   * {@link #GAUSSIAN}.
   */
  ORTHOGONAL(true);

  private final boolean rotationInvariant;

  Initialization(boolean rotationInvariant) {
    this.rotationInvariant = rotationInvariant;
  }

  /**
   * Whether {@code W R} has the law of the weights W for every rotation R: then norms and angles of
   * the inputs alone decide the law of the kernel.
   */
  public boolean isRotationInvariant() {
    return rotationInvariant;
  }

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
