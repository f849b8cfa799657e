package org.ntksweep.core.training;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/** How a network moves, and where along the way it is looked at. */
public sealed interface Method extends Serializable {

  /** The name used in sweep files and tables. */
  String label();

  /** The same at another learning rate, if it has one. */
  Method at(double learningRate);

  /** How often a network is looked at that does not end early. */
  int looks();

  /**
   * Steps of an optimizer.
   *
   * @param optimizer what makes a step of gradients
   * @param batch examples a step; empty for all of them. Batches go through a random order of the
   *     examples, another one every epoch, drawn from the sample's own stream; the last of an epoch
   *     takes what is left
   * @param learningRate eta, finite and above 0
   * @param steps how many, at least 0
   * @param recorded the steps to look at, rising, 0 first and {@code steps} last
   */
  record Steps(
      Optimizer optimizer, OptionalInt batch, double learningRate, long steps, List<Long> recorded)
      implements Method {
    private static final long serialVersionUID = 1;

    /** Copies the list. */
    public Steps {
      recorded = List.copyOf(recorded);
    }

    @Override
    public String label() {
      return optimizer instanceof Optimizer.Plain && batch.isPresent() ? "sgd" : optimizer.label();
    }

    @Override
    public int looks() {
      return recorded.size();
    }

    @Override
    public Steps at(double otherLearningRate) {
      return new Steps(optimizer, batch, otherLearningRate, steps, recorded);
    }

    @Serial
    private Object writeReplace() {
      return new Form(optimizer, batch.orElse(Form.ALL), learningRate, steps, recorded);
    }

    /** Steps as they travel: an Optional cannot. */
    private record Form(
        Optimizer optimizer, int batch, double learningRate, long steps, List<Long> recorded)
        implements Serializable {
      private static final long serialVersionUID = 1;

      /** In place of a number of examples. */
      private static final int ALL = 0;

      @Serial
      private Object readResolve() {
        OptionalInt examples = batch == ALL ? OptionalInt.empty() : OptionalInt.of(batch);
        return new Steps(optimizer, examples, learningRate, steps, recorded);
      }
    }
  }

  /**
   * Gradient flow {@code d theta/dt = -dLoss/dtheta}: the limit of small learning rates, with time
   * = learning rate x steps.
   *
   * @param time where it ends, finite, at least 0
   * @param tolerance the error a step of the integrator may make, relative to the parameters
   * @param recorded the times to look at, rising, 0 first and {@code time} last
   */
  record Flow(double time, double tolerance, List<Double> recorded) implements Method {
    private static final long serialVersionUID = 1;

    /** Copies the list. */
    public Flow {
      recorded = List.copyOf(recorded);
    }

    @Override
    public String label() {
      return "gradient_flow";
    }

    @Override
    public int looks() {
      return recorded.size();
    }

    @Override
    public Flow at(double learningRate) {
      return this;
    }
  }
}
