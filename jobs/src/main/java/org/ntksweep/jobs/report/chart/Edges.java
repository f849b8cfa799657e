package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.meanfield.EdgeOfChaos;
import org.ntksweep.jobs.report.chart.GridAxis.Cell;
import org.ntksweep.jobs.report.rows.Json;

/** The edge of chaos, {@code chi_1 = 1}, where it crosses the planes of a sweep. */
final class Edges {
  private static final int POINTS_OF_A_CURVE = 60;

  private final ChartRows rows;
  private final Cell visible;
  private final ArrayNode edges = Json.NODES.arrayNode();

  private Edges(ChartRows rows) {
    this.rows = rows;
    visible = extent(rows.numbers("sigma_w2"));
  }

  /** One place for every bias variance of the sweep. */
  static ArrayNode lines(ChartRows rows) {
    return new Edges(rows).at(rows.numbers("sigma_b2"));
  }

  /** Places along a curve over the bias variances of the sweep. */
  static ArrayNode curves(ChartRows rows) {
    List<Double> biases = rows.numbers("sigma_b2");
    Cell over = extent(biases);
    double low = Math.max(0, over.low());
    boolean logarithmic = new GridAxis(biases).isLogarithmic();
    List<Double> along =
        IntStream.rangeClosed(0, POINTS_OF_A_CURVE)
            .mapToObj(i -> between(low, over.high(), i / (double) POINTS_OF_A_CURVE, logarithmic))
            .toList();
    return new Edges(rows).at(along);
  }

  private static double between(double low, double high, double t, boolean logarithmic) {
    return logarithmic ? low * Math.pow(high / low, t) : low + t * (high - low);
  }

  private ArrayNode at(List<Double> biases) {
    for (String activation : rows.texts("activation")) {
      biases.forEach(sigmaB2 -> add(activation, sigmaB2));
    }
    return edges;
  }

  private void add(String label, double sigmaB2) {
    Activation activation = Activation.parse(label);
    EdgeOfChaos.sigmaW2(activation, sigmaB2).stream()
        .filter(sigmaW2 -> visible.low() <= sigmaW2 && sigmaW2 <= visible.high())
        .forEach(sigmaW2 -> add(label, sigmaW2, sigmaB2));
  }

  private void add(String label, double sigmaW2, double sigmaB2) {
    edges
        .addObject()
        .put("activation", label)
        .put("sigma_w2", sigmaW2)
        .set("sigma_b2", Json.drawn(sigmaB2));
  }

  private static Cell extent(List<Double> values) {
    Map<Double, Cell> cells = new GridAxis(values).cells();
    return new Cell(
        cells.get(values.get(0)).low(), cells.get(values.get(values.size() - 1)).high());
  }
}
