package org.ntksweep.jobs.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.report.chart.Estimates;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

@DisplayName("The verdict on a sweep")
final class TerminalVerdictTest {

  @Test
  void isReadAt80ColumnsInAnyEncoding() {
    List<String> lines = TerminalVerdict.lines(Estimates.everyAxis().diagonal());
    assertThat(lines).allMatch(line -> line.length() <= 80);
    assertThat(String.join("", lines)).matches("\\p{ASCII}*");
  }

  @Test
  void beginsWithHowDeepNetworksMayBe() {
    Rows rows = Estimates.at(1, Widths.constant(64, 64, 2), Widths.constant(64, 64, 40));
    String text = String.join("\n", TerminalVerdict.lines(rows));
    assertThat(text)
        .contains("relu, ordered, sigma_w2 1")
        .contains("at every depth")
        .contains("L/M = 0.63");
  }

  /** Theory fills in the depths between those of the grid: the bound is met from both sides. */
  @Test
  void theDepthIsExactWhereTheRatioIs() {
    Rows rows = Estimates.at(2, Widths.constant(64, 64, 2), Widths.constant(64, 64, 60));
    Reach reach = Reach.of(Family.of(rows).get(0));
    assertThat(reach.depth()).isBetween(3, 59);
    assertThat(ratio(rows, reach.depth())).isLessThanOrEqualTo(Evidence.SMALL_RATIO);
    assertThat(ratio(rows, reach.depth() + 1)).isGreaterThan(Evidence.SMALL_RATIO);
  }

  @Test
  void whereNoDepthServesItSaysSo() {
    Rows rows = Estimates.at(3, Widths.constant(4, 4, 30), Widths.constant(4, 4, 40));
    Finding finding = Finding.of(rows).get(0);
    assertThat(finding.phase()).isEqualTo("chaotic");
    assertThat(finding.answer()).contains("L/M = 7.5 has ratio");
  }

  /** Intervals lean to the tail. */
  @Test
  void aRatioIsNotTheMiddleOfItsInterval() {
    List<TableRow> rows =
        Estimates.everyAxis().diagonal().all().stream()
            .map(row -> row.without(TheoryColumns.INFINITE_WIDTH_MEAN))
            .toList();
    String text = String.join("\n", TerminalVerdict.lines(new Rows(rows)));
    assertThat(text).containsPattern("has ratio 1\\.5[12]\\b").doesNotContain("ratio 1.56");
  }

  private static double ratio(Rows rows, int depth) {
    Network law = LawColumns.law(rows.all().get(0));
    Network other =
        law.with(
            Widths.constant(
                law.widths().inputDim(), law.widths().hiddenWidth().orElseThrow(), depth));
    assertThat(law.widths().hiddenWidth()).isNotEqualTo(OptionalInt.empty());
    return new SharedTheory(List.of(other)).of(other, 1).exactRatio().orElseThrow();
  }
}
