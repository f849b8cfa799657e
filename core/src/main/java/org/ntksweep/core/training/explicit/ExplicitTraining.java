package org.ntksweep.core.training.explicit;

import java.util.Optional;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.explicit.cost.ExplicitCost;
import org.ntksweep.core.training.objective.FullGradient;
import org.ntksweep.core.training.objective.Objective;

/** Makes trainers of explicit weights. */
public final class ExplicitTraining {
  private ExplicitTraining() {}

  /** A trainer of networks that {@link ExplicitCost} has no objection to. */
  public static Trainer of(
      Network law,
      TrainingData data,
      Training training,
      DenseOptions options,
      KernelTheory theory) {
    Resources resources = new Resources();
    try {
      ExplicitParts parts = ExplicitParts.of(law, data, training, options, theory, resources);
      return trainer(law, data, training, parts);
    } catch (RuntimeException | Error e) {
      resources.closeAfter(e);
      throw e;
    }
  }

  private static Trainer trainer(
      Network law, TrainingData data, Training training, ExplicitParts parts) {
    if (!(training.method() instanceof Method.Steps steps)) {
      return new FlowTrainer(parts, (Method.Flow) training.method(), training.stop());
    }
    Optional<Batches> batches =
        steps.batch().map(batch -> new Batches(law.id().bits(), data.train(), batch));
    Course course = new Course(steps, training.stop());
    return new StepTrainer(parts, descent(training, steps, parts, batches), batches, course);
  }

  private static Descent descent(
      Training training, Method.Steps steps, ExplicitParts parts, Optional<Batches> batches) {
    Objective objective = parts.objective();
    if (batches.isEmpty() && isPlain(steps, objective)) {
      return new PlainDescent(objective, steps.rate());
    }
    FullGradient gradient = new FullGradient(parts.network(), objective, parts.resources());
    Movement movement =
        new Movement(steps, parts.network().parameters(), gradient.parameters(), parts.resources());
    return batches.isPresent()
        ? new BatchDescent(objective, training.loss(), gradient, movement, batches.get())
        : new VectorDescent(gradient, movement);
  }

  /** Whether every layer can be moved on the way, all examples in one piece. */
  private static boolean isPlain(Method.Steps steps, Objective objective) {
    return steps.optimizer() instanceof Optimizer.Plain
        && steps.weightDecay() == 0
        && objective.chunks().isOne();
  }
}
