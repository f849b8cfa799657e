package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.cli.format.Numbers;
import org.ntksweep.jobs.cli.format.ScreenColumn;
import org.ntksweep.jobs.cli.format.ScreenFormat;
import org.ntksweep.jobs.cli.format.ScreenLayout;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.TableRow;

final class ScreenFormatTest {

  @Test
  void whatRowsShareIsSaidOnce() {
    ScreenLayout layout =
        ScreenLayout.of(List.of(row(Map.of("depth", 3)), row(Map.of("depth", 50))));
    assertThat(layout.preamble()).hasValue("all rows: activation relu, width 100, cosine 1");
    assertThat(layout.header()).isEqualTo("depth    mean  ratio    interval");
    assertThat(layout.line(row(Map.of("depth", 3)))).isEqualTo("    3  2.1235   1.25  [1.1, 1.4]");
  }

  @Test
  void whatIsLeftOutIsCounted() throws IOException {
    List<TableRow> rows =
        List.of(row(Map.of("depth", 3)), row(Map.of("depth", 5)), row(Map.of("depth", 50)));
    assertThat(printed(new ScreenFormat(ScreenColumn.all(), 2, "show all"), rows))
        .startsWith("these rows: ")
        .contains("... and 1 more row: show all")
        .doesNotContain("50");
    assertThat(printed(new ScreenFormat(ScreenColumn.all()), rows))
        .startsWith("all rows: ")
        .contains("50")
        .doesNotContain("more row");
  }

  private static String printed(ScreenFormat format, List<TableRow> rows) throws IOException {
    StringWriter text = new StringWriter();
    List<String> columns = List.copyOf(rows.get(0).values().keySet());
    format.print(new ListTable(columns, rows), new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aSingleRowShowsItsLaw() {
    ScreenLayout layout = ScreenLayout.of(List.of(row(Map.of())));
    assertThat(layout.preamble()).isEmpty();
    assertThat(layout.header()).startsWith("activation  width  cosine");
  }

  @Test
  void aRatioThatCannotBeTrustedIsMarked() {
    List<TableRow> rows = List.of(row(Map.of("underpowered", true)));
    assertThat(ScreenLayout.of(rows).line(rows.get(0))).contains("1.25 !");
    assertThat(ScreenColumn.legend(rows)).singleElement().asString().startsWith("!");
  }

  @Test
  void aMeanBeyondADoubleIsShownByItsLogarithm() {
    List<TableRow> rows =
        List.of(
            row(Map.of("mean", Double.POSITIVE_INFINITY, "log_abs_mean", 2797.31)),
            row(Map.of("mean", 0.0, "log_abs_mean", -800.5)),
            row(Map.of("mean", 0.0, "log_abs_mean", Double.NEGATIVE_INFINITY)));
    ScreenLayout layout = ScreenLayout.of(rows);
    assertThat(layout.line(rows.get(0))).contains("e^2797.3  ");
    assertThat(layout.line(rows.get(1))).contains("e^-800.5  ");
    assertThat(layout.line(rows.get(2))).contains("  0  ");
    assertThat(ScreenColumn.legend(rows)).singleElement().asString().contains("natural logarithm");
  }

  @Test
  void differentWidthsAreListed() {
    Map<String, Object> values = new HashMap<>(row(Map.of()).values());
    values.remove("width");
    values.put("widths", List.of(784, 300, 100, 1));
    assertThat(ScreenLayout.of(List.of(new TableRow(values))).line(new TableRow(values)))
        .contains("784,300,100,1");
  }

  @Test
  void numbersHaveNoMoreDigitsThanHelp() {
    assertThat(Numbers.text(0, 5)).isEqualTo("0");
    assertThat(Numbers.text(1, 5)).isEqualTo("1");
    assertThat(Numbers.text(100, 2)).isEqualTo("100");
    assertThat(Numbers.text(-2.000004, 5)).isEqualTo("-2");
    assertThat(Numbers.text(4123638510.81, 5)).isEqualTo("4.1236e9");
    assertThat(Numbers.text(0.000012345678, 2)).isEqualTo("1.2e-5");
    assertThat(Numbers.text(Double.MAX_VALUE, 5)).isEqualTo("1.7977e308");
    assertThat(Numbers.text(0.1, 17)).isEqualTo("0.1");
  }

  private static TableRow row(Map<String, Object> changes) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "activation", "relu",
                "width", 100,
                "cosine", 1.0,
                "mean", 2.12345678,
                "ratio", 1.25,
                "ratio_lo", 1.1,
                "ratio_hi", 1.4,
                "underpowered", false));
    values.putAll(changes);
    return new TableRow(values);
  }
}
