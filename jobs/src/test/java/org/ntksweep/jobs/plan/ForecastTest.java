package org.ntksweep.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.Sweep;

final class ForecastTest {
  private final List<Network> points = List.of(Sweeps.relu(10, 3), Sweeps.relu(500, 50));

  @Test
  void moreSamplesTakeMoreTimeAndDisk() {
    Forecast few = Forecast.of(Sweeps.of(points, 1_000, List.of(0.5)), 2);
    Forecast many = Forecast.of(Sweeps.of(points, 100_000, List.of(0.5)), 2);
    assertThat(few.samples()).isEqualTo(2_000);
    assertThat(many.samples()).isEqualTo(200_000);
    // A hundred times the work; what is measured of it depends on the moment.
    assertThat(many.coreSeconds() / few.coreSeconds()).isBetween(20.0, 500.0);
    assertThat((double) many.diskBytes() / few.diskBytes()).isBetween(90.0, 100.0);
  }

  @Test
  void samplesThatAreSummarisedTakeNoMoreMemoryTheMoreThereAre() {
    Sweep many = Sweeps.of(points, 1_000_000, List.of());
    Sweep more = Sweeps.of(points, 100_000_000, List.of());
    assertThat(Forecast.of(more, 2).heapBytes()).isEqualTo(Forecast.of(many, 2).heapBytes());
    assertThat(Forecast.of(more, 8).heapBytes()).isGreaterThan(Forecast.of(more, 2).heapBytes());
  }
}
