package org.ntksweep.jobs.cli.format;

import java.io.IOException;
import java.io.PrintWriter;
import org.ntksweep.jobs.tables.Table;

/** A way to print a table. */
public interface TableFormat {

  /** Prints until the table or the interest of the reader ends. */
  void print(Table table, PrintWriter out) throws IOException;
}
