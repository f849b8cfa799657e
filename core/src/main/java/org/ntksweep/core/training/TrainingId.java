package org.ntksweep.core.training;

import java.util.List;
import java.util.stream.Collectors;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.PointId;

/**
 * The identity of a point that is trained: a hash of its law, of its data and of all that is done
 * to its networks, whatever of them is looked at. Random numbers are keyed by the law alone, so
 * that training begins with the networks of the point that is not trained.
 */
public final class TrainingId {
  private TrainingId() {}

  /**
   * The identity of networks of a law that are trained on some data.
   *
   * @param digest of the data: {@link TrainingData#digest}
   */
  public static PointId of(Network network, String digest, Training training) {
    return PointId.of(network, "data=" + digest + ";" + canonicalText(training));
  }

  /** Doubles by their bits: decimal renderings differ between Java releases. */
  private static String canonicalText(Training training) {
    return String.join(
        ";",
        "loss=" + training.loss().label(),
        text(training.method()),
        "decrease_below=" + bits(training.stop().decreaseBelow()),
        "within=" + training.stop().within(),
        "loss_below=" + bits(training.stop().lossBelow()),
        "alpha=" + bits(training.lazy().alpha()),
        "centered=" + training.lazy().centered(),
        "kernel_examples=" + training.kernelExamples());
  }

  private static String text(Method method) {
    if (method instanceof Method.Steps steps) {
      return String.join(
          ";",
          "method=" + text(steps.optimizer()),
          "batch=" + (steps.batch().isPresent() ? steps.batch().getAsInt() : "full"),
          "learning_rate=" + bits(steps.learningRate()),
          "steps=" + steps.steps(),
          "recorded="
              + steps.recorded().stream().map(Object::toString).collect(Collectors.joining(",")));
    }
    Method.Flow flow = (Method.Flow) method;
    return String.join(
        ";",
        "method=gradient_flow",
        "time=" + bits(flow.time()),
        "tolerance=" + bits(flow.tolerance()),
        "recorded=" + texts(flow.recorded()));
  }

  private static String text(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Momentum momentum) {
      return "momentum," + bits(momentum.momentum());
    }
    if (optimizer instanceof Optimizer.Nesterov nesterov) {
      return "nesterov," + bits(nesterov.momentum());
    }
    if (optimizer instanceof Optimizer.Adam adam) {
      return "adam," + texts(List.of(adam.beta1(), adam.beta2(), adam.epsilon()));
    }
    return "plain";
  }

  private static String texts(List<Double> numbers) {
    return numbers.stream().map(TrainingId::bits).collect(Collectors.joining(","));
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }
}
