package org.ntksweep.jobs.source;

import java.util.OptionalLong;
import org.apache.spark.sql.connector.read.Statistics;

/** A size known before anything is drawn; Spark takes no size to mean huge, and 0 to mean wrong. */
record TableSize(long rows, long bytes) implements Statistics {

  @Override
  public OptionalLong numRows() {
    return OptionalLong.of(rows);
  }

  @Override
  public OptionalLong sizeInBytes() {
    return OptionalLong.of(Math.max(1, bytes));
  }
}
