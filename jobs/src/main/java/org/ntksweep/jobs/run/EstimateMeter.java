package org.ntksweep.jobs.run;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/** Counts estimated points and the core time they took, over all executors. */
record EstimateMeter(LongAccumulator points, LongAccumulator nanos) implements Serializable {
  private static final long serialVersionUID = 1;

  /** What Spark calls the count of estimated points. */
  static final String POINTS = "points estimated";

  static EstimateMeter in(SparkContext context) {
    return new EstimateMeter(
        context.longAccumulator(POINTS), context.longAccumulator("estimator time"));
  }

  /** The processor time this thread has used. */
  static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  void estimatedSince(long startNanos) {
    points.add(1L);
    nanos.add(threadNanos() - startNanos);
  }
}
