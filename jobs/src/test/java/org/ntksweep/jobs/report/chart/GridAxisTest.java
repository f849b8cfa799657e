package org.ntksweep.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.report.chart.data.GridAxis;
import org.ntksweep.jobs.report.chart.data.GridAxis.Cell;

final class GridAxisTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  @Test
  void evenFactorsMakeALogarithmicAxis() {
    assertThat(GridAxis.of(List.of(4.0, 16.0, 64.0)).isLogarithmic()).isTrue();
    assertThat(GridAxis.of(List.of(10.0, 20.0, 30.0)).isLogarithmic()).isFalse();
    assertThat(GridAxis.of(List.of(0.0, 1.0, 10.0)).isLogarithmic()).isFalse();
    assertThat(GridAxis.of(List.of(1.0, 2.0)).isLogarithmic()).isFalse();
  }

  @Test
  void cellsTouchAndTheEndsAreSymmetric() {
    GridAxis axis = GridAxis.of(List.of(1.0, 2.0, 4.0, 5.0));
    assertThat(axis.cells().get(1.0)).isEqualTo(new Cell(0.5, 1.5));
    assertThat(axis.cells().get(2.0)).isEqualTo(new Cell(1.5, 3));
    assertThat(axis.cells().get(4.0)).isEqualTo(new Cell(3, 4.5));
    assertThat(axis.cells().get(5.0)).isEqualTo(new Cell(4.5, 5.5));
  }

  @Test
  void variancesAreNotNegative() {
    assertThat(GridAxis.of(List.of(0.0, 1.0)).cells().get(0.0)).isEqualTo(new Cell(0, 0.5));
    assertThat(GridAxis.of(List.of(0.0)).cells().get(0.0)).isEqualTo(new Cell(0, 0.5));
    assertThat(GridAxis.of(List.of(2.0, 8.0)).cells().get(2.0)).isEqualTo(new Cell(0, 5));
  }

  @Test
  void logarithmicCellsEndAtGeometricMeans() {
    Cell cell = GridAxis.of(List.of(1.0, 4.0, 16.0)).cells().get(4.0);
    assertThat(cell.low()).isEqualTo(2, ROUNDING);
    assertThat(cell.high()).isEqualTo(8, ROUNDING);
  }

  @Test
  void fewValuesAreTheTicks() {
    assertThat(GridAxis.of(List.of(1.0, 2.0, 2.4)).ticks().get("values").toString())
        .isEqualTo("[1.0,2.0,2.4]");
    List<Double> many = IntStream.rangeClosed(1, 20).mapToObj(i -> 0.25 * i).toList();
    assertThat(GridAxis.of(many).ticks().has("values")).isFalse();
  }

  @Test
  void aSingleValueHasACellAroundIt() {
    assertThat(GridAxis.of(List.of(3.0)).cells().get(3.0)).isEqualTo(new Cell(2.5, 3.5));
  }
}
