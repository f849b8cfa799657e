package org.ntksweep.core.training.blocks;

import java.util.List;
import java.util.Optional;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;

/**
 * How the time of a training becomes that of the flow of the summed loss.
 *
 * @param weight of an example in the loss
 * @param stretch what momentum makes of a learning rate, {@code 1 / (1 - mu)}
 * @param recorded the times of the training that are recorded, rising
 */
record ModelTime(double weight, double stretch, List<Double> recorded) {

  /** That of a method; empty where small steps do not follow the flow: Adam's, and with decay. */
  static Optional<ModelTime> of(Method method, double weight) {
    if (method instanceof Method.Flow flow) {
      return Optional.of(new ModelTime(weight, 1, flow.recorded()));
    }
    Method.Steps steps = (Method.Steps) method;
    List<Double> times = steps.recorded().stream().map(steps.rate()::time).toList();
    return stretch(steps.optimizer())
        .filter(stretch -> steps.weightDecay() == 0)
        .map(stretch -> new ModelTime(weight, stretch, times));
  }

  private static Optional<Double> stretch(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Adam) {
      return Optional.empty();
    }
    double momentum = 0;
    if (optimizer instanceof Optimizer.Momentum m) {
      momentum = m.momentum();
    } else if (optimizer instanceof Optimizer.Nesterov n) {
      momentum = n.momentum();
    }
    return Optional.of(1 / (1 - momentum));
  }

  /** The time of the flow at one of the training. */
  double of(double time) {
    return weight * stretch * time;
  }

  /** The recorded times of the flow. */
  List<Double> stops() {
    return recorded.stream().map(this::of).toList();
  }
}
