package org.ntksweep.jobs.source.metrics;

/**
 * How much of the plan is done, by the time it was predicted to take on one core: divided by {@link
 * org.ntksweep.jobs.plan.SweepPlan#nanos()}, the progress of a read.
 */
public final class PredictedWorkMetric extends NamedMetric {
  public static final String NAME = "predictedNanos";

  /** What Spark calls the accumulable of this metric; its value is in nanoseconds. */
  public static final String DESCRIPTION = "predicted work";

  /** Spark makes one by name. */
  public PredictedWorkMetric() {
    super(NAME, DESCRIPTION, TaskTimes::summary);
  }
}
