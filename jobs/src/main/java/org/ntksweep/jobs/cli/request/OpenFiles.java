package org.ntksweep.jobs.cli.request;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Whether a process may open as many files as Java, Spark and a sweep do. */
public final class OpenFiles {
  private static final long FEWEST = 512;

  private OpenFiles() {}

  /** What is wrong, or empty. It needs nothing that would have to be opened first. */
  public static Optional<String> objection() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? objection(system.getMaxFileDescriptorCount())
        : Optional.empty();
  }

  public static Optional<String> objection(long limit) {
    return limit < FEWEST
        ? Optional.of("no more than " + limit + " files may be open; ulimit -n 4096 allows more")
        : Optional.empty();
  }
}
