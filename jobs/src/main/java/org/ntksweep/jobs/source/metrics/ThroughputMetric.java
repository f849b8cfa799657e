package org.ntksweep.jobs.source.metrics;

import java.util.Arrays;
import java.util.Locale;

/**
 * Samples per second of one core while it draws. Points differ in cost, so tasks are not added up
 * but shown from the slowest to the fastest.
 */
public final class ThroughputMetric extends NamedMetric {
  public static final String NAME = "samplesPerSecond";

  /** What Spark calls the accumulable of this metric. */
  public static final String DESCRIPTION = "samples per second and core (min, med, max)";

  /** Spark makes one by name. */
  public ThroughputMetric() {
    super(NAME, DESCRIPTION, ThroughputMetric::range);
  }

  private static String range(long[] taskMetrics) {
    long[] rates = Arrays.stream(taskMetrics).filter(rate -> rate > 0).sorted().toArray();
    return rates.length == 0
        ? "0"
        : String.format(
            Locale.ROOT,
            "%,d, %,d, %,d",
            rates[0],
            rates[rates.length / 2],
            rates[rates.length - 1]);
  }
}
