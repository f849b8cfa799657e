package org.ntksweep.jobs.run.estimates;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * How the group-by over the samples is spread.
 *
 * @param partitions the tasks estimating is cut to
 * @param pointsInMemory how many points a task gathers before it sorts on disk instead
 */
public record Grouping(int partitions, int pointsInMemory) {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String POINTS_IN_MEMORY =
      "spark.sql.objectHashAggregate.sortBased.fallbackThreshold";

  /** Bootstraps are the work, and hashing deals them out unevenly: many small tasks. */
  private static final int TASKS_PER_CORE = 16;

  /** What a task of the group-by should hold at most, samples of one point aside. */
  private static final long TASK_BYTES = 64L << 20;

  private static final int BYTES_PER_SAMPLE = 2 * Double.BYTES;
  private static final int MAX_PARTITIONS = 100_000;

  /**
   * The grouping of points.
   *
   * @param rows how many rows of samples each has, at most
   * @param cores how many tasks run at a time
   */
  public static Grouping of(long points, long rows, int cores) {
    long pointBytes = BYTES_PER_SAMPLE * rows;
    long forMemory = points * pointBytes / TASK_BYTES + 1;
    long forCores = (long) TASKS_PER_CORE * cores;
    long partitions = Math.min(points, Math.max(forMemory, forCores));
    long inMemory = TASK_BYTES / pointBytes;
    return new Grouping(
        (int) Math.min(partitions, MAX_PARTITIONS),
        (int) Math.max(1, Math.min(inMemory, Integer.MAX_VALUE)));
  }

  /** Tells Spark, except where a setting was made by the user. */
  public void applyTo(SparkSession spark) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(PARTITIONS, partitions);
    settings.put(POINTS_IN_MEMORY, pointsInMemory);
    settings.forEach(
        (key, value) -> {
          if (!spark.sparkContext().getConf().contains(key)) {
            spark.conf().set(key, value.toString());
          }
        });
  }
}
