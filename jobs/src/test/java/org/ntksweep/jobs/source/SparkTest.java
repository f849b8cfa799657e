package org.ntksweep.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.util.ArrowUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;

/** Tests that share a session, each of which must give back all Arrow memory. */
public abstract class SparkTest {
  /** Eight points; relu takes one sampler and tanh the other when there are no cosines. */
  static final String YAML =
      """
      name: test
      seed: 7
      grid:
        activation: [relu, tanh]
        sigma_w2: [1.5, 2.0]
        width: 6
        depth: [2, 5]
        input_dim: 4
      cosines: [0.5, -0.25]
      samples: 50
      """;

  protected static SparkSession spark;

  @BeforeAll
  static void startSession() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("test")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
  }

  @AfterAll
  static void stopSession() {
    spark.stop();
  }

  @AfterEach
  void allArrowMemoryIsGivenBack() {
    waitForTasks();
    assertThat(ArrowUtils.rootAllocator().getAllocatedMemory()).isZero();
    assertThat(ArrowUtils.rootAllocator().getChildAllocators()).isEmpty();
  }

  /** A query that fails returns before the tasks it cancels have ended. */
  private static void waitForTasks() {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (runningTasks() > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private static int runningTasks() {
    return Arrays.stream(spark.sparkContext().statusTracker().getExecutorInfos())
        .mapToInt(SparkExecutorInfo::numRunningTasks)
        .sum();
  }

  protected static Dataset<Row> read(String... overrides) {
    return spark
        .read()
        .format("ntk")
        .option("sweep", YAML)
        .option("overrides", String.join("\n", overrides))
        .load();
  }

  protected static Sweep sweep(String... overrides) {
    return SweepFile.parse(YAML, "test", List.of(overrides)).sweep();
  }

  /** The plan Spark runs for a query. */
  static SparkPlan executedPlan(Dataset<Row> query) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) query).queryExecution().executedPlan();
  }
}
