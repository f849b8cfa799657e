package org.ntksweep.jobs.run.estimates.files;

import java.util.OptionalInt;

/** Whether every task writes its samples to a file of its own. */
public final class SampleFiles {
  private static final int MANY_FILES = 64;
  private static final long SMALL = 50_000;
  private static final long LARGE = 1_000_000;

  private SampleFiles() {}

  /**
   * The number of files to bring samples together in, if they would make many small ones: they are
   * then slow to draw, and moving them costs next to nothing.
   */
  public static OptionalInt gathered(long rows, int tasks) {
    return tasks > MANY_FILES && rows / tasks < SMALL
        ? OptionalInt.of(Math.toIntExact((rows + LARGE - 1) / LARGE))
        : OptionalInt.empty();
  }
}
