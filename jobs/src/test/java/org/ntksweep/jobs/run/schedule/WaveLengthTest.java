package org.ntksweep.jobs.run.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;

class WaveLengthTest {
  private static Sweep sweep(String waveSeconds) {
    String text =
        """
        grid: {activation: relu, sigma_w2: 2, widths: [3, 1]}
        samples: 2
        """;
    return SweepFile.parse(text, "a.yaml", List.of("execution.wave_seconds=" + waveSeconds))
        .sweep();
  }

  @Test
  void isWhatWasAskedFor() {
    assertThat(WaveLength.nanos(sweep("2"), 100e9, 4)).isEqualTo(8e9);
  }

  @Test
  void neverMakesMoreThanTenThousandWaves() {
    assertThat(WaveLength.nanos(sweep("1e-9"), 100e9, 4)).isEqualTo(1e7);
  }
}
