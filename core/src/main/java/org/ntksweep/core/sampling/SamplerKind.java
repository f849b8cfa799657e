package org.ntksweep.core.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.dense.DenseCost;
import org.ntksweep.core.sampling.dense.DenseSampler;
import org.ntksweep.core.sampling.dense.MemoryPlan;
import org.ntksweep.core.sampling.normchain.ChainLaw;
import org.ntksweep.core.sampling.normchain.NormChainSampler;
import org.ntksweep.core.sampling.normchain.SizeBiasedChainSampler;
import org.ntksweep.core.sampling.revealed.ConditionedSampler;
import org.ntksweep.core.sampling.revealed.SizeBiasedConditionedSampler;

/** The samplers there are, cheapest first. */
public enum SamplerKind {
  /** Scalar recursions of norms, O(L): one input, ReLU. */
  NORM_CHAIN {
    @Override
    public Optional<String> objection(Network network, Inputs inputs) {
      if (!network.isGaussian()) {
        return onlyGaussian(network);
      }
      if (!network.activation().equals(Activation.RELU)) {
        return Optional.of(
            "norm_chain is exact for relu only, not for " + network.activation().label());
      }
      if (inputs.count() > 1) {
        return Optional.of(
            "norm_chain takes one input, not " + inputs.count() + " (no off-diagonal cosines)");
      }
      return ChainLaw.objection(network);
    }

    @Override
    public double nanosPerSample(Network network, Inputs inputs) {
      return 110 + (network.sigmaB2() > 0 ? 31.0 : 18.0) * network.depth();
    }

    @Override
    public long heapBytes(Network network, Inputs inputs) {
      return NormChainSampler.heapBytes(network);
    }

    @Override
    KernelSampler build(Network network, Inputs inputs, DenseOptions options, Workspace workspace) {
      return new NormChainSampler(network, inputs);
    }

    @Override
    double sizeBiasedNanos(Network network, Inputs inputs) {
      return 2 * nanosPerSample(network, inputs);
    }

    @Override
    long sizeBiasedHeapBytes(Network network, Inputs inputs) {
      return SizeBiasedChainSampler.heapBytes(network);
    }

    @Override
    KernelSampler buildSizeBiased(Network network, Inputs inputs, Workspace workspace) {
      return new SizeBiasedChainSampler(network, inputs);
    }
  },

  /**
   * Gaussian matrices decided only where they are looked at, O(L M k^2): any activation, any k
   * inputs.
   */
  CONDITIONED {
    @Override
    public Optional<String> objection(Network network, Inputs inputs) {
      return network.isGaussian() ? tooManyDimensions(network, inputs) : onlyGaussian(network);
    }

    @Override
    public double nanosPerSample(Network network, Inputs inputs) {
      int k = inputs.count();
      double perNeuron = 3.9 + 1.35 * k + network.activation().kind().nanosPerNeuron();
      double nanos = 0;
      for (int l = 1; l <= network.depth(); l++) {
        nanos += 100 + 75.0 * k + perNeuron * network.widths().at(l);
      }
      return k * nanos;
    }

    @Override
    public long heapBytes(Network network, Inputs inputs) {
      return RevealedNetwork.heapBytes(network, inputs.dimension(), inputs.count());
    }

    @Override
    KernelSampler build(Network network, Inputs inputs, DenseOptions options, Workspace workspace) {
      return new ConditionedSampler(network, inputs, workspace.reset());
    }

    @Override
    double sizeBiasedNanos(Network network, Inputs inputs) {
      return 1.1 * nanosPerSample(network, inputs) + 700.0 * network.depth() * inputs.count();
    }

    @Override
    long sizeBiasedHeapBytes(Network network, Inputs inputs) {
      return SizeBiasedConditionedSampler.heapBytes(network, inputs);
    }

    @Override
    KernelSampler buildSizeBiased(Network network, Inputs inputs, Workspace workspace) {
      return new SizeBiasedConditionedSampler(network, inputs, workspace.reset());
    }
  },

  /**
   * Explicit weights, O(L M^2 k) and every weight drawn: any activation, any k inputs, any
   * initialization.
   */
  DENSE {
    @Override
    public Optional<String> objection(Network network, Inputs inputs) {
      return tooManyDimensions(network, inputs).or(() -> MemoryPlan.objection(network, inputs));
    }

    @Override
    public double nanosPerSample(Network network, Inputs inputs) {
      return DenseCost.nanosPerSample(network, inputs);
    }

    @Override
    public long heapBytes(Network network, Inputs inputs) {
      return MemoryPlan.heapBytes(network, inputs);
    }

    @Override
    KernelSampler build(Network network, Inputs inputs, DenseOptions options, Workspace workspace) {
      return new DenseSampler(network, inputs, options);
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
            () -> new IllegalArgumentException(DENSE.objection(network, inputs).orElseThrow()));
  }

