package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    return hasSteps()
        ? Stream.of(ofSteps(), ofOptimizer()).flatMap(List::stream).toList()
        : List.of(new OwnKey(MethodKeys.TOLERANCE, "1e-3"));
  }

  private static List<OwnKey> ofSteps() {
    return List.of(
        new OwnKey(MethodKeys.WEIGHT_DECAY, "0"),
        new OwnKey(MethodKeys.MILESTONES, "[]"),
        new OwnKey(MethodKeys.GAMMA, "0.1"));
  }

  private List<OwnKey> ofOptimizer() {
    return switch (this) {
      case GRADIENT_DESCENT, SGD, GRADIENT_FLOW -> List.of();
      case MOMENTUM, NESTEROV -> List.of(new OwnKey(MethodKeys.MOMENTUM, "0.9"));
      case ADAM ->
          List.of(
              new OwnKey(MethodKeys.BETA1, "0.9"),
              new OwnKey(MethodKeys.BETA2, "0.999"),
              new OwnKey(MethodKeys.EPSILON, "1e-8"));
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
      case MOMENTUM -> new Optimizer.Momentum(MethodKeys.MOMENTUM.in(root));
      case NESTEROV -> new Optimizer.Nesterov(MethodKeys.MOMENTUM.in(root));
      case ADAM ->
          new Optimizer.Adam(
              MethodKeys.BETA1.in(root), MethodKeys.BETA2.in(root), MethodKeys.EPSILON.in(root));
    };
  }

  /** The word in sweep files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
