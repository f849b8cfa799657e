package org.ntksweep.jobs.source.metrics;

import java.util.function.Function;
import org.apache.spark.sql.connector.metric.CustomMetric;

/** What the metrics of a read have in common. Spark makes each of them anew, by its class name. */
public abstract class NamedMetric implements CustomMetric {
  private final String name;
  private final String description;
  private final Function<long[], String> summary;

  /** A metric whose tasks' values are summed up for people by {@code summary}. */
  public NamedMetric(String name, String description, Function<long[], String> summary) {
    this.name = name;
    this.description = description;
    this.summary = summary;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final String aggregateTaskMetrics(long[] taskMetrics) {
    return summary.apply(taskMetrics);
  }
}
