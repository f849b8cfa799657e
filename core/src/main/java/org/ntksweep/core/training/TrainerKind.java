package org.ntksweep.core.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.explicit.ExplicitTraining;
import org.ntksweep.core.training.explicit.cost.ExplicitCost;
import org.ntksweep.core.training.explicit.cost.ExplicitTime;
import org.ntksweep.core.training.revealed.ConditionedCost;
import org.ntksweep.core.training.revealed.ConditionedTrainer;

/** The trainers there are. All have one law; they differ in cost and in what they apply to. */
public enum TrainerKind {
  /**
   * Weights that are decided only where steps look at them: full-batch gradient descent, with
   * momentum or without, of few examples and steps, any width.
   */
  CONDITIONED {
    @Override
    public Optional<String> objection(Network network, TrainingData data, Training training) {
      return mismatch(network, data, training)
          .or(() -> ConditionedCost.objection(network, training));
    }

    @Override
    public double nanosPerSample(
        Network network, TrainingData data, Training training, DenseOptions options) {
      return ConditionedCost.nanosPerSample(network, data, training);
    }

    @Override
    public long bytes(Network network, TrainingData data, Training training, DenseOptions options) {
      return ConditionedCost.bytes(network, data, training);
    }

    @Override
    Trainer build(
        Network network,
        TrainingData data,
        Training training,
        DenseOptions options,
        KernelTheory theory) {
      return new ConditionedTrainer(network, data, training, theory);
    }
  },

  /** Explicit weights: any activation, any initialization, any method. */
  DENSE {
    @Override
    public Optional<String> objection(Network network, TrainingData data, Training training) {
      return mismatch(network, data, training)
          .or(() -> ExplicitCost.objection(network, data, training));
    }

    @Override
    public double nanosPerSample(
        Network network, TrainingData data, Training training, DenseOptions options) {
      return new ExplicitTime(network, data, training, options.precision()).nanos();
    }

    @Override
    public long bytes(Network network, TrainingData data, Training training, DenseOptions options) {
      return ExplicitCost.bytes(network, data, training, options.precision());
    }

    @Override
    Trainer build(
        Network network,
        TrainingData data,
        Training training,
        DenseOptions options,
        KernelTheory theory) {
      return ExplicitTraining.of(network, data, training, options, theory);
    }
  };

  /** Why this trainer cannot train networks of this law so on these data; empty if it can. */
  public abstract Optional<String> objection(Network network, TrainingData data, Training training);

  /**
   * About how long one network takes on one core, in nanoseconds: a model to cut work by, not a
   * promise.
   *
   * @param options how {@link #DENSE} computes: of them the precision
   */
  public abstract double nanosPerSample(
      Network network, TrainingData data, Training training, DenseOptions options);

  /** About how much memory a trainer takes in all, on the Java heap and outside of it, in bytes. */
  public abstract long bytes(
      Network network, TrainingData data, Training training, DenseOptions options);

  abstract Trainer build(
      Network network,
      TrainingData data,
      Training training,
      DenseOptions options,
      KernelTheory theory);

  /**
   * A trainer of this kind.
   *
   * @param options how it computes if it is {@link #DENSE}: of them the precision; memory it takes
   *     as much as it needs, {@link #bytes}
   * @param theory what kernel theory says of the point
   * @throws IllegalArgumentException with the {@link #objection}
   */
  public Trainer of(
      Network network,
      TrainingData data,
      Training training,
      DenseOptions options,
      KernelTheory theory) {
    objection(network, data, training)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return build(network, data, training, options, theory);
  }

  /**
   * The trainer that takes the least time of those that can do it, in doubles: a precision changes
   * numbers, not what computes them.
   *
   * @throws IllegalArgumentException if none can, with the reason
   */
  public static TrainerKind cheapest(Network network, TrainingData data, Training training) {
    return Arrays.stream(values())
        .filter(kind -> kind.objection(network, data, training).isEmpty())
        .min(Comparator.comparingDouble(kind -> kind.nanosInDoubles(network, data, training)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    DENSE.objection(network, data, training).orElseThrow()));
  }

  private double nanosInDoubles(Network network, TrainingData data, Training training) {
    return nanosPerSample(network, data, training, DenseOptions.DEFAULT);
  }

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Shapes that do not fit each other. */
  static Optional<String> mismatch(Network network, TrainingData data, Training training) {
    int inputDim = network.widths().inputDim();
    int outputs = network.widths().outputs();
    if (inputDim != data.train().dimension()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "input_dim %d: the examples have %d numbers",
              inputDim,
              data.train().dimension()));
    }
    if (outputs != data.train().outputs()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "outputs %d: the targets have %d numbers",
              outputs,
              data.train().outputs()));
    }
    if (training.kernelExamples() > data.train().count()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "kernel.examples %d: there are %d",
              training.kernelExamples(),
              data.train().count()));
    }
    return training.kernelExamples() <= UpperTriangles.LARGEST_ORDER
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "kernel.examples %d: must be at most %d",
                training.kernelExamples(),
                UpperTriangles.LARGEST_ORDER));
  }
}
