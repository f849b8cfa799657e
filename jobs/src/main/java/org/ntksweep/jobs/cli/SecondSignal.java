package org.ntksweep.jobs.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.service.launcher.IrqHandler;

/**
 * A second Ctrl-C ends at once what the first has asked to end: Java alone would wait for all that
 * ends in order, such as a commit. What is on disk is then as after a loss of power.
 */
final class SecondSignal {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** What a shell adds to the number of the signal that has ended a process. */
  private static final int BY_SIGNAL = 128;

  private static final AtomicBoolean SAID = new AtomicBoolean();

  private SecondSignal() {}

  /** From the first signal on, the next one is the last. Said again it changes nothing. */
  static void endsAtOnce() {
    if (!SAID.getAndSet(true)) {
      Runtime.getRuntime().addShutdownHook(new Thread(SecondSignal::listen, "second signal"));
    }
  }

  private static void listen() {
    for (String signal : SIGNALS) {
      try {
        new IrqHandler(signal, SecondSignal::halt).bind();
      } catch (IllegalArgumentException e) {
        // Java was told to leave signals alone.
      }
    }
  }

  private static void halt(IrqHandler.InterruptData signal) {
    Runtime.getRuntime().halt(BY_SIGNAL + signal.getNumber());
  }
}
