package org.ntksweep.jobs.tables;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Rows under named columns. */
public interface Table {

  /** The names of the columns. */
  List<String> columns() throws IOException;

  /** The number of rows. */
  long rowCount() throws IOException;

  /** The same rows with these of its columns alone, which may be much less to read. */
  Table only(List<String> wanted) throws IOException;

  /** Hands over row by row, until there is none left or one is answered with false. */
  void read(Predicate<TableRow> wantsMore) throws IOException;
}
