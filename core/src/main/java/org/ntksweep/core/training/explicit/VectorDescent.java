package org.ntksweep.core.training.explicit;

import java.util.List;
import java.util.OptionalDouble;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.objective.FullGradient;

/** Steps of any optimizer on all examples. */
final class VectorDescent implements Descent {
  private final FullGradient gradient;
  private final Movement movement;
  private boolean computed;

  VectorDescent(FullGradient gradient, Movement movement) {
    this.gradient = gradient;
    this.movement = movement;
  }

  @Override
  public void begin() {
    movement.begin();
    computed = false;
  }

  @Override
  public OptionalDouble loss(Course course) {
    computed = true;
    return OptionalDouble.of(gradient.compute());
  }

  /** {@inheritDoc} The gradient stays. */
  @Override
  public void disturb() {}

  @Override
  public void step(long step) {
    if (!computed) {
      gradient.compute();
    }
    movement.step(step);
    computed = false;
  }

  @Override
  public List<NativeMatrix> memory() {
    return movement.memory();
  }
}
