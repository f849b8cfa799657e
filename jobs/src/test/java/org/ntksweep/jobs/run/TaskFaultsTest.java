package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.cluster.RunTables;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** Tasks that end before their time. */
final class TaskFaultsTest {
  /** Tasks of some tens of milliseconds. */
  private final SweepFile file =
      Sweeps.small("samples=8000", "execution.task_seconds=0.05", "bootstrap.replicates=20");

  @TempDir private Path temp;

  @Test
  void tasksKilledMidWayAreDoneAgain() throws IOException {
    Map<RunTable, Map<String, TableRow>> expected;
    try (SparkSession spark = Sessions.open("test", "local[2]", Map.of())) {
      expected = tables(spark, "whole");
    }
    AtomicInteger killed = new AtomicInteger();
    try (SparkSession spark = Sessions.open("test", "local[2,4]", Map.of())) {
      spark.sparkContext().addSparkListener(new Killer(spark, killed));
      assertThat(tables(spark, "killed")).isEqualTo(expected);
    }
    assertThat(killed.get()).isGreaterThan(3);
  }

  /** Kills the first attempt at every third task, and counts those that ended of it. */
  private static final class Killer extends SparkListener {
    private final SparkSession spark;
    private final AtomicInteger killed;

    Killer(SparkSession spark, AtomicInteger killed) {
      this.spark = spark;
      this.killed = killed;
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      if (start.taskInfo().attemptNumber() == 0 && start.taskInfo().index() % 3 == 0) {
        spark.sparkContext().killTaskAttempt(start.taskInfo().taskId(), true, "by a test");
      }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskInfo().killed()) {
        killed.incrementAndGet();
      }
    }
  }

  private Map<RunTable, Map<String, TableRow>> tables(SparkSession spark, String name)
      throws IOException {
    Path path = temp.resolve(name);
    RunFolder folder = RunFolder.at(path.toString(), RunFolder.configuration());
    Invocation invocation =
        new Invocation("0", "", "test", new PrintWriter(Writer.nullWriter()), false);
    SweepRun.run(spark, Points.of(file.sweep()), file, folder, RunMode.NEW, invocation);
    return RunTables.of(path);
  }
}
