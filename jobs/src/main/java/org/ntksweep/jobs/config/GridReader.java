package org.ntksweep.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

/** The grid of a sweep file: the product of its lists. */
final class GridReader {
  private static final int MAX_POINTS = 5_000_000;

  private static final Map<String, Activation> ACTIVATIONS =
      Words.of(Activation.all().toArray(Activation[]::new), Activation::label);

  private GridReader() {}

  /**
   * The points of a grid, distinct, the architecture varying fastest.
   *
   * @throws ConfigException if the grid is incomplete, contradictory, empty or too large
   */
  static List<Network> points(
      Mapping grid, Parametrization parametrization, Initialization initialization) {
    checkNotEmpty(grid);
    checkAlternatives(grid);
    List<Activation> activations = activations(grid.require("activation"));
    List<Double> sigmaW2s = Axis.doubles(grid.require("sigma_w2"), NumberRule.NOT_NEGATIVE);
    List<Double> sigmaB2s = Axis.doubles(grid.require("sigma_b2"), NumberRule.NOT_NEGATIVE);
    List<Widths> architectures = Architectures.read(grid);
    checkCount(grid, activations, sigmaW2s, sigmaB2s, architectures);

    List<Network> points = new ArrayList<>();
    for (Activation activation : activations) {
      for (double sigmaW2 : sigmaW2s) {
        for (double sigmaB2 : sigmaB2s) {
          for (Widths widths : architectures) {
            points.add(
                new Network(activation, sigmaW2, sigmaB2, widths, parametrization)
                    .with(initialization));
          }
        }
      }
    }
    return points;
  }

  private static List<Activation> activations(Value value) {
    return value.items().stream().map(GridReader::activation).distinct().toList();
  }

  private static Activation activation(Value value) {
    String text = value instanceof Scalar scalar ? scalar.text() : "";
    if (!text.contains("(")) {
      return Words.read(value, ACTIVATIONS);
    }
    try {
      return Activation.parse(text);
    } catch (IllegalArgumentException e) {
      throw value.mustBe("leaky_relu(SLOPE) with a slope from -1e6 to 1e6");
    }
  }

  private static void checkNotEmpty(Mapping grid) {
    for (Value value : grid.entries().values()) {
      if (value.items().isEmpty()) {
        throw value.error("must have at least one value, not []");
      }
    }
  }

  private static void checkAlternatives(Mapping grid) {
    for (String key : grid.entries().keySet()) {
      for (String other : grid.entries().keySet()) {
        if (Schema.alternatives(key).contains(other)) {
          Value second = grid.require(other);
          throw second.error(
              String.format(
                  "cannot stand beside %s (%s); give one of them",
                  grid.pathOf(key), grid.require(key).place()));
        }
      }
    }
  }

  private static void checkCount(Mapping grid, List<?>... axes) {
    double count = 1;
    for (List<?> axis : axes) {
      count *= axis.size();
    }
    if (count > MAX_POINTS) {
      throw grid.error(
          String.format(
              Locale.ROOT, "has %,.0f points; at most %,d are allowed", count, MAX_POINTS));
    }
  }
}
