package org.ntksweep.jobs.cli.format;

import picocli.CommandLine.Option;

/** The option that chooses how a table is printed. */
public final class Format {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; csv and json have every column, all digits")
  private Name name;

  /** The formats there are, named as people type them. */
  enum Name {
    table,
    csv,
    json
  }

  /** The format asked for, a table for the screen being a matter of what is printed. */
  public TableFormat orScreen(TableFormat screen) {
    return switch (name) {
      case table -> screen;
      case csv -> new CsvFormat();
      case json -> new JsonFormat();
    };
  }
}
