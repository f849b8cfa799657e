package org.ntksweep.jobs.data;

/** Reads examples from where they are. */
@FunctionalInterface
public interface DataReader {

  /**
   * The examples that are asked for.
   *
   * @throws org.ntksweep.core.data.DataException if they are not there, cannot be read, or are not
   *     what is asked for
   */
  SweepData read(DataRequest request);
}
