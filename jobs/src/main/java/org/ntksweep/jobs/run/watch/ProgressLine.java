package org.ntksweep.jobs.run.watch;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * How far a phase is, in one line of less than 80 characters.
 *
 * @param phase what is watched
 * @param done how many are done
 * @param work how much work is done
 * @param steps how many steps are made, if they are counted
 * @param seconds how long it has taken
 */
record ProgressLine(Phase phase, long done, double work, OptionalLong steps, double seconds) {
  /** Sooner, a phase that was under way before it was looked at would seem infinitely fast. */
  private static final double TELLING_SECONDS = 1;

  /** The first of the work is done by a JVM that is not warm, and tells little of the rest. */
  private static final double TELLING_FRACTION = 0.03;

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
    long rated = steps.orElse(done);
    String made = steps.isPresent() ? String.format(Locale.ROOT, "  %,d steps", rated) : "";
    return rated == 0 || seconds < TELLING_SECONDS
        ? ""
        : made + String.format(Locale.ROOT, "  %,.0f/s", rated / seconds);
  }

  private String timeLeft() {
    boolean known = fraction() >= TELLING_FRACTION && fraction() < 1 && seconds >= TELLING_SECONDS;
    return known ? "  " + Durations.text(seconds * (1 - fraction()) / fraction()) + " left" : "";
  }
}
