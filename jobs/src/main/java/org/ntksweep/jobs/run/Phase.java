package org.ntksweep.jobs.run;

/**
 * A stretch of a run that is watched.
 *
 * @param name what is being done
 * @param unit what is counted
 * @param total how many there are
 * @param counter what Spark calls their count
 * @param workCounter what Spark calls the count of work, which may be the same
 * @param work how much work there is
 */
record Phase(
    String name, String unit, long total, String counter, String workCounter, double work) {

  /** A phase whose work is its count. */
  static Phase counted(String name, String unit, long total, String counter) {
    return new Phase(name, unit, total, counter, counter, total);
  }
}
