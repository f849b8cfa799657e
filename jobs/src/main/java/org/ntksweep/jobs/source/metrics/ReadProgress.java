package org.ntksweep.jobs.source.metrics;

import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What a reader has done so far. */
public final class ReadProgress {
  private long samples;
  private long nanos;
  private double predictedNanos;

  /** Counts samples, and work that the plan predicted to take so long. */
  public void add(long moreSamples, double morePredictedNanos) {
    samples += moreSamples;
    predictedNanos += morePredictedNanos;
  }

  /** Counts time spent drawing. */
  public void addNanos(long more) {
    nanos += more;
  }

  public CustomTaskMetric[] metrics() {
    return new CustomTaskMetric[] {
      new Count(SamplesMetric.NAME, samples),
      new Throughput(samples, nanos),
      new Count(SamplerTimeMetric.NAME, nanos),
      new Count(PredictedWorkMetric.NAME, (long) predictedNanos)
    };
  }

  private record Count(String name, long value) implements CustomTaskMetric {}

  /** Samples per second; kept as a fraction, since a Spark task may merge several readers. */
  private record Throughput(long samples, long nanos) implements CustomTaskMetric {

    @Override
    public String name() {
      return ThroughputMetric.NAME;
    }

    @Override
    public long value() {
      return nanos == 0 ? 0 : Math.round(1e9 * samples / nanos);
    }

    @Override
    public CustomTaskMetric mergeWith(CustomTaskMetric other) {
      return other instanceof Throughput that
          ? new Throughput(samples + that.samples, nanos + that.nanos)
          : CustomTaskMetric.super.mergeWith(other);
    }
  }
}
