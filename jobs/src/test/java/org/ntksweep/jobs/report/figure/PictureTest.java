package org.ntksweep.jobs.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Chart.Panel;
import org.ntksweep.jobs.report.chart.Selection;

final class PictureTest {
  @Test
  void namesAreThoseOfFiles() {
    assertThat(name("rate/stable 0.5", "")).isEqualTo("chart-rate-stable-0.5");
    assertThat(name("cosine 0.9", "tanh")).isEqualTo("chart-tanh-cosine-0.9");
    assertThat(name("", "")).isEqualTo("chart");
  }

  private static String name(String title, String activation) {
    Chart chart = new Chart("chart", "", "", List.of(), "", List.of(Panel.of(title)));
    return new Picture(chart, 0, new Selection(List.of()), activation).name();
  }
}
