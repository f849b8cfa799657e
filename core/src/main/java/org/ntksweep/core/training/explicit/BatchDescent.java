package org.ntksweep.core.training.explicit;

import java.util.List;
import java.util.OptionalDouble;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.objective.FullGradient;
import org.ntksweep.core.training.objective.Objective;

/**
 * Steps of any optimizer on some examples each. The loss over all is known where it is asked for.
 */
final class BatchDescent implements Descent {
  private final Objective objective;
  private final Loss loss;
  private final FullGradient gradient;
  private final Movement movement;
  private final Batches batches;
  private boolean diverged;

  /** Whether all examples have gone up since the last step. */
  private boolean answered;

  BatchDescent(
      Objective objective, Loss loss, FullGradient gradient, Movement movement, Batches batches) {
    this.objective = objective;
    this.loss = loss;
    this.gradient = gradient;
    this.movement = movement;
    this.batches = batches;
  }

  @Override
  public void begin() {
    movement.begin();
    diverged = false;
    answered = false;
  }

  @Override
  public OptionalDouble loss(Course course) {
    if (course.asksForLoss()) {
      answerAll();
      return OptionalDouble.of(objective.answers().loss());
    }
    return diverged ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
  }

  /** {@inheritDoc} Where training ends early, they have not. */
  @Override
  public void answerAll() {
    if (!answered) {
      objective.upAll();
      answered = true;
    }
  }

  @Override
  public void disturb() {}

  @Override
  public void step(long step) {
    int[] batch = batches.of(step);
    double all = objective.examples().count();
    gradient.compute(batch, loss == Loss.MEAN ? all / batch.length : 1);
    movement.step(step);
    diverged = !isFinite(batch);
    answered = false;
  }

  private boolean isFinite(int[] batch) {
    double sum = 0;
    for (int i : batch) {
      for (int k = 0; k < objective.examples().outputs(); k++) {
        sum += Math.abs(objective.answers().output(i, k));
      }
    }
    return Double.isFinite(sum);
  }

  @Override
  public List<NativeMatrix> memory() {
    return movement.memory();
  }
}
