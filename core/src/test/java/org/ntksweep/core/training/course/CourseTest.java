package org.ntksweep.core.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.schedule.Batch;

class CourseTest {
  private static final long STEPS = 20;

  private static Course course(Optional<Batch> batch, StopRule stop) {
    List<Long> recorded = List.of(0L, 5L, STEPS);
    return new Course(new Method.Steps(new Optimizer.Plain(), batch, 0.1, STEPS, recorded), stop);
  }

  /** Goes to where it ends, told of the loss only where it has to be. */
  private static Course end(Course course, LongToDoubleFunction loss) {
    while (true) {
      if (course.asksForLoss()) {
        course.reached(loss.applyAsDouble(course.step()));
      }
      if (course.isLast()) {
        return course;
      }
      course.advance();
    }
  }

  @Test
  void allExamplesAreComparedAtEveryStep() {
    Course course = course(Optional.empty(), new StopRule(0.5, 4, 0));
    end(course, step -> step < 7 ? 10 - step : 3.5);
    assertThat(course.stopped()).contains(StopRule.Reason.DECREASE);
    // The lowest loss fell from 4 to 3.5 by step 10: not by less than 0.5. One later it did not.
    assertThat(course.step()).isEqualTo(11);
  }

  /** Between steps at which the loss is known nothing is compared. */
  @Test
  void batchesAreComparedWhereTheLossIsAskedFor() {
    StopRule stop = new StopRule(0.5, 4, 0);
    Course falling = end(course(Optional.of(Batch.of(2)), stop), step -> 100 - step);
    assertThat(falling.stopped()).isEmpty();
    assertThat(falling.step()).isEqualTo(STEPS);
    assertThat(falling.lowestLoss()).isEqualTo(80);

    Course stalling = end(course(Optional.of(Batch.of(2)), stop), step -> step < 9 ? 9 - step : 1);
    assertThat(stalling.stopped()).contains(StopRule.Reason.DECREASE);
    assertThat(stalling.step()).isEqualTo(12);
  }

  @Test
  void withoutARuleBatchesAskWhereTheyAreRecorded() {
    Course course = course(Optional.of(Batch.of(2)), StopRule.NEVER);
    for (long step = 0; step <= STEPS; step++) {
      assertThat(course.asksForLoss()).isEqualTo(step == 0 || step == 5 || step == STEPS);
      course.advance();
    }
  }
}
