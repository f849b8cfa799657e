package org.ntksweep.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An executor of a cluster.
 *
 * @param process its JVM
 * @param log what it says
 */
record Executor(ProcessHandle process, Path log) {

  /** Whether it is in the middle of a task, after some that it has completed. */
  boolean isAtWork() {
    boolean own = said().contains("process name: " + process.pid() + "@"); // not an earlier one's
    long finished = count("Finished task");
    return own && finished > 1 && count("Running task") > finished;
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it with SIGKILL. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private long count(String event) {
    return said().lines().filter(line -> line.contains("Executor: " + event)).count();
  }
}
