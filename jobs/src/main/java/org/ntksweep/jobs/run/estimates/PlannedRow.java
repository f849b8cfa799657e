package org.ntksweep.jobs.run.estimates;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.SweepPoint;
import org.ntksweep.jobs.tables.TheoryColumns;

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

  static Row of(
      long position, SweepPoint point, double cosine, String estimator, LawTheory theory) {
    Row law = point.row();
    List<Object> values = new ArrayList<>(SCHEMA.size());
    values.add(position);
    for (int i = 0; i < law.size(); i++) {
      values.add(law.get(i));
    }
    values.add(cosine);
    values.add(estimator);
    values.addAll(TheoryColumns.values(theory));
    return RowFactory.create(values.toArray());
  }
}
