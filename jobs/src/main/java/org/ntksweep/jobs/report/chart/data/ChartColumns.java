package org.ntksweep.jobs.report.chart.data;

import org.ntksweep.jobs.tables.Column;

/** What charts draw that the table of estimates does not hold. */
public final class ChartColumns {
  /** The input dimension, as the sweep varies it. */
  public static final Column<Double> INPUT =
      Column.number("input", "n_0 / M or n_0, whichever takes fewer values").orNull();

  /** The norm of the inputs. */
  public static final Column<Double> INPUT_NORM =
      Column.number("input_norm", "|x|^2 or |x|^2 / n_0, whichever takes fewer values");

  /** How the widths run. */
  public static final Column<String> ARCHITECTURE =
      Column.text("architecture", "how widths run from the input to the last hidden layer");

  /** The mean in units of infinite width. */
  public static final Column<Double> MEAN_SHIFT =
      Column.number("mean_shift", "mean in units of the infinite-width kernel").orNull();

  /** Whether what a plane shows of the ratio is an estimate not to be trusted. */
  public static final Column<Boolean> UNCERTAIN =
      Column.flag("uncertain", "whether the ratio painted is an underpowered estimate");

  private ChartColumns() {}
}
