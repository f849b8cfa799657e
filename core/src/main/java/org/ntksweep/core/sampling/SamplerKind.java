package org.ntksweep.core.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;

/** The samplers there are, cheapest first. */
public enum SamplerKind {
  /** Scalar recursions of norms, O(L): one input, ReLU. */
  NORM_CHAIN {
    @Override
    public Optional<String> objection(Network network, Inputs inputs) {
      if (network.activation() != Activation.RELU) {
        return Optional.of(
            "norm_chain is exact for relu only, not for " + network.activation().label());
      }
      if (inputs.count() > 1) {
        return Optional.of(
            "norm_chain takes one input, not " + inputs.count() + " (no off-diagonal cosines)");
      }
      return Optional.empty();
    }

    @Override
    public double nanosPerSample(Network network, Inputs inputs) {
      return 110 + (network.sigmaB2() > 0 ? 31.0 : 18.0) * network.depth();
    }

    @Override
    KernelSampler build(Network network, Inputs inputs) {
      return new NormChainSampler(network, inputs);
    }
  },

  /**
   * Gaussian matrices decided only where they are looked at, O(L M k^2): any activation, any k
   * inputs.
   */
  CONDITIONED {
    @Override
    public Optional<String> objection(Network network, Inputs inputs) {
      if (inputs.dimension() > network.widths().inputDim()) {
        return Optional.of(
            "inputs that span "
                + inputs.dimension()
                + " dimensions do not fit input_dim "
                + network.widths().inputDim());
      }
      return Optional.empty();
    }

    @Override
    public double nanosPerSample(Network network, Inputs inputs) {
      int k = inputs.count();
      double perNeuron = 3.9 + 1.35 * k + nanosOf(network.activation());
      double nanos = 0;
      for (int l = 1; l <= network.depth(); l++) {
        nanos += 100 + 75.0 * k + perNeuron * network.widths().at(l);
      }
      return k * nanos;
    }

    @Override
    KernelSampler build(Network network, Inputs inputs) {
      return new ConditionedSampler(network, inputs);
    }
  };

  /**
   * The cheapest sampler that can draw this law at these inputs.
   *
   * @throws IllegalArgumentException if none can, with the reason
   */
  public static SamplerKind cheapest(Network network, Inputs inputs) {
    return Arrays.stream(values())
        .filter(kind -> kind.objection(network, inputs).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(CONDITIONED.objection(network, inputs).orElseThrow()));
  }

  /**
   * A sampler of this kind.
   *
   * @throws IllegalArgumentException if it cannot draw this law at these inputs, with the {@link
   *     #objection}
   */
  public KernelSampler of(Network network, Inputs inputs) {
    objection(network, inputs)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return build(network, inputs);
  }

  /**
   * About how long one sample takes on one core, in nanoseconds: a model to cut work by, not a
   * promise.
   */
  public abstract double nanosPerSample(Network network, Inputs inputs);

  abstract KernelSampler build(Network network, Inputs inputs);

  /** Why this sampler cannot draw this law at these inputs, or empty if it can. */
  public abstract Optional<String> objection(Network network, Inputs inputs);

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double nanosOf(Activation activation) {
    return switch (activation) {
      case RELU, LINEAR, LEAKY_RELU -> 0;
      case TANH, SIGMOID, SIN -> 1.4;
      case ERF -> 4;
      case GELU -> 6;
    };
  }
}
