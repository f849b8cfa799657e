package org.ntksweep.jobs.report.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

@DisplayName("What a page shows of many estimates")
class ShownTest {
  /** A grid of two values of sigma_w2, some depths and the cosines 1 and 0.5. */
  private static Table grid(int depths) {
    List<TableRow> rows = new ArrayList<>();
    for (double sigmaW2 : new double[] {1, 2}) {
      for (int depth = 1; depth <= depths; depth++) {
        for (double cosine : new double[] {1, 0.5}) {
          rows.add(new TableRow(Map.of("sigma_w2", sigmaW2, "depth", depth, "cosine", cosine)));
        }
      }
    }
    return table(rows);
  }

  private static Table table(List<TableRow> rows) {
    return new ListTable(List.copyOf(rows.get(0).values().keySet()), rows);
  }

  @Test
  void fewAreShownAsTheyAre() throws IOException {
    Shown shown = Shown.of(grid(25), 100);
    assertThat(shown.rows().all()).hasSize(100);
    assertThat(shown.note()).isEmpty();
  }

  @Test
  void theLongestAxisIsThinnedAndKeepsItsEnds() throws IOException {
    Shown shown = Shown.of(grid(100), 120);
    assertThat(shown.rows().numbers(LawColumns.DEPTH))
        .startsWith(1.0, 5.0, 9.0)
        .endsWith(97.0, 100.0);
    assertThat(shown.rows().all()).hasSize(2 * 2 * 26);
    assertThat(shown.note()).isEqualTo("104 of 400 estimates, those of every 4th value of depth");
  }

  @Test
  void severalAxesAreThinnedInTurn() throws IOException {
    List<TableRow> rows =
        IntStream.range(0, 64 * 64)
            .mapToObj(i -> new TableRow(Map.of("sigma_w2", Math.floor(i / 64.0), "depth", i % 64)))
            .toList();
    Shown shown = Shown.of(table(rows), 300);
    assertThat(shown.rows().numbers(LawColumns.DEPTH)).hasSize(17);
    assertThat(shown.rows().numbers(LawColumns.SIGMA_W2)).hasSize(17);
    assertThat(shown.note())
        .contains("every 4th value of sigma_w2 and of every 4th value of depth");
  }

  /** Networks that differ in nothing but their list of widths have no axis. */
  @Test
  void whatCannotBeThinnedIsShown() throws IOException {
    List<TableRow> rows =
        IntStream.range(0, 50).mapToObj(i -> new TableRow(Map.of("sigma_w2", 2.0))).toList();
    assertThat(Shown.of(table(rows), 10).rows().all()).hasSize(50);
  }
}
