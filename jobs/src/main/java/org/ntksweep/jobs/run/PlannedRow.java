package org.ntksweep.jobs.run;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.ExactMoments;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.SweepPoint;

/**
 * What a row of the estimates holds before anything is drawn: its place in the table, its point and
 * cosine, and what theory says of them.
 */
final class PlannedRow {
  /** The place of the row in the table, from 0. */
  static final String POSITION = "position";

  static final StructType SCHEMA =
      Schemas.concat(
          new StructType().add(POSITION, LongType, false),
          Schemas.POINTS,
          new StructType().add("cosine", DoubleType, false).add("estimator", StringType, false),
          Schemas.THEORY);

  private PlannedRow() {}

  static Row of(long position, SweepPoint point, double cosine, String estimator) {
    Row law = point.row();
    Object[] values = new Object[SCHEMA.size()];
    int at = 0;
    values[at++] = position;
    for (int i = 0; i < law.size(); i++) {
      values[at++] = law.get(i);
    }
    values[at++] = cosine;
    values[at++] = estimator;
    OptionalDouble mean = cosine == 1 ? exactMean(point.law()) : OptionalDouble.empty();
    values[at] = mean.isPresent() ? mean.getAsDouble() : null;
    return RowFactory.create(values);
  }

  /** The exact mean of a diagonal entry, where it is known. */
  static OptionalDouble exactMean(Network law) {
    return ExactMoments.applyTo(law)
        ? OptionalDouble.of(StrictMath.exp(ExactMoments.logMean(law)))
        : OptionalDouble.empty();
  }
}
