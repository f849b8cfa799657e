package org.ntksweep.jobs.run;

import java.util.Locale;

/**
 * How far a phase is, in one line of less than 80 characters.
 *
 * @param phase what is watched
 * @param done how many are done
 * @param work how much work is done
 * @param seconds how long it has taken
 */
record ProgressLine(Phase phase, long done, double work, double seconds) {

  @Override
  public String toString() {
    String state =
        String.format(
            Locale.ROOT,
            "%s %3.0f %%  %,d / %,d %s",
            phase.name(),
            Math.floor(100 * fraction()),
            Math.min(done, phase.total()),
            phase.total(),
            phase.unit());
    return state + rate() + timeLeft();
  }

  private double fraction() {
    return phase.work() > 0 ? Math.min(1, work / phase.work()) : 1;
  }

  private String rate() {
    return done == 0 ? "" : String.format(Locale.ROOT, "  %,.0f/s", done / seconds);
  }

  private String timeLeft() {
    boolean known = fraction() > 0 && fraction() < 1;
    return known ? "  " + duration(seconds * (1 - fraction()) / fraction()) + " left" : "";
  }

  /** A duration as people say it: 9 s, 3 min 20 s, 5 h 07 min. */
  static String duration(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return "%d min %02d s".formatted(s / 60, s % 60);
    }
    return "%d h %02d min".formatted(s / 3600, s % 3600 / 60);
  }
}
