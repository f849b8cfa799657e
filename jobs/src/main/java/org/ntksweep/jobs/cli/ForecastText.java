package org.ntksweep.jobs.cli;

import java.util.Locale;
import java.util.OptionalInt;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Forecast;
import org.ntksweep.jobs.run.watch.Durations;
import org.ntksweep.jobs.shell.Count;

/** What a sweep will take, in words. */
final class ForecastText {
  /** Starting Spark, before anything else. */
  private static final double START_SECONDS = 5;

  private ForecastText() {}

  /** The time, such as "about 2 min 10 s on 2 cores". */
  static String time(Forecast forecast, OptionalInt cores) {
    return cores.isPresent()
        ? "about "
            + Durations.text(START_SECONDS + forecast.coreSeconds() / cores.getAsInt())
            + " on "
            + Count.of(cores.getAsInt(), "core")
        : "about " + Durations.text(forecast.coreSeconds()) + " of core time";
  }

  /** Everything, line by line. */
  static String page(Sweep sweep, Forecast forecast, OptionalInt cores, String folder) {
    return String.format(
        Locale.ROOT,
        """
        %s: %s, %s each%s, %,d random networks
          time    %s
          memory  about %s of heap
          disk    about %s in %s
        Nothing was run.
        """,
        sweep.name(),
        Count.of(sweep.points().size(), "point"),
        Count.of(forecast.samples() / sweep.points().size(), "sample"),
        sweep.sampling().target().isPresent() ? " in the first round" : "",
        forecast.samples(),
        time(forecast, cores),
        bytes(forecast.heapBytes()),
        bytes(forecast.diskBytes()),
        folder);
  }

  private static String bytes(long bytes) {
    return bytes < 1e6
        ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes * 1e-3))
        : bytes < 1e9
            ? String.format(Locale.ROOT, "%.0f MB", bytes * 1e-6)
            : String.format(Locale.ROOT, "%.1f GB", bytes * 1e-9);
  }
}
