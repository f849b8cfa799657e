package org.ntksweep.jobs.run.watch;

import java.util.function.LongSupplier;

/**
 * A stretch of a run that is watched.
 *
 * @param name what is being done
 * @param unit what is counted
 * @param total how many there are
 * @param done how many are done
 * @param work how much work there is
 * @param worked how much work is done
 */
record Phase(
    String name, String unit, long total, LongSupplier done, double work, LongSupplier worked) {

  /** A phase whose work is its count. */
  static Phase counted(String name, String unit, long total, LongSupplier done) {
    return new Phase(name, unit, total, done, total, done);
  }

  boolean isOver() {
    return done.getAsLong() >= total;
  }
}
