package org.ntksweep.jobs.report.training;

import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingColumns;

/** When a network was looked at. */
public final class When {
  private When() {}

  /** The step of a row, or its time where there are no steps. */
  public static double of(TableRow row) {
    return row.value(TrainingColumns.STEP)
        .map(Long::doubleValue)
        .orElseGet(() -> row.number(TrainingColumns.TIME));
  }
}
