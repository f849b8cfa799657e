package org.ntksweep.jobs.report.training.chart;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.meanfield.MeanField;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.chart.data.Colours;
import org.ntksweep.jobs.report.chart.data.Edges;
import org.ntksweep.jobs.report.chart.data.GridAxis;
import org.ntksweep.jobs.report.chart.data.GridAxis.Cell;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.training.Described;
import org.ntksweep.jobs.report.training.When;
import org.ntksweep.jobs.report.training.kernel.KernelPictures;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** The training estimates as charts draw them. */
final class TrainedRows {
  private final WhenAxis axis;
  private final Bands bands;
  private final KernelPictures kernels;
  private final Edges edges;
  private final Map<Double, Cell> sigmaW2;
  private final Map<Double, Cell> depth;
  private final Map<List<Object>, Map<Double, String>> colours = new HashMap<>();

  private TrainedRows(Rows rows, KernelPictures kernels) {
    this.kernels = kernels;
    axis = WhenAxis.of(rows);
    bands = new Bands(rows);
    GridAxis weights = GridAxis.of(rows.numbers(LawColumns.SIGMA_W2));
    edges = new Edges(weights.extent());
    sigmaW2 = weights.cells();
    depth = GridAxis.of(rows.numbers(LawColumns.DEPTH)).cells();
    Map<List<Object>, Map<Double, String>> phases = new HashMap<>();
    for (TableRow row : rows.all()) {
      phases
          .computeIfAbsent(palette(row), same -> new TreeMap<>())
          .computeIfAbsent(row.number(LawColumns.SIGMA_W2), same -> phase(row));
    }
    phases.forEach((palette, bySigma) -> colours.put(palette, Colours.of(bySigma)));
  }

  static Rows of(Rows estimates, KernelPictures kernels) {
    TrainedRows trained = new TrainedRows(estimates, kernels);
    return new Rows(estimates.all().stream().map(trained::drawn).toList());
  }

  private TableRow drawn(TableRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    TrainedColumns.CHOSEN.forEach(column -> copy(values, row, column));
    copy(values, row, LawColumns.SIGMA_W2);
    copy(values, row, TrainingEstimateColumns.SAMPLES);
    copy(values, row, TrainingEstimateColumns.DIVERGED);
    place(values, row);
    bands.put(values, row);
    put(values, Curves.SAME_OF_DIAGONAL, ofDiagonal(row, Quantity.SAME_CLASS));
    put(values, Curves.OTHER_OF_DIAGONAL, ofDiagonal(row, Quantity.OTHER_CLASS));
    put(values, "prediction_error", Described.error(row, Quantity.PREDICTED_LOSS));
    put(values, "infinite_error", Described.error(row, Quantity.PREDICTED_LOSS_INFINITE));
    kernels.picture(row).ifPresent(picture -> values.put("kernel", picture));
    return new TableRow(values);
  }

  private void place(Map<String, Object> values, TableRow row) {
    double when = When.of(row);
    values.put(WhenAxis.WHEN.name(), when);
    values.put("place", axis.place(when));
    put(values, LawColumns.SIGMA_W2, sigmaW2.get(row.number(LawColumns.SIGMA_W2)));
    put(values, LawColumns.DEPTH, depth.get(row.number(LawColumns.DEPTH)));
    values.put("colour", colours.get(palette(row)).get(row.number(LawColumns.SIGMA_W2)));
    edges.of(LawColumns.law(row)).ifPresent(edge -> values.put("edge", edge));
  }

  private static double ofDiagonal(TableRow row, Quantity entry) {
    return row.number(TrainingEstimateColumns.mean(entry))
        / row.number(TrainingEstimateColumns.mean(Quantity.MEAN_DIAGONAL));
  }

  private static String phase(TableRow row) {
    Network law = LawColumns.law(row);
    return MeanField.of(law).phase().label();
  }

  private static List<Object> palette(TableRow row) {
    return List.of(
        row.text(LawColumns.ACTIVATION),
        row.number(LawColumns.SIGMA_B2),
        row.text(LawColumns.INPUT_NORM2));
  }

  private static void copy(Map<String, Object> values, TableRow row, Column<?> column) {
    row.value(column.name()).ifPresent(value -> values.put(column.name(), value));
  }

  private static void put(Map<String, Object> values, String name, double x) {
    if (!Double.isNaN(x)) {
      values.put(name, x);
    }
  }

  private static void put(Map<String, Object> values, Column<?> column, Cell cell) {
    values.put(column.name() + "_low", cell.low());
    values.put(column.name() + "_high", cell.high());
  }
}
