package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Locale;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.jobs.config.yaml.Mapping;

/** How networks move, as a sweep file says it. */
enum MethodName {
  GRADIENT_DESCENT,
  GRADIENT_FLOW,
  SGD,
  MOMENTUM,
  NESTEROV,
  ADAM;

  /** The keys that only this method has, or few others. */
  List<OwnKey> own() {
    return switch (this) {
      case GRADIENT_DESCENT, SGD -> List.of();
      case GRADIENT_FLOW -> List.of(new OwnKey(TrainingKeys.TOLERANCE, "1e-4"));
      case MOMENTUM, NESTEROV -> List.of(new OwnKey(TrainingKeys.MOMENTUM, "0.9"));
      case ADAM ->
          List.of(
              new OwnKey(TrainingKeys.BETA1, "0.9"),
              new OwnKey(TrainingKeys.BETA2, "0.999"),
              new OwnKey(TrainingKeys.EPSILON, "1e-8"));
    };
  }

  /** Whether it moves by steps. */
  boolean hasSteps() {
    return this != GRADIENT_FLOW;
  }

  /** What makes its steps. */
  Optimizer optimizer(Mapping root) {
    return switch (this) {
      case GRADIENT_DESCENT, SGD, GRADIENT_FLOW -> new Optimizer.Plain();
      case MOMENTUM -> new Optimizer.Momentum(TrainingKeys.MOMENTUM.in(root));
      case NESTEROV -> new Optimizer.Nesterov(TrainingKeys.MOMENTUM.in(root));
      case ADAM ->
          new Optimizer.Adam(
              TrainingKeys.BETA1.in(root),
              TrainingKeys.BETA2.in(root),
              TrainingKeys.EPSILON.in(root));
    };
  }

  /** The word in sweep files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
