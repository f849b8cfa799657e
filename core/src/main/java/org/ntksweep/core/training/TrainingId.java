package org.ntksweep.core.training;

import java.util.List;
import java.util.stream.Collectors;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.PointId;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;

/**
 * The identity of a point that is trained: a hash of its law, of its data and of all that is done
 * to its networks, whatever of them is looked at. Random numbers are keyed by the law alone, so
 * that training begins with the networks of the point that is not trained.
 */
public final class TrainingId {
  /** What identities have where no decrease is asked for: whatever is said then changes nothing. */
  private static final double WITHIN_OF_NO_RULE = 100;

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
        "within=" + wholeOrBits(within(training.stop())),
        "loss_below=" + bits(training.stop().lossBelow()),
        "alpha=" + bits(training.lazy().alpha()),
        "centered=" + training.lazy().centered(),
        "kernel_examples=" + training.kernelExamples());
  }

  private static double within(StopRule stop) {
    return stop.decreaseBelow() > 0 ? stop.within() : WITHIN_OF_NO_RULE;
  }

  private static String text(Method method) {
    if (method instanceof Method.Steps steps) {
      return String.join(
          ";",
          "method=" + text(steps.optimizer()),
          "batch=" + steps.batch().map(TrainingId::text).orElse("full"),
          "learning_rate=" + text(steps.rate()),
          "steps=" + steps.steps(),
          "recorded=" + whole(steps.recorded()) + decay(steps));
    }
    Method.Flow flow = (Method.Flow) method;
    return String.join(
        ";",
        "method=gradient_flow",
        "time=" + bits(flow.time()),
        "tolerance=" + bits(flow.tolerance()),
        "recorded=" + texts(flow.recorded()));
  }

  private static String text(Batch batch) {
    return batch.size() + (batch.balanced() ? ",balanced" : "");
  }

  private static String text(RateSchedule rate) {
    return rate.isConstant()
        ? bits(rate.initial())
        : bits(rate.initial()) + "," + bits(rate.gamma()) + " at " + whole(rate.milestones());
  }

  private static String decay(Method.Steps steps) {
    return steps.weightDecay() > 0 ? ";weight_decay=" + bits(steps.weightDecay()) : "";
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

  private static String whole(List<Long> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static String wholeOrBits(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : bits(value);
  }

  private static String texts(List<Double> numbers) {
    return numbers.stream().map(TrainingId::bits).collect(Collectors.joining(","));
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }
}
