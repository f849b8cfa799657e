package org.ntksweep.jobs.source;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.connector.metric.CustomMetric;

/** How many random networks were drawn; none where a query needs no drawn column. */
public final class SamplesMetric implements CustomMetric {
  static final String NAME = "samples";

  /** What Spark calls the accumulable of this metric; its value is a count. */
  public static final String DESCRIPTION = "samples";

  /** Spark makes one by name. */
  public SamplesMetric() {}

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
    return String.format(Locale.ROOT, "%,d", Arrays.stream(taskMetrics).sum());
  }
}
