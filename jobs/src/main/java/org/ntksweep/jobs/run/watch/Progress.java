package org.ntksweep.jobs.run.watch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Shows how far a run is: on a terminal in one line that overwrites itself, elsewhere in a line
 * every ten seconds.
 */
final class Progress implements AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final Timer clock = new Timer("progress", true);
  private final Deque<Phase> phases = new ArrayDeque<>();
  private long phaseStart = System.nanoTime();

  Progress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
    long period = terminal ? 500 : 10_000;
    clock.schedule(task(this::show), period, period);
  }

  /** Does something once, if it is not over by then. */
  void after(Duration time, Runnable what) {
    clock.schedule(task(what), time.toMillis());
  }

  /** What asks a Spark that stops may fail, which is no failure of the run. */
  private static TimerTask task(Runnable what) {
    return new TimerTask() {
      @Override
      public void run() {
        try {
          what.run();
        } catch (RuntimeException e) {
          // The clock goes on.
        }
      }
    };
  }

  /** Watches these phases, one after another, instead of those before. */
  synchronized void watch(List<Phase> next) {
    phases.clear();
    phases.addAll(next);
    phaseStart = System.nanoTime();
  }

  private synchronized void show() {
    while (phases.size() > 1 && phases.element().isOver()) {
      phases.remove();
      phaseStart = System.nanoTime();
    }
    if (!phases.isEmpty()) {
      print(line(phases.element()));
    }
  }

  private ProgressLine line(Phase phase) {
    return new ProgressLine(
        phase,
        phase.done().getAsLong(),
        phase.worked().getAsLong(),
        phase.steps().map(steps -> OptionalLong.of(steps.getAsLong())).orElse(OptionalLong.empty()),
        (System.nanoTime() - phaseStart) / 1e9);
  }

  /** Says something that stays. */
  synchronized void tell(String line) {
    err.println(terminal ? ERASE_LINE + line : line);
    err.flush();
  }

  private void print(ProgressLine line) {
    if (terminal) {
      err.print(ERASE_LINE + line);
      err.flush();
    } else {
      err.println(line);
    }
  }

  /** Stops, and leaves no line behind on a terminal. */
  @Override
  public synchronized void close() {
    clock.cancel();
    phases.clear();
    if (terminal) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }
}
