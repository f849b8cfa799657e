package org.ntksweep.core.training;

import java.util.Optional;
import org.ntksweep.core.theory.training.FrozenKernel;
import org.ntksweep.core.theory.training.FrozenPrediction;
import org.ntksweep.core.theory.training.LinearUpdate;

/** The loss along training as it would be, had the kernel stayed what it is at the start. */
@FunctionalInterface
public interface PredictedLoss {

  /**
   * At a recorded place.
   *
   * @param step how many steps were made; ignored in gradient flow
   * @param time of the flow; ignored elsewhere
   * @return infinite where training diverges beyond a double
   */
  double at(long step, double time);

  /**
   * Whether a kernel alone decides the losses of a training: not with mini-batches, whose order is
   * random, nor with Adam, which is not linear in the gradients, nor with weight decay. Rates that
   * change along the way are not followed.
   */
  static boolean appliesTo(Method method) {
    return !(method instanceof Method.Steps steps)
        || (steps.batch().isEmpty()
            && steps.weightDecay() == 0
            && steps.rate().isConstant()
            && steps.optimizer().linear(steps.learningRate()).isPresent());
  }

  /**
   * By a kernel, from a residual on.
   *
   * @param residual as {@link FrozenKernel#from} wants it
   * @return empty where the method is not one {@link #appliesTo} is true of
   */
  static Optional<PredictedLoss> of(Method method, FrozenKernel kernel, double[] residual) {
    if (!appliesTo(method)) {
      return Optional.empty();
    }
    FrozenPrediction prediction = kernel.from(residual);
    if (!(method instanceof Method.Steps steps)) {
      return Optional.of((step, time) -> prediction.lossAt(time));
    }
    LinearUpdate update = steps.optimizer().linear(steps.learningRate()).orElseThrow();
    return Optional.of((step, time) -> prediction.lossAfter(step, update));
  }
}
