package org.ntksweep.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;

final class ZScoresTest {
  private static final Rows ROWS =
      new Rows(
          List.of(row(0.1, false), row(0.4, false), row(-9, false), row(6, false), row(0.2, true)));

  private static TableRow row(double z, boolean underpowered) {
    return new TableRow(Map.of("cosine", 1.0, "z_mean", z, "underpowered", underpowered));
  }

  @Test
  void binsCountTrustedAndUnderpoweredApart() {
    assertThat(count("trusted", 0)).isEqualTo(2);
    assertThat(count("underpowered", 0)).isEqualTo(1);
  }

  @Test
  void whatIsBeyondIsInTheOutermostBins() {
    assertThat(count("trusted", -6)).isEqualTo(1);
    assertThat(count("trusted", 5.5)).isEqualTo(1);
  }

  @Test
  void theCurveHasTheAreaOfTheTrustedBars() {
    double area = 0;
    for (JsonNode point : ZScores.of(ROWS).normal()) {
      area += 0.25 * point.path("count").asDouble();
    }
    // Four of them, in bars half wide.
    assertThat(area).isEqualTo(4 * 0.5, Offset.offset(1e-4));
  }

  @Test
  void onlyWhatHasAnExactValueIsCompared() {
    assertThat(ZScores.of(ROWS).statistics()).containsExactly("mean");
    assertThat(ZScores.of(ROWS).verdict()).contains("50.0 % of the 4 means");
    assertThat(ZScores.of(new Rows(List.of())).isEmpty()).isTrue();
  }

  private static int count(String kind, double low) {
    int count = 0;
    for (JsonNode bin : ZScores.of(ROWS).bins()) {
      if (bin.path("kind").asText().equals(kind) && bin.path("low").asDouble() == low) {
        count += bin.path("count").asInt();
      }
    }
    return count;
  }
}
