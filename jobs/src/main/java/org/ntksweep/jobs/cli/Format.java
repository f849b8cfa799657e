package org.ntksweep.jobs.cli;

/** The formats tables are printed in, named as people type them. */
enum Format {
  table,
  csv,
  json
}
