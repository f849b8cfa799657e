package org.ntksweep.jobs.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.plan.Sweeps;

final class ForecastTest {
  private final List<Network> points = List.of(Sweeps.relu(10, 3), Sweeps.relu(500, 50));

  @Test
  void moreSamplesTakeMoreTimeAndDisk() {
    Sweep few = Sweeps.of(points, 1_000, List.of(0.5));
    Sweep many = Sweeps.of(points, 100_000, List.of(0.5));
    assertThat(Forecast.of(few).samples()).isEqualTo(2_000);
    assertThat(Forecast.of(many).samples()).isEqualTo(200_000);
    assertThat((double) Forecast.of(many).diskBytes() / Forecast.of(few).diskBytes())
        .isBetween(90.0, 100.0);
    // A hundred times the work; what is measured of it depends on the moment.
    assertThat(
            WorkTime.of(Points.of(many)).coreSeconds() / WorkTime.of(Points.of(few)).coreSeconds())
        .isBetween(20.0, 500.0);
  }

  /** A measurement of many activations is as short as of one, and within what the model allows. */
  @Test
  void mixedActivationsAreForecastTogether() {
    List<Network> mixed =
        List.of(Activation.RELU, Activation.TANH, Activation.ERF, Activation.GELU).stream()
            .map(
                activation ->
                    new Network(
                        activation, 2, 0, Widths.constant(9, 300, 30), Parametrization.STANDARD))
            .toList();
    Points all = Points.of(Sweeps.of(mixed, 100, List.of(0.5)));
    double model = Segment.all(all).stream().mapToDouble(Segment::nanos).sum();
    assertThat(Calibration.nanos(all.sweep(), Segment.all(all)) / model).isBetween(0.33, 3.01);
  }
}
