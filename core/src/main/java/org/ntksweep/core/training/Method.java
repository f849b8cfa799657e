package org.ntksweep.core.training;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;

/** How a network moves, and where along the way it is looked at. */
public sealed interface Method extends Serializable {

  /** The name used in sweep files and tables. */
  String label();

  /** The same at another learning rate, if it has one. */
  Method at(double learningRate);

  /** How often a network is looked at that does not end early. */
  int looks();

  private static void check(String key, Number value, boolean holds, String range) {
    if (!holds || !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException(key + " " + value + ": must be " + range);
    }
  }

  private static <T extends Comparable<T>> void checkPlaces(List<T> recorded, T first, T last) {
    boolean rises =
        IntStream.range(1, recorded.size())
            .allMatch(i -> recorded.get(i - 1).compareTo(recorded.get(i)) < 0);
    if (recorded.isEmpty()
        || !recorded.get(0).equals(first)
        || !recorded.get(recorded.size() - 1).equals(last)
        || !rises) {
      throw new IllegalArgumentException(
          "recorded " + recorded + ": must rise from " + first + " to " + last);
    }
  }

  /**
   * Steps of an optimizer.
   *
   * @param optimizer what makes a step of gradients
   * @param weightDecay a multiple of what is trained of the weights, w, that is added to their
   *     gradient, at least 0; biases do not decay. As {@code torch.optim} has it for every
   *     optimizer here: the gradient of a penalty {@code weightDecay |w|^2 / 2}, which is no part
   *     of the loss. In the NTK parametrization w is what W is a multiple of
   * @param batch examples a step; empty for all of them
   * @param rate the learning rate of every step
   * @param steps how many, at least 0
   * @param recorded the steps to look at, rising, 0 first and {@code steps} last
   */
  record Steps(
      Optimizer optimizer,
      double weightDecay,
      Optional<Batch> batch,
      RateSchedule rate,
      long steps,
      List<Long> recorded)
      implements Method {
    private static final long serialVersionUID = 1;

    /** Steps on all examples, at one learning rate and without weight decay. */
    public Steps(Optimizer optimizer, double learningRate, long steps, List<Long> recorded) {
      this(optimizer, Optional.empty(), learningRate, steps, recorded);
    }

    /** The same on all examples or some. */
    public Steps(
        Optimizer optimizer,
        Optional<Batch> batch,
        double learningRate,
        long steps,
        List<Long> recorded) {
      this(optimizer, 0, batch, RateSchedule.constant(learningRate), steps, recorded);
    }

    /** Copies the list and checks the numbers. */
    public Steps {
      recorded = List.copyOf(recorded);
      check("weight_decay", weightDecay, weightDecay >= 0, "finite and at least 0");
      check("steps", steps, steps >= 0, "at least 0");
      checkPlaces(recorded, 0L, steps);
    }

    @Override
    public String label() {
      return optimizer instanceof Optimizer.Plain && batch.isPresent() ? "sgd" : optimizer.label();
    }

    @Override
    public int looks() {
      return recorded.size();
    }

    /** Its steps at a learning rate from which the rates of all steps follow. */
    @Override
    public Steps at(double otherLearningRate) {
      return new Steps(
          optimizer, weightDecay, batch, rate.from(otherLearningRate), steps, recorded);
    }

    /** The learning rate of the first step. */
    public double learningRate() {
      return rate.initial();
    }

    @Serial
    private Object writeReplace() {
      return new Form(optimizer, weightDecay, batch.orElse(null), rate, steps, recorded);
    }

    /** Steps as they travel: an Optional cannot. */
    private record Form(
        Optimizer optimizer,
        double weightDecay,
        Batch batch,
        RateSchedule rate,
        long steps,
        List<Long> recorded)
        implements Serializable {
      private static final long serialVersionUID = 1;

      @Serial
      private Object readResolve() {
        return new Steps(optimizer, weightDecay, Optional.ofNullable(batch), rate, steps, recorded);
      }
    }
  }

  /**
   * Gradient flow {@code d theta/dt = -dLoss/dtheta}: the limit of small learning rates, with time
   * = learning rate x steps.
   *
   * @param time where it ends, finite, at least 0
   * @param tolerance finite, above 0: the error a step of the integrator may make in the outputs,
   *     as a share of the residuals; ten times that in the parameters, as a share of the way they
   *     came
   * @param recorded the times to look at, rising, 0 first and {@code time} last
   */
  record Flow(double time, double tolerance, List<Double> recorded) implements Method {
    private static final long serialVersionUID = 1;

    /** Copies the list and checks the numbers. */
    public Flow {
      recorded = List.copyOf(recorded);
      check("time", time, time >= 0, "finite and at least 0");
      check("tolerance", tolerance, tolerance > 0, "finite and above 0");
      checkPlaces(recorded, 0.0, time);
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
