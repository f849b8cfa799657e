package org.ntksweep.jobs.report.chart.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.rows.InputDimension;
import org.ntksweep.jobs.report.rows.InputNorm;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/** The rows of the estimates as charts need them: some columns of the table, and derived ones. */
public final class ChartRows {
  /** The columns of the table that are drawn as they are. */
  private static final List<Column<?>> OF_THE_TABLE =
      List.of(
          LawColumns.ACTIVATION,
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.DEPTH,
          LawColumns.WIDTH,
          LawColumns.DEPTH_TO_WIDTH,
          LawColumns.INPUT_DIM,
          LawColumns.OUTPUTS,
          EstimateColumns.COSINE,
          TheoryColumns.EXACT_RATIO,
          TheoryColumns.LIMIT_RATIO,
          TheoryColumns.PUBLISHED_LIMIT_RATIO,
          TheoryColumns.PUBLISHED_RATIO);

  private final Rows rows;
  private final List<TableRow> curves;
  private final InputDimension inputs;
  private final InputNorm norms;
  private final Map<String, List<Double>> numbers = new HashMap<>();

  private ChartRows(Rows rows, List<TableRow> curves, InputDimension inputs, InputNorm norms) {
    this.rows = rows;
    this.curves = List.copyOf(curves);
    this.inputs = inputs;
    this.norms = norms;
  }

  public static ChartRows of(Rows estimates) {
    InputDimension inputs = InputDimension.of(estimates);
    InputNorm norms = InputNorm.of(estimates);
    List<Bin> bins = Bin.of(estimates);
    Rows middles = new Rows(bins.stream().map(Bin::middle).toList());
    Derived derived = new Derived(middles, inputs, norms);
    Rows diagonal = middles.diagonal();
    Stream<TableRow> curves =
        Stream.of(
                Curves.of(middles).stream(),
                VarianceCurves.of(diagonal, derived::isShown),
                Curves.overBiases(diagonal))
            .flatMap(rows -> rows);
    return new ChartRows(
        new Rows(bins.stream().map(bin -> drawn(bin, derived)).toList()),
        curves.map(row -> onCurve(row, derived)).toList(),
        inputs,
        norms);
  }

  private static TableRow drawn(Bin bin, Derived derived) {
    Map<String, Object> values = new LinkedHashMap<>();
    TableRow row = bin.middle();
    OF_THE_TABLE.forEach(
        column -> row.value(column).ifPresent(value -> values.put(column.name(), value)));
    derived.putLaw(values, row);
    derived.putPlace(values, row);
    Measured.put(bin, values);
    return new TableRow(values);
  }

  private static TableRow onCurve(TableRow row, Derived derived) {
    Map<String, Object> values = new LinkedHashMap<>(row.values());
    derived.putLaw(values, row);
    return new TableRow(values);
  }

  /** What the numbers of {@link ChartColumns#INPUT_NORM} are. */
  public String normSymbol() {
    return norms.symbol();
  }

  /** Whether there are curves of the largest depths. */
  public boolean hasReaches() {
    return curves.stream().anyMatch(row -> row.value("reach").isPresent());
  }

  /** The axis of a column over the rows that charts of a width draw. */
  public GridAxis axis(Column<? extends Number> column) {
    return GridAxis.of(Derived.ofConstantWidth(rows).numbers(column));
  }

  /** The axis of a column over all rows. */
  public GridAxis wholeAxis(Column<? extends Number> column) {
    return GridAxis.of(numbers(column));
  }

  /** What the numbers of the column {@code input} are. */
  public String inputLabel() {
    return inputs.label();
  }

  public Rows rows() {
    return rows;
  }

  public boolean has(String column) {
    return rows.has(column);
  }

  public boolean has(Column<?> column) {
    return rows.has(column);
  }

  public List<Double> numbers(Column<? extends Number> column) {
    return numbers.computeIfAbsent(column.name(), same -> rows.numbers(column));
  }

  public List<String> texts(Column<String> column) {
    return rows.texts(column);
  }

  /** The estimates, and the points of theory's curves between them. */
  public Drawn drawn() {
    return new Drawn(rows, curves);
  }
}
