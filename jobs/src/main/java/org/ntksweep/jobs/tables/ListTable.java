package org.ntksweep.jobs.tables;

import java.util.List;
import java.util.function.Predicate;

/**
 * A table in memory.
 *
 * @param columns the names of the columns
 * @param rows the rows
 */
public record ListTable(List<String> columns, List<TableRow> rows) implements Table {

  @Override
  public long rowCount() {
    return rows.size();
  }

  @Override
  public ListTable only(List<String> wanted) {
    return new ListTable(wanted, rows.stream().map(row -> row.only(wanted)).toList());
  }

  @Override
  public void read(Predicate<TableRow> wantsMore) {
    for (TableRow row : rows) {
      if (!wantsMore.test(row)) {
        return;
      }
    }
  }
}
