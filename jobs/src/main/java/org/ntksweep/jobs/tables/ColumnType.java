package org.ntksweep.jobs.tables;

/** The types of values a table can hold. */
public enum ColumnType {
  /** Text, a {@link String}. */
  TEXT("text"),
  /** A whole number of 32 bits, an {@link Integer}. */
  INTEGER("integer"),
  /** A whole number of 64 bits, a {@link Long}. */
  LONG("long"),
  /** A number of 64 bits, a {@link Double}; infinite beyond its range, never NaN. */
  DOUBLE("double"),
  /** Yes or no, a {@link Boolean}. */
  BOOLEAN("boolean"),
  /** Whole numbers of 32 bits, a {@link java.util.List} of {@link Integer}. */
  INTEGERS("list of integers"),
  /** Numbers of 64 bits, a {@link java.util.List} of {@link Double}. */
  DOUBLES("list of numbers");

  private final String label;

  ColumnType(String label) {
    this.label = label;
  }

  /** The name people read. */
  public String label() {
    return label;
  }
}
