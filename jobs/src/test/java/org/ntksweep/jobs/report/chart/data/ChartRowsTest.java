package org.ntksweep.jobs.report.chart.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.report.chart.Estimates;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;

final class ChartRowsTest {

  /** It bends between the bias variances of a sweep: {@code chi_1 = 1} says where it is. */
  @Test
  void theEdgeOfChaosIsDrawnBetweenTheBiasVariances() {
    List<TableRow> edges =
        along(Estimates.everyAxis(), "sigma_b2").stream()
            .filter(row -> row.text(LawColumns.ACTIVATION).equals("tanh"))
            .filter(row -> row.value("edge").isPresent())
            .toList();
    assertThat(new Rows(edges).numbers(LawColumns.SIGMA_B2)).hasSizeGreaterThan(20);
    for (TableRow row : edges) {
      Network law = LawColumns.law(row);
      Network atEdge = law.withVariances((double) row.value("edge").orElseThrow(), law.sigmaB2());
      assertThat(new SharedTheory(List.of(atEdge)).of(atEdge, 1).chi1()).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void oneBiasVarianceHasNoCurveOverThem() {
    assertThat(along(Estimates.onePoint(), "sigma_b2")).isEmpty();
  }

  private static List<TableRow> along(Rows estimates, String axis) {
    return ChartRows.of(estimates).drawn().curves().stream()
        .filter(row -> row.value("along").filter(axis::equals).isPresent())
        .toList();
  }
}
