package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.Cells;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/**
 * One sweep in many ways. Every value of every sample and every estimate is compared, bit for bit.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class SameResultsTest {
  private static final String[] CUT_FINELY = {"execution.task_seconds=1e-5"};

  @TempDir private static Path temp;
  private Results expected = new Results(Map.of(), Map.of());

  /** The samples by point, number and cosine, the estimates by point and cosine. */
  private record Results(Map<String, TableRow> samples, Map<String, TableRow> estimates) {}

  @BeforeAll
  void run() throws IOException {
    expected = results("local[2]", "base");
    assertThat(expected.samples()).hasSize(8 * 60 * 2);
    assertThat(expected.estimates()).hasSize(8 * 2);
  }

  @Test
  void onOneCore() throws IOException {
    assertThat(results("local[1]", "one-core")).isEqualTo(expected);
  }

  @Test
  void cutIntoOtherTasks() throws IOException {
    assertThat(results("local[2]", "fine", CUT_FINELY)).isEqualTo(expected);
  }

  @Test
  void inManyWaves() throws IOException {
    assertThat(results("local[2]", "waves", "execution.wave_seconds=1e-6")).isEqualTo(expected);
  }

  @Test
  void onMoreCoresThanThereAreInOtherTasks() throws IOException {
    assertThat(results("local[7]", "many-cores", CUT_FINELY)).isEqualTo(expected);
  }

  /** Bits of explicit weights are those of this machine's matrix products, however work is cut. */
  @Test
  void withExplicitWeights() throws IOException {
    String[] dense = {"sampler=dense", "samples=30"};
    String[] cut = {
      "sampler=dense", "samples=30", "execution.task_seconds=1e-5", "dense.memory=100000"
    };
    Results explicit = results("local[2]", "dense", dense);
    assertThat(results("local[1]", "dense-cut", cut)).isEqualTo(explicit);
    assertThat(explicit.samples().keySet()).hasSize(8 * 30 * 2);
  }

  @Test
  void withPointsInAnotherOrder() throws IOException {
    String[] turned = {
      "grid.activation=[tanh, relu]", "grid.sigma_w2=[2.5, 1.5]", "grid.depth=[5, 3]"
    };
    assertThat(results("local[2]", "turned", turned)).isEqualTo(expected);
  }

  @Test
  void amongMorePoints() throws IOException {
    Results more =
        results("local[2]", "more", "grid.sigma_w2=[1.0, 1.5, 2.5]", "grid.depth=[3, 4, 5]");
    assertThat(more.estimates()).hasSize(18 * 2).containsAllEntriesOf(expected.estimates());
    assertThat(more.samples()).containsAllEntriesOf(expected.samples());
  }

  @Test
  void amongMoreSamplesTheFirstAreTheSame() throws IOException {
    Results more = results("local[2]", "longer", "samples=100");
    assertThat(more.samples()).hasSize(8 * 100 * 2).containsAllEntriesOf(expected.samples());
  }

  /** Size-biased networks are drawn for all inputs, plain ones for one after the other. */
  @Test
  void amongMoreCosinesThoseBeforeAreTheSameNetworks() throws IOException {
    // The sampler is the same: the base has a pair too.
    Results few = results("local[2]", "few", "variance_reduction=none");
    Results more = results("local[2]", "cosines", "variance_reduction=none", "cosines=[0.5, 0.1]");
    assertThat(more.samples()).containsAllEntriesOf(few.samples());
    assertThat(more.estimates()).containsAllEntriesOf(few.estimates());
  }

  private Results results(String master, String name, String... overrides) throws IOException {
    SweepFile sweep = Sweeps.small(overrides);
    RunFolder folder = RunFolder.at(temp.resolve(name).toString(), RunFolder.configuration());
    Invocation invocation =
        new Invocation("0", "", "test", new PrintWriter(Writer.nullWriter()), false);
    try (SparkSession spark = Sessions.open("test", master, Map.of())) {
      SweepRun.run(spark, Points.of(sweep.sweep()), sweep, folder, RunMode.NEW, invocation);
    }
    Results results = new Results(new HashMap<>(), new HashMap<>());
    folder
        .table(RunTable.SAMPLES)
        .read(
            row -> results.samples().put(key(row) + " " + Cells.text(row, "sample"), row) == null);
    folder.table(RunTable.ESTIMATES).read(row -> results.estimates().put(key(row), row) == null);
    return results;
  }

  private static String key(TableRow row) {
    return Cells.text(row, "point_id") + " " + Cells.text(row, "cosine");
  }
}
