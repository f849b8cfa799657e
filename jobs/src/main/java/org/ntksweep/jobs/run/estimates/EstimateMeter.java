package org.ntksweep.jobs.run.estimates;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.ntksweep.jobs.source.metrics.CoreTime;

/** Counts estimated points and the core time they took, over all executors. */
public record EstimateMeter(LongAccumulator points, LongAccumulator nanos) implements Serializable {
  private static final long serialVersionUID = 1;

  /** What Spark calls the count of estimated points. */
  public static final String POINTS = "points estimated";

  /** A meter of a Spark application. */
  public static EstimateMeter in(SparkContext context) {
    return new EstimateMeter(
        context.longAccumulator(POINTS), context.longAccumulator("estimator time"));
  }

  /** A point was estimated; {@code startNanos} is the core time at which that began. */
  public void estimatedSince(long startNanos) {
    points.add(1L);
    nanos.add(CoreTime.nanos() - startNanos);
  }
}
