package org.ntksweep.jobs.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a table in order, and how each is read from what a row is about. A table declares
 * its columns here and nowhere else: schemas, rows, screens and documentation follow.
 *
 * @param <S> what a row is about
 */
public final class Columns<S> {
  private final List<Field<S, ?>> fields = new ArrayList<>();

  /** A column and where its values come from. */
  private record Field<S, T>(Column<T> column, Function<? super S, ? extends T> source) {
    Object value(S row) {
      return column.value(source.apply(row));
    }

    <R> Field<R, T> of(Function<? super R, ? extends S> part) {
      return new Field<>(column, source.compose(part));
    }
  }

  /** Adds a column at the end, and is that column. */
  public <T> Column<T> add(Column<T> column, Function<? super S, ? extends T> source) {
    fields.add(new Field<>(column, source));
    return column;
  }

  /** Adds the columns of a part of what a row is about. */
  public <P> void addAll(Columns<P> part, Function<? super S, ? extends P> of) {
    part.fields.forEach(field -> fields.add(field.of(of)));
  }

  /** The columns in order. */
  public List<Column<?>> all() {
    return fields.stream().<Column<?>>map(Field::column).toList();
  }

  /** Their names in order. */
  public List<String> names() {
    return fields.stream().map(field -> field.column().name()).toList();
  }

  /** The value of one column, null where there is none. */
  public Object value(Column<?> column, S row) {
    return fields.stream()
        .filter(field -> field.column().equals(column))
        .findFirst()
        .orElseThrow()
        .value(row);
  }

  /** The values of a row in order, null where there is none. */
  public Object[] values(S row) {
    Object[] values = new Object[fields.size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = fields.get(c).value(row);
    }
    return values;
  }

  /** A row without Spark. */
  public TableRow row(S row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field<S, ?> field : fields) {
      Object value = field.value(row);
      if (value != null) {
        values.put(field.column().name(), value);
      }
    }
    return new TableRow(values);
  }
}
