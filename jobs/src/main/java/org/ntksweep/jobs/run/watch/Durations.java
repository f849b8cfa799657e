package org.ntksweep.jobs.run.watch;

import java.util.Locale;

/** Durations as people say them. */
public final class Durations {
  private Durations() {}

  /** A number of seconds in words: 9 s, 3 min 20 s, 5 h 07 min. */
  public static String text(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", s / 3600, s % 3600 / 60);
  }
}
