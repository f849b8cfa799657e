package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.Cells;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** Points with so many samples that these are reduced where they are drawn. */
@TestInstance(Lifecycle.PER_CLASS)
final class StreamingRunTest extends SparkTest {
  private static final String SWEEP =
      """
      name: streaming
      seed: 11
      grid: {activation: relu, sigma_w2: [1.5, 2.0], width: 20, depth: 3, input_dim: 5}
      samples: 150000
      bootstrap: {replicates: 20}
      """;

  /** Predicted time of about a third of a point's samples. */
  private static final String SHORT_WAVES = "execution.wave_seconds=0.001";

  private static final String NOT_KEPT = "output.samples=false";

  @TempDir private static Path temp;
  private List<TableRow> expected = List.of();

  @BeforeAll
  void run() throws IOException {
    expected = estimates("base", NOT_KEPT);
  }

  @Test
  void estimatesAgreeWithTheExactMoments() {
    assertThat(expected).hasSize(2);
    for (TableRow row : expected) {
      assertThat(row.values()).containsEntry("samples", 150_000L);
      // Four numbers beyond 5 standard errors: once in 400,000 seeds.
      assertThat(Cells.number(row, "z_mean").orElseThrow()).isBetween(-5.0, 5.0);
      assertThat(Cells.number(row, "z_ratio").orElseThrow()).isBetween(-5.0, 5.0);
      assertThat(Cells.number(row, "ratio_se").orElseThrow()).isBetween(1e-4, 1e-2);
    }
  }

  @Test
  void tasksAndWavesDoNotShow() throws IOException {
    assertThat(estimates("fine", NOT_KEPT, SHORT_WAVES, "execution.task_seconds=1e-3"))
        .isEqualTo(expected);
    assertThat(CommitLog.open(folder("fine").files()).commits()).hasSizeGreaterThan(5);
  }

  /** Summaries of so many tasks merge in two steps. */
  @Test
  void groupsOfTasksDoNotShow() throws IOException {
    assertThat(estimates("groups", NOT_KEPT, "execution.task_seconds=1e-4")).isEqualTo(expected);
  }

  @Test
  void keptSamplesGiveTheSame() throws IOException {
    assertThat(estimates("kept")).isEqualTo(expected);
    assertThat(folder("kept").table(RunTable.SAMPLES).rowCount()).isEqualTo(300_000);
  }

  @Test
  void toppingUpGivesTheSame() throws IOException {
    // 140,001 samples end between two cuts; 500 are gathered, not reduced.
    for (String first : List.of("140001", "500")) {
      for (String output : List.of("output.samples=true", NOT_KEPT)) {
        String name = first + output;
        estimates(name, output, "samples=" + first);
        assertThat(resumed(name, output)).as(name).isEqualTo(expected);
      }
    }
    Path summaries = temp.resolve("140001" + NOT_KEPT).resolve("summaries");
    try (Stream<Path> files = Files.list(summaries)) {
      assertThat(files.count()).isPositive();
    }
  }

  @Test
  void debiasedTakesWholeReplicatesHoweverTheyAreCut() throws IOException {
    String[] debiased = {"estimator=debiased", "samples=3000", "cosines=[0.5]"};
    List<TableRow> whole = estimates("debiased", debiased);
    assertThat(whole).hasSize(4);
    long samples = (Long) whole.get(0).values().get("samples");
    assertThat(folder("debiased").table(RunTable.SAMPLES).rowCount()).isEqualTo(4 * samples);
    List<String> finer = new ArrayList<>(Arrays.asList(debiased));
    finer.addAll(List.of("execution.task_seconds=1e-4", "execution.wave_seconds=1e-2", NOT_KEPT));
    assertThat(estimates("debiased-fine", finer.toArray(String[]::new))).isEqualTo(whole);
  }

  private List<TableRow> estimates(String name, String... overrides) throws IOException {
    return run(RunMode.NEW, name, overrides);
  }

  private List<TableRow> resumed(String name, String... overrides) throws IOException {
    return run(RunMode.RESUME, name, overrides);
  }

  private List<TableRow> run(RunMode mode, String name, String... overrides) throws IOException {
    SweepFile file = SweepFile.parse(SWEEP, "streaming.yaml", List.of(overrides));
    RunFolder folder = folder(name);
    RunFolders.check(folder, file, mode);
    Invocation invocation =
        new Invocation("0", "", "test", new PrintWriter(Writer.nullWriter()), false);
    SweepRun.run(spark, Points.of(file.sweep()), file, folder, mode, invocation);
    List<TableRow> rows = new ArrayList<>();
    folder.table(RunTable.ESTIMATES).read(rows::add);
    return rows;
  }

  private static RunFolder folder(String name) {
    return RunFolder.at(temp.resolve(name).toString(), RunFolder.configuration());
  }
}
