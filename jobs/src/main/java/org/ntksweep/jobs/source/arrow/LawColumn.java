package org.ntksweep.jobs.source.arrow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** A property of the point, the same in all rows of its samples; null where it does not apply. */
public final class LawColumn implements ArrowColumn {
  /** Writes a value that is not null to a row. */
  @FunctionalInterface
  private interface Writer {
    void write(int row, Object value);
  }

  private final Column<?> column;
  private final int rowsPerSample;
  private final FieldVector vector;
  private final Writer writer;

  public LawColumn(Column<?> column, BufferAllocator allocator, int rowsPerSample) {
    this.column = column;
    this.rowsPerSample = rowsPerSample;
    switch (column.type()) {
      case TEXT -> {
        VarCharVector texts = new VarCharVector(column.name(), allocator);
        vector = texts;
        writer = (row, value) -> texts.setSafe(row, utf8(value));
      }
      case INTEGER -> {
        IntVector integers = new IntVector(column.name(), allocator);
        vector = integers;
        writer = (row, value) -> integers.setSafe(row, (Integer) value);
      }
      case DOUBLE -> {
        Float8Vector numbers = new Float8Vector(column.name(), allocator);
        vector = numbers;
        writer = (row, value) -> numbers.setSafe(row, (Double) value);
      }
      case INTEGERS -> {
        ListVector lists = ListVector.empty(column.name(), allocator);
        lists.addOrGetVector(FieldType.notNullable(MinorType.INT.getType()));
        vector = lists;
        writer = (row, value) -> write(lists, row, (List<?>) value);
      }
      default -> throw new IllegalArgumentException(column.name() + ": no law has such a value");
    }
  }

  private static byte[] utf8(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ListVector lists, int row, List<?> values) {
    IntVector elements = (IntVector) lists.getDataVector();
    int at = lists.startNewValue(row);
    for (Object value : values) {
      elements.setSafe(at, (Integer) value);
      at++;
    }
    lists.endValue(row, values.size());
  }

  @Override
  public FieldVector vector() {
    return vector;
  }

  @Override
  public void writeKeys(int row, int samples, SweepPoint point, long firstSample) {
    if (row == 0) {
      vector.reset();
    }
    Object value = PointColumns.ALL.value(column, point);
    int end = row + samples * rowsPerSample;
    for (int r = row; r < end; r++) {
      if (value == null) {
        vector.setNull(r);
      } else {
        writer.write(r, value);
      }
    }
  }
}
