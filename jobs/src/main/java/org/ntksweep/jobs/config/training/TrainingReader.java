package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.data.SweepData;

/**
 * Reads what values of training say together.
 *
 * @param root the complete file
 * @param data its data
 */
record TrainingReader(Mapping root, SweepData data) {
  /** Where a method has no learning rate, or makes no step. */
  private static final List<LearningRate> ANY = List.of(new LearningRate.Fixed(1));

  Method method() {
    MethodName name = TrainingKeys.METHOD.in(root);
    Records records = TrainingKeys.RECORD.in(root);
    if (name.hasSteps()) {
      TrainingKeys.TIME.refuse(root, "goes with gradient_flow; " + name.label() + " has steps");
      long steps = TrainingKeys.STEPS.in(root);
      return new Method.Steps(name.optimizer(root), batch(name), 1, steps, records.steps(steps));
    }
    TrainingKeys.STEPS.refuse(root, "is not of gradient_flow, which has a time");
    TrainingKeys.BATCH.refuse(root, "does not go with gradient_flow, which has no steps");
    double time = TrainingKeys.TIME.in(root);
    return new Method.Flow(time, TrainingKeys.TOLERANCE.in(root), records.times(time));
  }

  private OptionalInt batch(MethodName name) {
    Optional<Integer> batch = TrainingKeys.BATCH.in(root);
    if (name == MethodName.GRADIENT_DESCENT && batch.isPresent()) {
      throw TrainingKeys.BATCH.value(root).mustBe("full for gradient_descent (sgd has batches)");
    }
    if (name == MethodName.SGD && batch.isEmpty()) {
      throw TrainingKeys.BATCH
          .value(root)
          .mustBe("a number of examples for sgd (gradient_descent has full batches)");
    }
    if (batch.isPresent() && batch.get() > data.examples()) {
      throw TrainingKeys.BATCH.value(root).mustBe("at most the examples, " + data.examples());
    }
    return batch.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  StopRule stop() {
    double decrease = TrainingKeys.DECREASE_BELOW.in(root);
    if (decrease > 0 && !TrainingKeys.METHOD.in(root).hasSteps()) {
      throw TrainingKeys.DECREASE_BELOW.value(root).error("does not go with gradient_flow");
    }
    return new StopRule(decrease, TrainingKeys.WITHIN.in(root), TrainingKeys.LOSS_BELOW.in(root));
  }

  int kernelExamples() {
    TrainingKeys.KERNEL_OUTPUTS.in(root);
    int examples = TrainingKeys.KERNEL_EXAMPLES.in(root);
    if (examples > data.examples()) {
      throw TrainingKeys.KERNEL_EXAMPLES
          .value(root)
          .mustBe("at most the examples, " + data.examples());
    }
    return examples;
  }

  Set<Observation> observed() {
    Set<Observation> observed = Set.copyOf(TrainingKeys.OBSERVE.in(root));
    if (!observed.contains(Observation.KERNEL)) {
      throw TrainingKeys.OBSERVE.value(root).mustBe("a list with kernel, which is always there");
    }
    return observed;
  }

  List<LearningRate> learningRates() {
    if (!TrainingKeys.METHOD.in(root).hasSteps()) {
      TrainingKeys.LEARNING_RATE.refuse(root, "does not go with gradient_flow, which has a time");
      return ANY;
    }
    if (TrainingKeys.STEPS.in(root) == 0) {
      return TrainingKeys.LEARNING_RATE.findIn(root).orElse(ANY);
    }
    return TrainingKeys.LEARNING_RATE.in(root);
  }
}
