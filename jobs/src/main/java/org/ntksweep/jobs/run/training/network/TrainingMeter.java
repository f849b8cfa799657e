package org.ntksweep.jobs.run.training.network;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.ntksweep.jobs.run.watch.Gauge;

/** Counts what is trained, over all executors and while they do it. */
public record TrainingMeter(
    LongAccumulator networks, LongAccumulator steps, LongAccumulator work, LongAccumulator nanos)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** A meter of a Spark application. */
  public static TrainingMeter in(SparkContext context) {
    Gauge gauge = Gauge.TRAINING;
    return new TrainingMeter(
        context.longAccumulator(gauge.count()),
        context.longAccumulator(gauge.steps().orElseThrow()),
        context.longAccumulator(gauge.work()),
        context.longAccumulator(gauge.time()));
  }
}
