package org.ntksweep.core.training;

import java.io.Serializable;
import java.util.Optional;
import org.ntksweep.core.theory.training.LinearUpdate;

/** How a step follows from the gradients g of it and of those before. */
public sealed interface Optimizer extends Serializable {

  /** The name used in sweep files and tables, of full batches. */
  String label();

  /** What it does where gradients are linear in the parameters; empty if it then is not. */
  Optional<LinearUpdate> linear(double learningRate);

  private static void checkBelow1(String key, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(key + " " + value + ": must be in [0, 1)");
    }
  }

  /** {@code theta -= eta g}. */
  record Plain() implements Optimizer {
    private static final long serialVersionUID = 1;

    @Override
    public String label() {
      return "gradient_descent";
    }

    @Override
    public Optional<LinearUpdate> linear(double learningRate) {
      return Optional.of(LinearUpdate.plain(learningRate));
    }
  }

  /**
   * {@code v = mu v + g, theta -= eta v}.
   *
   * @param momentum mu, in [0, 1)
   */
  record Momentum(double momentum) implements Optimizer {
    private static final long serialVersionUID = 1;

    /** Checks the number. */
    public Momentum {
      checkBelow1("momentum", momentum);
    }

    @Override
    public String label() {
      return "momentum";
    }

    @Override
    public Optional<LinearUpdate> linear(double learningRate) {
      return Optional.of(new LinearUpdate(learningRate, momentum, false));
    }
  }

  /**
   * {@code v = mu v + g, theta -= eta (g + mu v)} (Nesterov 1983, as Sutskever et al. 2013 have
   * it).
   *
   * @param momentum mu, in [0, 1)
   */
  record Nesterov(double momentum) implements Optimizer {
    private static final long serialVersionUID = 1;

    /** Checks the number. */
    public Nesterov {
      checkBelow1("momentum", momentum);
    }

    @Override
    public String label() {
      return "nesterov";
    }

    @Override
    public Optional<LinearUpdate> linear(double learningRate) {
      return Optional.of(new LinearUpdate(learningRate, momentum, true));
    }
  }

  /**
   * Adam (Kingma and Ba 2015), with bias corrections.
   *
   * @param beta1 of the mean gradient, in [0, 1)
   * @param beta2 of its square, in [0, 1)
   * @param epsilon added to the root, finite and above 0
   */
  record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    private static final long serialVersionUID = 1;

    /** Checks the numbers. */
    public Adam {
      checkBelow1("beta1", beta1);
      checkBelow1("beta2", beta2);
      if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
        throw new IllegalArgumentException("epsilon " + epsilon + ": must be finite and above 0");
      }
    }

    @Override
    public String label() {
      return "adam";
    }

    @Override
    public Optional<LinearUpdate> linear(double learningRate) {
      return Optional.empty();
    }
  }
}
