package org.ntksweep.jobs.source.read;

import org.apache.spark.sql.connector.read.InputPartition;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.Task;
import org.ntksweep.jobs.plan.TaskForm;

/** A task as Spark hands it to an executor. */
public final class TaskPartition implements InputPartition {
  private static final long serialVersionUID = 3;

  private final TaskForm form;

  public TaskPartition(Task task) {
    form = new TaskForm(task);
  }

  /** The task, of these points. */
  public Task task(Points points) {
    return form.task(points);
  }
}
