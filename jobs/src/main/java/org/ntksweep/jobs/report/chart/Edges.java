package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.meanfield.EdgeOfChaos;
import org.ntksweep.jobs.report.chart.GridAxis.Cell;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.tables.LawColumns;

/** The edge of chaos, {@code chi_1 = 1}, where it crosses the planes of a sweep. */
final class Edges {
  private static final int POINTS_OF_A_CURVE = 60;

  private final ChartRows rows;
  private final Cell visible;
  private final ArrayNode edges = Json.NODES.arrayNode();

  private Edges(ChartRows rows) {
    this.rows = rows;
    visible = GridAxis.of(rows.numbers(LawColumns.SIGMA_W2)).extent();
  }

  /** One place for every bias variance of the sweep. */
  static ArrayNode lines(ChartRows rows) {
    return new Edges(rows).at(rows.numbers(LawColumns.SIGMA_B2));
  }

  /** Places along a curve over the bias variances of the sweep. */
  static ArrayNode curves(ChartRows rows) {
    List<Double> biases = rows.numbers(LawColumns.SIGMA_B2);
    GridAxis axis = GridAxis.of(biases);
    Cell over = axis.extent();
    double low = Math.max(0, over.low());
    List<Double> along =
        IntStream.rangeClosed(0, POINTS_OF_A_CURVE)
            .mapToObj(
                i ->
                    between(low, over.high(), i / (double) POINTS_OF_A_CURVE, axis.isLogarithmic()))
            .toList();
    return new Edges(rows).at(along);
  }

  private static double between(double low, double high, double t, boolean logarithmic) {
    return logarithmic ? low * Math.pow(high / low, t) : low + t * (high - low);
  }

  private ArrayNode at(List<Double> biases) {
    for (String activation : rows.texts(LawColumns.ACTIVATION)) {
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
}
