package org.ntksweep.jobs.run.training.network;

import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Where along the way networks are looked at. */
public final class Looks {
  private Looks() {}

  /**
   * A place along the way.
   *
   * @param step how many steps were made, or {@link TrainingRecord#NO_STEP}
   * @param time the sum of the learning rates of these steps, or the time of the flow
   */
  public record Look(long step, double time) {

    /** Whether a record was made here or before. */
    public boolean isFrom(TrainingRecord record) {
      return step == TrainingRecord.NO_STEP ? record.time() <= time : record.step() <= step;
    }
  }

  /** The places, in order: those at which the networks of a point are estimated. */
  public static List<Look> of(SweepPoint point) {
    Method method = point.training().orElseThrow().training().method();
    Stream<Look> looks;
    if (method instanceof Method.Steps steps) {
      looks = steps.recorded().stream().map(step -> new Look(step, steps.rate().time(step)));
    } else {
      looks =
          ((Method.Flow) method)
              .recorded().stream().map(time -> new Look(TrainingRecord.NO_STEP, time));
    }
    return looks.toList();
  }

  /** The share of all work that is done, about. */
  static double share(Method method, Trainer trainer, List<TrainingRecord> records) {
    if (trainer.isFinished()) {
      return 1;
    }
    if (method instanceof Method.Steps steps) {
      return (double) trainer.stepsMade() / steps.steps();
    }
    int seen = records.size();
    return (double) seen / method.looks();
  }
}
