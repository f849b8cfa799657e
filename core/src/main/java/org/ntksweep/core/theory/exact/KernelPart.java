package org.ntksweep.core.theory.exact;

import org.ntksweep.core.network.Network;

/** Which trainable parameters a sum over the layers counts. */
public enum KernelPart {
  /** All of them: {@code Theta}. */
  WHOLE,
  /** The weights alone: {@code Theta_W}. */
  WEIGHTS,
  /** The biases alone: {@code Theta_b}. */
  BIASES;

  /** The factor {@code u_l} of the weight term of layer l, for l from 1 to L. */
  double weightFactor(Network network, int layer) {
    return this == BIASES ? 0 : network.weightFactor(layer);
  }

  /** The factor {@code v} of the bias terms. */
  double biasFactor(Network network) {
    return this == WEIGHTS ? 0 : network.biasFactor();
  }
}
