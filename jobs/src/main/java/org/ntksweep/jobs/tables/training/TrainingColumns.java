package org.ntksweep.jobs.tables.training;

import java.util.EnumMap;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.PointColumns;

/** The training table: a row for every network and step at which it was looked at. */
public final class TrainingColumns {
  /** The columns in order. */
  public static final Columns<TrainedStep> ALL = new Columns<>();

  /** The point the network is of. */
  public static final Column<String> POINT_ID =
      ALL.add(PointColumns.POINT_ID, row -> row.point().key());

  /** The number of the network. */
  public static final Column<Long> SAMPLE = ALL.add(SampleColumns.SAMPLE, TrainedStep::sample);

  /** How many steps were made. */
  public static final Column<Long> STEP =
      ALL.add(
          Column.count("step", "how many steps were made; null in gradient flow").orNull(),
          TrainedStep::step);

  /** When. */
  public static final Column<Double> TIME =
      ALL.add(
          Column.number("time", "learning rate x steps, or the time of gradient flow"),
          row -> row.record().time());

  private static final Map<Quantity, Column<Double>> QUANTITIES = new EnumMap<>(Quantity.class);

  static {
    for (Quantity quantity : Quantity.values()) {
      Column<Double> column = Column.number(quantity.label(), quantity.meaning()).orNull();
      QUANTITIES.put(quantity, ALL.add(column, row -> row.record().get(quantity)));
    }
  }

  /** Why training ended. */
  public static final Column<String> STOPPED =
      ALL.add(
          Column.text(
                  "stopped",
                  "why training ended here, and early: diverged, loss or decrease; else null")
              .orNull(),
          TrainedStep::stopped);

  private TrainingColumns() {}

  /** The column of a quantity. */
  public static Column<Double> of(Quantity quantity) {
    return QUANTITIES.get(quantity);
  }
}
