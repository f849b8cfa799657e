package org.ntksweep.core.training.explicit;

import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.matrix.Updater;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.objective.Chunks;
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
      return trainer(law, training, parts);
    } catch (RuntimeException | Error e) {
      resources.closeAfter(e);
      throw e;
    }
  }

  private static Trainer trainer(Network law, Training training, ExplicitParts parts) {
    if (!(training.method() instanceof Method.Steps steps)) {
      return new FlowTrainer(parts, (Method.Flow) training.method(), training.stop());
    }
    int examples = parts.objective().examples().count();
    Optional<Batches> batches =
        steps.batch().isPresent()
            ? Optional.of(new Batches(law.id().bits(), examples, steps.batch().getAsInt()))
            : Optional.empty();
    Course course = new Course(steps, training.stop());
    return new StepTrainer(parts, descent(training, steps, parts, batches), batches, course);
  }

  private static Descent descent(
      Training training, Method.Steps steps, ExplicitParts parts, Optional<Batches> batches) {
    Objective objective = parts.objective();
    int chunks = Chunks.of(objective.examples().count()).count();
    if (batches.isEmpty() && chunks == 1 && steps.optimizer() instanceof Optimizer.Plain) {
      return new PlainDescent(objective, steps.learningRate());
    }
    FullGradient gradient = new FullGradient(parts.network(), objective, parts.resources());
    Updater updater = updater(steps, parts, gradient.vector());
    return batches.isPresent()
        ? new BatchDescent(objective, training.loss(), gradient, updater, batches.get())
        : new VectorDescent(gradient, updater);
  }

  private static Updater updater(Method.Steps steps, ExplicitParts parts, NativeMatrix gradient) {
    NativeMatrix x = parts.network().parameters().vector();
    double rate = steps.learningRate();
    Resources resources = parts.resources();
    Optimizer optimizer = steps.optimizer();
    if (optimizer instanceof Optimizer.Momentum m) {
      return Updater.momentum(x, gradient, rate, m.momentum(), resources);
    }
    if (optimizer instanceof Optimizer.Nesterov n) {
      return Updater.nesterov(x, gradient, rate, n.momentum(), resources);
    }
    if (optimizer instanceof Optimizer.Adam a) {
      return Updater.adam(x, gradient, rate, a.beta1(), a.beta2(), a.epsilon(), resources);
    }
    return Updater.plain(x, gradient, rate);
  }
}
