package org.ntksweep.jobs.source.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.PointColumns;

/** The columns a read may have: those of the samples, and those of the law on request. */
public final class SampleTable {
  /** The columns that are drawn, and which aspect of a kernel entry each is. */
  private static final Map<Column<?>, KernelColumn.Aspect> DRAWN = drawn();

  private static final Map<String, Column<?>> BY_NAME =
      columns(true).stream().collect(Collectors.toMap(Column::name, Function.identity()));

  private SampleTable() {}

  private static Map<Column<?>, KernelColumn.Aspect> drawn() {
    Map<Column<?>, KernelColumn.Aspect> drawn = new LinkedHashMap<>();
    drawn.put(SampleColumns.THETA, KernelMatrix::theta);
    drawn.put(SampleColumns.THETA_W, KernelMatrix::thetaWeight);
    drawn.put(SampleColumns.THETA_B, KernelMatrix::thetaBias);
    drawn.put(SampleColumns.LOG_ABS_THETA, KernelMatrix::logAbsTheta);
    drawn.put(SampleColumns.LOG_WEIGHT, (kernel, i, j) -> kernel.logWeight());
    return drawn;
  }

  /** The columns in order; the law's follow if they are asked for. */
  public static List<Column<?>> columns(boolean withLaw) {
    List<Column<?>> columns = new ArrayList<>(SampleColumns.ALL);
    if (withLaw) {
      PointColumns.ALL.all().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
    }
    return columns;
  }

  /** The columns of a schema, by their names. */
  public static List<Column<?>> of(StructType schema) {
    return Arrays.stream(schema.fieldNames()).<Column<?>>map(BY_NAME::get).toList();
  }

  /** Whether a value is drawn, and not known before. */
  public static boolean isDrawn(Column<?> column) {
    return DRAWN.containsKey(column);
  }

  /** Which aspect of a kernel entry a column is that is drawn. */
  public static KernelColumn.Aspect aspect(Column<?> column) {
    return DRAWN.get(column);
  }

  /** Bytes of a value in memory, about. */
  public static int bytes(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> PointIdColumn.DIGITS + Integer.BYTES;
      case INTEGER -> Integer.BYTES;
      case LONG, DOUBLE -> Long.BYTES;
      case BOOLEAN -> 1;
      case INTEGERS -> 32 * Integer.BYTES;
      case DOUBLES -> 32 * Double.BYTES;
    };
  }
}
