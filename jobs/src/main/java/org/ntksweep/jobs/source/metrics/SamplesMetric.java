package org.ntksweep.jobs.source.metrics;

import java.util.Arrays;
import java.util.Locale;

/** How many random networks were drawn; none where a query needs no drawn column. */
public final class SamplesMetric extends NamedMetric {
  public static final String NAME = "samples";

  /** What Spark calls the accumulable of this metric; its value is a count. */
  public static final String DESCRIPTION = "samples";

  /** Spark makes one by name. */
  public SamplesMetric() {
    super(NAME, DESCRIPTION, SamplesMetric::total);
  }

  private static String total(long[] taskMetrics) {
    return String.format(Locale.ROOT, "%,d", Arrays.stream(taskMetrics).sum());
  }
}
