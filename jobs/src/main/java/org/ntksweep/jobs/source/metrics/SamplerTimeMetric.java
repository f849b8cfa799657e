package org.ntksweep.jobs.source.metrics;

/** Time spent drawing samples and writing them to batches, over all cores. */
public final class SamplerTimeMetric extends NamedMetric {
  public static final String NAME = "samplerNanos";

  /** What Spark calls the accumulable of this metric; its value is in nanoseconds. */
  public static final String DESCRIPTION = "sampler time";

  /** Spark makes one by name. */
  public SamplerTimeMetric() {
    super(NAME, DESCRIPTION, TaskTimes::summary);
  }
}
