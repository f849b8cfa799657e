package org.ntksweep.jobs.cli;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Forecast;
import org.ntksweep.jobs.run.watch.Durations;

/** What a sweep will take, in words. */
final class ForecastText {
  private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|\\d+).*)?");

  /** Starting Spark, before anything else. */
  private static final double START_SECONDS = 5;

  private ForecastText() {}

  /** How many cores a master has, if it can be told from its URL. */
  static OptionalInt cores(String master) {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches()) {
      return OptionalInt.empty();
    }
    String cores = local.group(1) == null ? "1" : local.group(1);
    return OptionalInt.of(
        cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores));
  }

  /** The time, such as "about 2 min 10 s on 2 cores". */
  static String time(Forecast forecast, OptionalInt cores) {
    return cores.isPresent()
        ? "about %s on %s"
            .formatted(
                Durations.text(START_SECONDS + forecast.coreSeconds() / cores.getAsInt()),
                cores.getAsInt() == 1 ? "1 core" : cores.getAsInt() + " cores")
        : "about %s of core time".formatted(Durations.text(forecast.coreSeconds()));
  }

  /** Everything, line by line. */
  static String page(Sweep sweep, Forecast forecast, OptionalInt cores, String folder) {
    return String.format(
        Locale.ROOT,
        """
        %s: %,d points, %,d samples each%s, %,d random networks
          time    %s
          memory  about %s of heap
          disk    about %s in %s
        Nothing was run.
        """,
        sweep.name(),
        sweep.points().size(),
        forecast.samples() / sweep.points().size(),
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
