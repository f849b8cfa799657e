package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ntksweep.jobs.report.chart.data.GridAxis;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.training.When;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/**
 * The axis along training: steps, or times of a flow. A logarithmic one has a place for 0 before
 * the first step that was looked at.
 */
final class WhenAxis {
  /** When a row is of. */
  static final Column<Double> WHEN = Column.number("when", "the step, or the time of a flow");

  private final List<Double> all;
  private final List<Double> positive;
  private final boolean isLogarithmic;
  private final boolean hasSteps;

  private WhenAxis(List<Double> all, boolean hasSteps) {
    this.all = all;
    positive = all.stream().filter(when -> when > 0).toList();
    this.hasSteps = hasSteps;
    isLogarithmic = !positive.isEmpty() && GridAxis.of(positive).isLogarithmic();
  }

  static WhenAxis of(Rows rows) {
    List<Double> all =
        rows.all().stream().mapToDouble(When::of).sorted().distinct().boxed().toList();
    return new WhenAxis(all, rows.has(TrainingEstimateColumns.STEP));
  }

  /** Where a step is drawn. */
  double place(double when) {
    return isLogarithmic && when == 0 ? zero() : when;
  }

  /** As far before the first as that is before the second, or a decade. */
  private double zero() {
    return positive.get(0) / Math.min(10, positive.get(1) / positive.get(0));
  }

  String label() {
    return hasSteps ? "step" : "time";
  }

  /** Where every row is, along the axis. */
  ObjectNode channel() {
    ObjectNode channel = Json.NODES.objectNode().put("field", "place").put("type", "quantitative");
    channel.put("title", label());
    channel.set("scale", scale());
    channel.set("axis", axis());
    return channel;
  }

  private ObjectNode scale() {
    ObjectNode scale = Json.NODES.objectNode().put("nice", false);
    if (all.size() > 1) { // the same for all pictures, those of networks that diverged as well
      scale.set("domain", Json.drawn(List.of(place(all.get(0)), all.get(all.size() - 1))));
    }
    return scale.put("type", isLogarithmic ? "log" : "linear");
  }

  private ObjectNode axis() {
    ObjectNode axis = Json.NODES.objectNode();
    if (!isLogarithmic) {
      return axis.put("labelExpr", "format(datum.value, ',.9~g')");
    }
    axis.set("values", Json.drawn(ticks().boxed().toList()));
    return axis.put(
        "labelExpr",
        "datum.value < " + positive.get(0) * (1 - 1e-4) + " ? '0' : format(datum.value, ',.9~g')");
  }

  private DoubleStream ticks() {
    double first = positive.get(0);
    double last = positive.get(positive.size() - 1);
    double[] decades =
        IntStream.rangeClosed(
                (int) Math.ceil(Math.log10(first) - 1e-9),
                (int) Math.floor(Math.log10(last) + 1e-9))
            .mapToDouble(power -> Double.parseDouble("1e" + power))
            .toArray();
    DoubleStream shown =
        decades.length > 1
            ? DoubleStream.of(decades)
            : positive.stream().mapToDouble(Double::doubleValue);
    return DoubleStream.concat(DoubleStream.of(zero()), shown);
  }
}
