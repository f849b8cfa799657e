package org.ntksweep.jobs.source.metrics;

import java.util.Arrays;
import java.util.Locale;

/** Times of tasks, for people. */
public final class TaskTimes {
  private TaskTimes() {}

  /** The sum of times in nanoseconds, and the range of them where there are several. */
  public static String summary(long[] nanos) {
    long[] sorted = Arrays.stream(nanos).sorted().toArray();
    String total = text(Arrays.stream(sorted).sum());
    return sorted.length < 2
        ? total
        : total
            + String.format(
                Locale.ROOT,
                " (min, med, max: %s, %s, %s)",
                text(sorted[0]),
                text(sorted[sorted.length / 2]),
                text(sorted[sorted.length - 1]));
  }

  private static String text(long nanos) {
    double seconds = nanos * 1e-9;
    if (seconds < 1) {
      return String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
    return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