  /**
   * The cheapest sampler that can draw from this law, or the one it is reduced to, at these inputs.
   *
   * @throws IllegalArgumentException if none can, with the reason
   */
  public static SamplerKind cheapest(Network network, Inputs inputs, VarianceReduction reduction) {
    return Arrays.stream(values())
        .filter(kind -> kind.objection(network, inputs, reduction).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    CONDITIONED.objection(network, inputs, reduction).orElseThrow()));
  }

  /**
   * A sampler of this kind.
   *
   * @param options how it computes if it is {@link #DENSE}; the others need none
   * @param workspace of the caller's last sampler, which is not used any more; its arrays are used
   *     again if this one is {@link #CONDITIONED}, the others need none
   * @throws IllegalArgumentException if it cannot draw this law at these inputs, with the {@link
   *     #objection}, or in the memory it may use
   */
  public KernelSampler of(
      Network network, Inputs inputs, DenseOptions options, Workspace workspace) {
    refuseIf(objection(network, inputs));
    return build(network, inputs, options, workspace);
  }

  private static void refuseIf(Optional<String> objection) {
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
  }

  /**
   * A sampler of this kind that draws from another law, with weights.
   *
   * @param reduction which law; {@link VarianceReduction#NONE} is the other {@code of}
   * @throws IllegalArgumentException with the {@link #objection(Network, Inputs,
   *     VarianceReduction)}, or as the other {@code of} does
   */
  public KernelSampler of(
      Network network,
      Inputs inputs,
      VarianceReduction reduction,
      DenseOptions options,
      Workspace workspace) {
    if (reduction == VarianceReduction.NONE) {
      return of(network, inputs, options, workspace);
    }
    refuseIf(objection(network, inputs, reduction));
    return buildSizeBiased(network, inputs, workspace);
  }

  /** The same with a workspace of its own and {@link DenseOptions#DEFAULT}. */
  public KernelSampler of(Network network, Inputs inputs, VarianceReduction reduction) {
    return of(network, inputs, reduction, DenseOptions.DEFAULT, new Workspace());
  }

  /** The same with a workspace of its own. */
  public KernelSampler of(Network network, Inputs inputs, DenseOptions options) {
    return of(network, inputs, options, new Workspace());
  }

  /** The same with {@link DenseOptions#DEFAULT}. */
  public KernelSampler of(Network network, Inputs inputs) {
    return of(network, inputs, DenseOptions.DEFAULT);
  }

  /**
   * About how long one sample takes on one core, in nanoseconds: a model to cut work by, not a
   * promise.
   */
  public abstract double nanosPerSample(Network network, Inputs inputs);

  /**
   * About how much of the Java heap a sampler takes, in bytes. What {@link #DENSE} takes outside of
   * it is limited by {@link DenseOptions#memory}, of which this is a part.
   */
  public abstract long heapBytes(Network network, Inputs inputs);

  /** The same of a sampler that draws from another law. */
  public double nanosPerSample(Network network, Inputs inputs, VarianceReduction reduction) {
    return reduction == VarianceReduction.NONE
        ? nanosPerSample(network, inputs)
        : sizeBiasedNanos(network, inputs);
  }

  /** The same of a sampler that draws from another law. */
  public long heapBytes(Network network, Inputs inputs, VarianceReduction reduction) {
    return reduction == VarianceReduction.NONE
        ? heapBytes(network, inputs)
        : sizeBiasedHeapBytes(network, inputs);
  }

  double sizeBiasedNanos(Network network, Inputs inputs) {
    return nanosPerSample(network, inputs);
  }

  long sizeBiasedHeapBytes(Network network, Inputs inputs) {
    return heapBytes(network, inputs);
  }

  abstract KernelSampler build(
      Network network, Inputs inputs, DenseOptions options, Workspace workspace);

  KernelSampler buildSizeBiased(Network network, Inputs inputs, Workspace workspace) {
    throw new IllegalArgumentException(onlyExplicitLaw());
  }

  /** Why this sampler cannot draw this law at these inputs, or empty if it can. */
  public abstract Optional<String> objection(Network network, Inputs inputs);

  /**
   * Why this sampler cannot draw from this law, or the one it is reduced to, at these inputs; empty
   * if it can. Size-biased networks are drawn neuron by neuron, from laws that are tilted normal
   * ones: initializations have to be Gaussian, and weights are not written out.
   */
  public Optional<String> objection(Network network, Inputs inputs, VarianceReduction reduction) {
    if (reduction == VarianceReduction.NONE) {
      return objection(network, inputs);
    }
    if (!network.isGaussian()) {
      return Optional.of(
          "size_biased networks are drawn with gaussian initialization only, not with "
              + network.initialization().label());
    }
    return this == DENSE ? Optional.of(onlyExplicitLaw()) : objection(network, inputs);
  }

  private String onlyExplicitLaw() {
    return label()
        + " draws every weight from the law itself; size_biased networks are drawn by"
        + " norm_chain and conditioned";
  }

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Optional<String> onlyGaussian(Network network) {
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s is exact for gaussian initialization only, not for %s, which dense draws",
            label(),
            network.initialization().label()));
  }

  private static Optional<String> tooManyDimensions(Network network, Inputs inputs) {
    int inputDim = network.widths().inputDim();
    return inputs.dimension() <= inputDim
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "inputs that span %d dimensions do not fit input_dim %d",
                inputs.dimension(),
                inputDim));
  }
}
