package org.ntksweep.jobs.report.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.training.kernel.KernelPictures;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.KernelColumns;

/**
 * Estimates of networks that were never trained: the kernel moves by a hundredth of sigma_w2 L at
 * the last step, and theory is off by as much.
 */
public final class TrainingEstimates {
  private static final List<Long> STEPS = List.of(0L, 1L, 10L, 100L);

  private final List<TableRow> rows = new ArrayList<>();

  /** Three values of sigma_w2, three depths, some learning rates. */
  public static Rows of(double... rates) {
    TrainingEstimates estimates = new TrainingEstimates();
    for (double sigmaW2 : List.of(1.0, 2.0, 4.0)) {
      for (int depth : List.of(2, 4, 8)) {
        for (double rate : rates) {
          STEPS.forEach(step -> estimates.add(sigmaW2, depth, rate, step));
        }
      }
    }
    return new Rows(estimates.rows);
  }

  /** A kernel of four examples for every row: 2 on the diagonal, else 1. */
  public static KernelPictures kernels(Rows rows) {
    List<TableRow> kernels =
        rows.all().stream()
            .map(row -> with(row, "sample", 0L))
            .map(row -> with(row, "labels", List.of(0.0, 1.0, 0.0, 1.0)))
            .map(
                row ->
                    with(row, "kernel", List.of(2.0, 1.0, 1.0, 1.0, 2.0, 1.0, 1.0, 2.0, 1.0, 2.0)))
            .toList();
    try {
      return KernelPictures.of(
          new ListTable(
              KernelColumns.ALL.all().stream().<String>map(Column::name).toList(), kernels));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the last step. */
  public static List<TableRow> last(Rows rows) {
    return rows.where(row -> row.value("step").orElseThrow().equals(100L)).all();
  }

  private void add(double sigmaW2, int depth, double rate, long step) {
    Network law =
        new Network(
            Activation.RELU, sigmaW2, 0, Widths.constant(8, 8, depth), Parametrization.STANDARD);
    Map<String, Object> values = new HashMap<>(LawColumns.FIRST.row(law).values());
    values.putAll(LawColumns.LAST.row(law).values());
    values.put("point_id", law.id() + " " + rate);
    values.put("learning_rate", rate);
    values.put("alpha", 1.0);
    values.put("method", "gradient_descent");
    values.put("examples", 12);
    values.put("step", step);
    values.put("time", rate * step);
    values.put("samples", 2L);
    values.put("stopped", 0L);
    values.put("diverged", 0L);
    double moved = 0.01 * sigmaW2 * depth * Math.log1p((double) step) / Math.log1p(100);
    double loss = 1 / (1.0 + step);
    put(values, "loss", loss);
    put(values, "change", moved);
    put(values, "kernel_cosine", 1 - moved);
    values.put("lowest_loss", loss);
    values.put("predicted_loss", loss * (1 - moved));
    values.put("predicted_loss_infinite", loss * (1 - 2 * moved));
    rows.add(new TableRow(values));
  }

  private static void put(Map<String, Object> values, String name, double mean) {
    values.put(name, mean);
    values.put(name + "_lo", mean - 1);
    values.put(name + "_hi", mean + 1);
  }

  /** A row with another value. */
  public static TableRow with(TableRow row, String column, Object value) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.put(column, value);
    return new TableRow(values);
  }
}
