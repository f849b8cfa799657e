package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.Cells;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** Samples with weights, of both samplers that draw them: equal bits however they are run. */
@TestInstance(Lifecycle.PER_CLASS)
final class WeightedRunTest extends SparkTest {
  /** The relu point is drawn by norm_chain, the tanh point by conditioned. */
  private static final String SWEEP =
      """
      name: weighted
      seed: 17
      grid: {activation: [relu, tanh], sigma_w2: [3.0], width: 6, depth: [4, 12], input_dim: 5}
      samples: 80
      variance_reduction: size_biased
      bootstrap: {replicates: 20}
      """;

  private static final String PAIRS = "cosines=[0.5]";

  /** Beyond 131,072 samples of one point, which are reduced where they are drawn. */
  private static final List<String> STREAMED =
      List.of("samples=140000", "grid.activation=relu", "grid.depth=12");

  private static final String NOT_KEPT = "output.samples=false";

  @TempDir private static Path temp;
  private Results expected = new Results(Map.of(), List.of());
  private Results pairs = new Results(Map.of(), List.of());
  private List<TableRow> streamed = List.of();

  /** The samples by point, number and cosine, and the estimates in their order. */
  private record Results(Map<String, TableRow> samples, List<TableRow> estimates) {}

  @BeforeAll
  void run() {
    expected = run("base", RunMode.NEW);
    pairs = run("pairs", RunMode.NEW, PAIRS);
    streamed = run("streamed", RunMode.NEW, with(STREAMED, NOT_KEPT)).estimates();
  }

  @Test
  void samplesCarryWeightsThatEstimatesUse() {
    assertThat(expected.samples()).hasSize(4 * 80);
    assertThat(pairs.samples()).hasSize(4 * 80 * 2);
    assertThat(streamed).hasSize(1);
    for (Results results : List.of(expected, pairs)) {
      for (TableRow row : results.estimates()) {
        assertThat(row.values()).containsEntry("variance_reduction", "size_biased");
        assertIsOfWeights(row, results);
      }
    }
  }

  /** The mean and its weight, once more from the samples table. */
  private static void assertIsOfWeights(TableRow estimate, Results results) {
    double mean = 0;
    double weights = 0;
    int varied = 0;
    for (int s = 0; s < 80; s++) {
      TableRow sample = results.samples().get(key(estimate) + " " + s);
      double logWeight = number(sample, "log_weight");
      assertThat(logWeight).isLessThan(Math.log(3) + 1e-12);
      varied += logWeight == 0 ? 0 : 1;
      weights += Math.exp(logWeight) / 80;
      mean += Math.exp(logWeight) * number(sample, "theta") / 80;
    }
    assertThat(varied).isEqualTo(80);
    assertThat(number(estimate, "mean_weight")).isCloseTo(weights, within(1e-12 * weights));
    assertThat(number(estimate, "mean")).isCloseTo(mean, within(1e-12 * Math.abs(mean)));
  }

  @Test
  void cutFinelyInManyWavesInAnotherOrder() {
    String[] cut = {
      "execution.task_seconds=1e-5",
      "execution.wave_seconds=1e-6",
      "grid.activation=[tanh, relu]",
      "grid.depth=[12, 4]"
    };
    assertSame(run("fine", RunMode.NEW, with(List.of(cut), PAIRS)), pairs);
  }

  @Test
  void toppedUpBySamplesAndPoints() {
    for (String output : List.of("output.samples=true", NOT_KEPT)) {
      run(output, RunMode.NEW, output, PAIRS, "samples=30", "grid.depth=12");
      Results whole = run(output, RunMode.RESUME, output, PAIRS);
      assertThat(whole.estimates()).isEqualTo(pairs.estimates());
    }
  }

  @Test
  void goingOnWhereTheyWereInterrupted() {
    String[] waves = {"execution.wave_seconds=1e-9"};
    assertThatThrownBy(() -> run("killed", RunMode.NEW, failingAt("wave 2 of 4"), waves))
        .isInstanceOf(RunFailedException.class);
    assertSame(run("killed", RunMode.RESUME, waves), expected);
  }

