package org.ntksweep.jobs.report.chart.data;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.meanfield.EdgeOfChaos;
import org.ntksweep.jobs.report.chart.data.GridAxis.Cell;

/** The edge of chaos, {@code chi_1 = 1}, where it crosses what a sweep shows of sigma_w2. */
public final class Edges {
  private final Cell visible;
  private final Map<Place, OptionalDouble> known = new HashMap<>();

  private record Place(Activation activation, double sigmaB2, double inputVariance) {}

  public Edges(Cell visible) {
    this.visible = visible;
  }

  /** The critical sigma_w2 of a law that is otherwise as given; empty if it is out of sight. */
  public OptionalDouble of(Network law) {
    // The curve is that of normal biases.
    if (law.initialization() == Initialization.UNIFORM && law.sigmaB2() > 0) {
      return OptionalDouble.empty();
    }
    double variance = law.inputNorm2() / law.widths().inputDim();
    return known.computeIfAbsent(new Place(law.activation(), law.sigmaB2(), variance), this::edge);
  }

  private OptionalDouble edge(Place place) {
    OptionalDouble edge =
        EdgeOfChaos.sigmaW2(place.activation(), place.sigmaB2(), place.inputVariance());
    return edge.stream().filter(x -> visible.low() <= x && x <= visible.high()).findFirst();
  }
}
