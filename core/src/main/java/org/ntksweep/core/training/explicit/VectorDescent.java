package org.ntksweep.core.training.explicit;

import java.util.List;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Updater;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.objective.FullGradient;

/** Steps of any optimizer on all examples. */
final class VectorDescent implements Descent {
  private final FullGradient gradient;
  private final Updater updater;
  private boolean computed;

  VectorDescent(FullGradient gradient, Updater updater) {
    this.gradient = gradient;
    this.updater = updater;
  }

  @Override
  public void begin() {
    updater.begin();
    computed = false;
  }

  @Override
  public double loss(Course course) {
    computed = true;
    return gradient.compute();
  }

  /** {@inheritDoc} The gradient stays. */
  @Override
  public void disturb() {}

  @Override
  public void step(long step) {
    if (!computed) {
      gradient.compute();
    }
    updater.step(step);
    computed = false;
  }

  @Override
  public List<NativeMatrix> memory() {
    return updater.memory();
  }
}
