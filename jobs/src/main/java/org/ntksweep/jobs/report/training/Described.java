package org.ntksweep.jobs.report.training;

import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** Whether kernel theory described the training of a point, by the means over its networks. */
public final class Described {
  /** So far the kernel may move, and a prediction be off, in units of what they are of. */
  public static final double SMALL = 0.1;

  private Described() {}

  /**
   * Whether the kernel moved little and the network's own kernel predicted the loss; where no loss
   * is predicted the kernel alone decides. A point at which a network diverged was not described.
   */
  public static boolean holds(TableRow row) {
    double error = error(row, Quantity.PREDICTED_LOSS);
    return row.number(TrainingEstimateColumns.mean(Quantity.CHANGE)) < SMALL
        && row.value(TrainingEstimateColumns.DIVERGED).orElse(0L) == 0
        && (!isPredicted(row) || error <= SMALL);
  }

  /** Whether the loss of a row was predicted. */
  static boolean isPredicted(TableRow row) {
    return row.value(TrainingEstimateColumns.mean(Quantity.PREDICTED_LOSS)).isPresent();
  }

  /** How far a predicted loss is off, in units of the measured one; NaN without both. */
  public static double error(TableRow row, Quantity prediction) {
    double loss = row.number(TrainingEstimateColumns.mean(Quantity.LOSS));
    double predicted = row.number(TrainingEstimateColumns.mean(prediction));
    return predicted == loss ? 0 : Math.abs(predicted - loss) / loss;
  }
}
