package org.ntksweep.jobs.cli;

import java.util.Locale;
import java.util.OptionalInt;
import org.ntksweep.core.training.Method;
import org.ntksweep.jobs.cli.request.Heap;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.forecast.Forecast;
import org.ntksweep.jobs.plan.forecast.HeapPlan;
import org.ntksweep.jobs.plan.forecast.WorkTime;
import org.ntksweep.jobs.run.watch.Durations;
import org.ntksweep.jobs.shell.Count;
import org.ntksweep.jobs.shell.Reason;

/** What a sweep will take, in words. */
final class ForecastText {
  private ForecastText() {}

  /**
   * The time, such as "about 2 min 10 s on 2 cores". That it cannot be measured is no reason not to
   * run, and is said.
   */
  static String time(Points points, OptionalInt cores) {
    try {
      WorkTime time = WorkTime.of(points);
      return cores.isPresent()
          ? "about "
              + Durations.text(time.seconds(cores.getAsInt()))
              + " on "
              + Count.of(cores.getAsInt(), "core")
          : "about " + Durations.text(time.coreSeconds()) + " of core time";
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return "unknown: measuring a sample failed: " + Reason.of(e);
    }
  }

  /**
   * The memory, such as "about 620 MB of heap".
   *
   * @param heap what there is of it
   */
  static String memory(HeapPlan plan, Heap heap) {
    String where = heap.executor().isPresent() ? " in an executor" : "";
    return "about " + Heap.bytes(heap.needed(plan)) + " of heap" + where;
  }

  /** Everything, line by line. */
  static String page(Sweep sweep, String time, String memory, String folder) {
    Forecast forecast = Forecast.of(sweep);
    return String.format(
        Locale.ROOT,
        """
        %s: %s, %s each%s, %,d random networks%s
          time    %s
          memory  %s
          disk    about %s in %s
        Nothing was run.
        """,
        sweep.name(),
        Count.of(forecast.points(), "point"),
        Count.of(forecast.samples() / forecast.points(), "sample"),
        sweep.sampling().target().isPresent() ? " in the first round" : "",
        forecast.samples(),
        sweep.training().map(part -> trained(part.method())).orElse(""),
        time,
        memory,
        Heap.bytes((double) forecast.diskBytes()),
        folder);
  }

  private static String trained(Method method) {
    return method instanceof Method.Steps steps
        ? String.format(Locale.ROOT, ", %,d steps each", steps.steps())
        : ", by gradient flow to time " + ((Method.Flow) method).time();
  }
}
