package org.ntksweep.jobs.run.training;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.ntksweep.core.data.Examples;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.TaskForm;
import org.ntksweep.jobs.run.training.network.Checkpoints;
import org.ntksweep.jobs.run.training.network.TaskSteps;
import org.ntksweep.jobs.run.training.network.Trainers;
import org.ntksweep.jobs.run.training.network.TrainingMeter;
import org.ntksweep.jobs.tables.point.SweepPoint;
import org.ntksweep.jobs.tables.training.KernelColumns;
import org.ntksweep.jobs.tables.training.TrainedKernel;
import org.ntksweep.jobs.tables.training.TrainedStep;
import org.ntksweep.jobs.tables.training.TrainingColumns;
import scala.Tuple2;

/**
 * What executors do to train the networks of tasks.
 *
 * @param points those of the sweep
 * @param trainers what trains them
 * @param checkpoints where networks on their way are kept
 * @param meter counts
 */
record TrainingJob(
    Broadcast<Points> points,
    Broadcast<Trainers> trainers,
    Checkpoints checkpoints,
    TrainingMeter meter)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * What is seen of the networks of a task: a row of the training table each, and beside it, if
   * kernels are kept and there is one, a row of theirs; else null.
   *
   * @param tasks one, as Spark hands it over
   */
  Iterator<Tuple2<Row, Row>> rows(Iterator<TaskForm> tasks) {
    TaskContext context = TaskContext.get();
    TaskSteps.How how = new TaskSteps.How(points.value(), trainers.value(), checkpoints, meter);
    TaskSteps steps = new TaskSteps(tasks.next().task(points.value()), how, context::isInterrupted);
    TaskCompletionListener close = ended -> steps.close();
    context.addTaskCompletionListener(close);
    return new Rows(steps);
  }

  /** Steps as rows. */
  private final class Rows implements Iterator<Tuple2<Row, Row>> {
    private final Iterator<TrainedStep> steps;
    private SweepPoint labelled;
    private List<Double> labels;
    private final boolean kernels = points.value().sweep().output().kernels();

    Rows(Iterator<TrainedStep> steps) {
      this.steps = steps;
    }

    @Override
    public boolean hasNext() {
      return steps.hasNext();
    }

    @Override
    public Tuple2<Row, Row> next() {
      TrainedStep step = steps.next();
      return new Tuple2<>(TrainedRows.row(TrainingColumns.ALL, step), kernel(step));
    }

    private Row kernel(TrainedStep step) {
      if (!kernels || step.record().kernel().length == 0) {
        return null;
      }
      if (!step.point().equals(labelled)) {
        labelled = step.point();
        labels = labels(labelled);
      }
      return TrainedRows.row(KernelColumns.ALL, new TrainedKernel(step, labels));
    }

    /** Those of the examples whose kernel is looked at. */
    private List<Double> labels(SweepPoint point) {
      Examples examples = points.value().data(point).train();
      return IntStream.range(0, point.training().orElseThrow().training().kernelExamples())
          .mapToObj(examples::label)
          .toList();
    }
  }
}
