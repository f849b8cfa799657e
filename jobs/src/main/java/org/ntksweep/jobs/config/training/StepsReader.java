package org.ntksweep.jobs.config.training;

import java.util.Optional;
import java.util.function.Function;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;
import org.ntksweep.jobs.config.yaml.Mapping;

/**
 * Reads how networks move by steps. Where a file counts in epochs, so do all its numbers of steps.
 *
 * @param root the complete file
 * @param examples how many there are to train on
 */
record StepsReader(Mapping root, int examples) {

  /** The steps of a method that makes some. */
  Method.Steps method(MethodName name) {
    MethodKeys.TIME.refuse(root, "goes with gradient_flow; " + name.label() + " has steps");
    Optional<Batch> batch = batch(name);
    return new Method.Steps(
        name.optimizer(root),
        MethodKeys.WEIGHT_DECAY.in(root),
        batch,
        rate(),
        inSteps(count()),
        TrainingKeys.RECORD.in(root).steps(count()).stream().map(this::inSteps).toList());
  }

  private Optional<Batch> batch(MethodName name) {
    Optional<Batch> batch = MethodKeys.BATCH.findIn(root).flatMap(Function.identity());
    if (name == MethodName.GRADIENT_DESCENT && batch.isPresent()) {
      throw MethodKeys.BATCH.value(root).mustBe("full for gradient_descent (sgd has batches)");
    }
    if (name == MethodName.SGD && batch.isEmpty()) {
      throw MethodKeys.BATCH.mustBe(
          root, "a number of examples for sgd (gradient_descent has full batches)");
    }
    if (batch.isPresent() && batch.get().size() > examples) {
      throw MethodKeys.BATCH.value(root).mustBe("at most the examples, " + examples);
    }
    return batch;
  }

  private RateSchedule rate() {
    return new RateSchedule(
        1,
        MethodKeys.MILESTONES.in(root).stream().map(this::inSteps).toList(),
        MethodKeys.GAMMA.in(root));
  }

  /** How many steps, or epochs, are made. */
  long count() {
    return MethodKeys.EPOCHS.findIn(root).orElseGet(() -> MethodKeys.STEPS.in(root));
  }

  /** A number as the file counts, in steps. */
  long inSteps(long number) {
    if (MethodKeys.EPOCHS.find(root).isEmpty()) {
      return number;
    }
    return number * MethodKeys.BATCH.in(root).map(batch -> batch.stepsPerEpoch(examples)).orElse(1);
  }
}
