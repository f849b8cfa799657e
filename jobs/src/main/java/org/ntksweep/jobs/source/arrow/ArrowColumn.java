package org.ntksweep.jobs.source.arrow;

import org.apache.arrow.vector.FieldVector;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * One column of a batch, in an Arrow vector that is allocated once and filled again for every
 * batch. No value is ever null, so validity is set at the start and never looked at again.
 */
public interface ArrowColumn {

  /** The vector, which the column owns. */
  FieldVector vector();

  /**
   * Writes what is known of samples before they are drawn.
   *
   * @param row where the rows of the first sample start
   * @param samples how many consecutive samples of the point follow
   * @param point the point of all of them
   * @param firstSample the number of the first
   */
  default void writeKeys(int row, int samples, SweepPoint point, long firstSample) {}

  /** Says how many rows the batch has. */
  default void setRows(int rows) {
    vector().setValueCount(rows);
  }
}
