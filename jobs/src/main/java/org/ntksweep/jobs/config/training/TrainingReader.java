package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Set;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.ValueReader;
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
  private static final List<LearningRate> NONE = List.of(new LearningRate.None());

  private static final ValueReader<Long> COUNT = NumberRule.whole(1, MethodKeys.MOST_STEPS).longs();

  Method method() {
    MethodName name = MethodKeys.METHOD.in(root);
    if (name.hasSteps()) {
      return steps().method(name);
    }
    MethodKeys.STEPS.refuse(root, "is not of gradient_flow, which has a time");
    MethodKeys.EPOCHS.refuse(root, "is not of gradient_flow, which has a time");
    MethodKeys.BATCH.refuse(root, "does not go with gradient_flow, which has no steps");
    double time = MethodKeys.TIME.in(root);
    List<Double> recorded = TrainingKeys.RECORD.in(root).times(time);
    return new Method.Flow(time, MethodKeys.TOLERANCE.in(root), recorded);
  }

  private StepsReader steps() {
    return new StepsReader(root, data.examples());
  }

  StopRule stop() {
    double decreaseBelow = TrainingKeys.DECREASE_BELOW.in(root);
    double within = MethodKeys.METHOD.in(root).hasSteps() ? stepsWithin() : timeWithin();
    return new StopRule(decreaseBelow, within, TrainingKeys.LOSS_BELOW.in(root));
  }

  private double stepsWithin() {
    StepsReader steps = steps();
    long within = COUNT.read(TrainingKeys.WITHIN.value(root));
    checkWithin(within, steps.count(), MethodKeys.EPOCHS.find(root).isEmpty() ? "steps" : "epochs");
    return steps.inSteps(within);
  }

  private double timeWithin() {
    double within = TrainingKeys.WITHIN.in(root);
    checkWithin(within, MethodKeys.TIME.in(root), "time");
    return within;
  }

  /** A rule that looks back further than training reaches is never asked. */
  private <T extends Number & Comparable<T>> void checkWithin(T within, T all, String of) {
    if (TrainingKeys.DECREASE_BELOW.in(root) > 0 && within.compareTo(all) > 0) {
      throw TrainingKeys.WITHIN
          .value(root)
          .mustBe("at most training." + of + ", " + all + ", with decrease_below");
    }
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
    if (observed.contains(Observation.BLOCKS) && !observed.contains(Observation.FEATURES)) {
      throw TrainingKeys.OBSERVE.value(root).mustBe("a list with features, which blocks are of");
    }
    return observed;
  }

  List<LearningRate> learningRates() {
    if (!MethodKeys.METHOD.in(root).hasSteps()) {
      TrainingKeys.LEARNING_RATE.refuse(root, "does not go with gradient_flow, which has a time");
      return NONE;
    }
    if (steps().count() == 0) {
      return TrainingKeys.LEARNING_RATE.findIn(root).orElse(NONE);
    }
    return TrainingKeys.LEARNING_RATE.in(root);
  }
}
