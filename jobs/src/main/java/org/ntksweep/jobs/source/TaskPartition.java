package org.ntksweep.jobs.source;

import org.apache.spark.sql.connector.read.InputPartition;
import org.ntksweep.jobs.plan.Task;

/** A task on its way to an executor. */
record TaskPartition(Task task) implements InputPartition {
  private static final long serialVersionUID = 1;
}
