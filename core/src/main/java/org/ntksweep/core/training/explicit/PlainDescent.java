package org.ntksweep.core.training.explicit;

import java.util.List;
import java.util.OptionalDouble;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.explicit.TrueSignals;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.objective.Objective;
import org.ntksweep.core.training.schedule.RateSchedule;

/**
 * Gradient descent on all examples, which pass together: every layer is moved by its own gradient
 * as soon as the errors have gone through it, which takes one product and no vector of gradients.
 */
final class PlainDescent implements Descent {
  private static final Pass.Visitor<TrueSignals> MOVE =
      new Pass.Visitor<>() {
        @Override
        public void arrived(int l, AffineLayer<? extends TrueSignals> layer, int from, int to) {}

        @Override
        public void passed(int l, AffineLayer<? extends TrueSignals> layer, int from, int to) {
          layer.update(from, to);
        }
      };

  private final Objective objective;
  private final RateSchedule rate;
  private final int count;
  private boolean entered;
  private boolean passed;

  PlainDescent(Objective objective, RateSchedule rate) {
    this.objective = objective;
    this.rate = rate;
    count = objective.examples().count();
  }

  @Override
  public void begin() {
    disturb();
  }

  @Override
  public OptionalDouble loss(Course course) {
    up();
    return OptionalDouble.of(objective.answers().loss());
  }

  private void up() {
    if (!entered) {
      objective.enter(i -> i, count);
      entered = true;
    }
    objective.up(i -> i, count);
    passed = true;
  }

  @Override
  public void disturb() {
    entered = false;
    passed = false;
  }

  @Override
  public void step(long step) {
    if (!passed) {
      up();
    }
    objective.down(i -> i, count, -rate.at(step), MOVE);
    passed = false;
  }

  @Override
  public List<NativeMatrix> memory() {
    return List.of();
  }
}
