package org.ntksweep.jobs.run.watch;

import java.util.Optional;
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
 * @param steps how many steps are made, if what is counted moves in steps
 */
record Phase(
    String name,
    String unit,
    long total,
    LongSupplier done,
    double work,
    LongSupplier worked,
    Optional<LongSupplier> steps) {

  /** A phase whose work is its count. */
  static Phase counted(String name, String unit, long total, LongSupplier done) {
    return new Phase(name, unit, total, done, total, done, Optional.empty());
  }

  boolean isOver() {
    return done.getAsLong() >= total;
  }
}