  @Test
  void streamedInAnyPieces() {
    String[] cut = with(STREAMED, NOT_KEPT, "execution.task_seconds=1e-3");
    assertThat(run("fine-streamed", RunMode.NEW, cut).estimates()).isEqualTo(streamed);
    assertThat(run("kept", RunMode.NEW, with(STREAMED)).estimates()).isEqualTo(streamed);
    for (String first : List.of("133000", "500")) {
      run(first, RunMode.NEW, with(STREAMED, NOT_KEPT, "samples=" + first));
      assertThat(run(first, RunMode.RESUME, with(STREAMED, NOT_KEPT)).estimates())
          .as(first)
          .isEqualTo(streamed);
    }
  }

  /** A point that stops at its precision is that of a run of as many samples. */
  @Test
  void toAPrecision() {
    String[] target = {"target_rel_error=0.3", "max_samples=2000", "samples=60"};
    for (TableRow row : run("target", RunMode.NEW, target).estimates()) {
      long samples = (Long) row.values().get("samples");
      assertThat(samples).isBetween(60L, 2000L);
      String name = "fixed-" + samples;
      Results fixed = run(name, RunMode.OVERWRITE, "samples=" + samples);
      TableRow same =
          fixed.estimates().stream().filter(r -> key(r).equals(key(row))).findFirst().orElseThrow();
      for (String column : List.of("mean", "ratio", "ratio_se", "mean_weight")) {
        assertThat(number(row, column)).as(column).isEqualTo(number(same, column));
      }
    }
  }

  /** Before there were weights no folder said that it has none. */
  @Test
  void notInAFolderFromBeforeThereWereAny() throws IOException {
    String plain = "variance_reduction=none";
    run("older", RunMode.NEW, plain);
    RunFolder folder = folder("older");
    String unsaid = folder.config().replace("variance_reduction: none\n", "");
    assertThat(unsaid).doesNotContain("variance_reduction");
    folder.begin(unsaid, folder.manifest());
    assertThatThrownBy(() -> run("older", RunMode.RESUME, "variance_reduction=auto", "samples=90"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("in the folder 'variance_reduction: none'")
        .hasMessageContaining("asked for 'variance_reduction: auto'");
    assertThat(run("older", RunMode.RESUME, plain, "samples=90").samples()).hasSize(4 * 90);
  }

  private void assertSame(Results actual, Results wanted) {
    assertThat(actual.samples()).isEqualTo(wanted.samples());
    assertThat(byKey(actual.estimates())).isEqualTo(byKey(wanted.estimates()));
  }

  private static Map<String, TableRow> byKey(List<TableRow> rows) {
    Map<String, TableRow> map = new HashMap<>();
    rows.forEach(row -> map.put(key(row), row));
    return map;
  }

  private static String[] with(List<String> overrides, String... more) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static PrintWriter failingAt(String text) {
    return new PrintWriter(Writer.nullWriter()) {
      @Override
      public void println(String line) {
        if (line.contains(text)) {
          throw new IllegalStateException("interrupted");
        }
      }
    };
  }

  private Results run(String name, RunMode mode, String... overrides) {
    return run(name, mode, new PrintWriter(Writer.nullWriter()), overrides);
  }

  private Results run(String name, RunMode mode, PrintWriter progress, String... overrides) {
    SweepFile file = SweepFile.parse(SWEEP, "weighted.yaml", List.of(overrides));
    RunFolder folder = folder(name);
    RunFolders.check(folder, file, mode);
    Invocation invocation = new Invocation("0", "", "test", progress, false);
    SweepRun.run(spark, Points.of(file.sweep()), file, folder, mode, invocation);
    Results results = new Results(new HashMap<>(), new ArrayList<>());
    try {
      if (file.sweep().output().samples()) {
        folder
            .table(RunTable.SAMPLES)
            .read(
                row ->
                    results.samples().put(key(row) + " " + Cells.text(row, "sample"), row) == null);
      }
      folder.table(RunTable.ESTIMATES).read(results.estimates()::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return results;
  }

  private static RunFolder folder(String name) {
    return RunFolder.at(temp.resolve(name).toString(), RunFolder.configuration());
  }

  private static double number(TableRow row, String column) {
    return Cells.number(row, column).orElseThrow();
  }

  private static String key(TableRow row) {
    return Cells.text(row, "point_id") + " " + Cells.text(row, "cosine");
  }
}
