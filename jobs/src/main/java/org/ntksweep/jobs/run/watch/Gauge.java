package org.ntksweep.jobs.run.watch;

import java.util.Optional;
import org.ntksweep.jobs.source.metrics.PredictedWorkMetric;
import org.ntksweep.jobs.source.metrics.SamplerTimeMetric;
import org.ntksweep.jobs.source.metrics.SamplesMetric;

/**
 * What tasks do to networks, and by which of Spark's counters it is seen.
 *
 * @param doing what they do
 * @param unit what networks are called
 * @param count counts those that are done
 * @param work sums up the predicted time of what is done, in nanoseconds
 * @param time sums up the time it took
 * @param steps counts the steps of networks on their way; empty if there are none
 */
public record Gauge(
    String doing, String unit, String count, String work, String time, Optional<String> steps) {
  /** Networks are drawn. */
  public static final Gauge SAMPLING =
      new Gauge(
          "sampling",
          "samples",
          SamplesMetric.DESCRIPTION,
          PredictedWorkMetric.DESCRIPTION,
          SamplerTimeMetric.DESCRIPTION,
          Optional.empty());

  /** Networks are trained. */
  public static final Gauge TRAINING =
      new Gauge(
          "training",
          "networks",
          "networks trained",
          "predicted training",
          "training time",
          Optional.of("training steps"));
}
