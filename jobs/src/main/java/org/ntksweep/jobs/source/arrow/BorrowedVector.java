package org.ntksweep.jobs.source.arrow;

import org.apache.arrow.vector.ValueVector;
import org.apache.spark.sql.vectorized.ArrowColumnVector;

/**
 * An Arrow vector lent to Spark, which closes what it is handed between batches: the lender keeps
 * filling the vector and frees it.
 */
public final class BorrowedVector extends ArrowColumnVector {

  public BorrowedVector(ValueVector vector) {
    super(vector);
  }

  @Override
  public void close() {}
}
