package org.ntksweep.jobs.source;

import org.apache.spark.sql.connector.metric.CustomMetric;

/** Time spent drawing samples and writing them to batches, over all cores. */
public final class SamplerTimeMetric implements CustomMetric {
  static final String NAME = "samplerNanos";

  /** What Spark calls the accumulable of this metric; its value is in nanoseconds. */
  public static final String DESCRIPTION = "sampler time";

  /** Spark makes one by name. */
  public SamplerTimeMetric() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return DESCRIPTION;
  }

  @Override
  public String aggregateTaskMetrics(long[] taskMetrics) {
    return TaskTimes.summary(taskMetrics);
  }
}
