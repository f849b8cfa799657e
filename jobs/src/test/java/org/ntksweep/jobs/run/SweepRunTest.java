package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.folder.RunStatus;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.Cells;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** Whole runs, from the sweep file to the folder. */
final class SweepRunTest extends SparkTest {
  private final SweepFile file = Sweeps.small();
  private final StringWriter progress = new StringWriter();
  @TempDir private Path temp;

  @Test
  void aRunLeavesACompleteFolderAndNothingElse() throws IOException {
    RunFolder folder = run(file, "a", RunMode.NEW);
    assertThat(names(temp.resolve("a")))
        .containsExactlyInAnyOrder(
            "config.yaml", "manifest.json", "points", "samples", "estimates", "waves");
    assertThat(folder.config()).isEqualTo(file.resolvedYaml());
    for (RunTable table : List.of(RunTable.POINTS, RunTable.SAMPLES, RunTable.ESTIMATES)) {
      assertThat(names(temp.resolve("a").resolve(table.label())))
          .isNotEmpty()
          .allMatch(name -> name.endsWith(".parquet"));
    }
  }

  @Test
  void theManifestTellsWhatWasDone() throws IOException {
    Manifest manifest = run(file, "a", RunMode.NEW).manifest();
    assertThat(manifest.status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(manifest.rows(RunTable.POINTS)).hasValue(8);
    assertThat(manifest.rows(RunTable.SAMPLES)).hasValue(8 * 60 * 2);
    assertThat(manifest.rows(RunTable.ESTIMATES)).hasValue(16);
    assertThat(manifest.text("seed")).isEqualTo("7");
    assertThat(manifest.text("command")).isEqualTo("ntk-sweep run small.yaml");
    assertThat(manifest.text("master")).isEqualTo("local[2]");
    assertThat(manifest.text("spark")).isEqualTo(spark.version());
    assertThat(manifest.text("simd")).isNotEmpty();
    assertThat(manifest.text("started")).endsWith("Z");
    assertThat(manifest.text("finished")).endsWith("Z");
    assertThat(manifest.number("samples")).isEqualTo(8 * 60);
    assertThat(manifest.number("samples_per_second")).isPositive();
    for (String what : List.of("sampling", "estimating", "tasks", "driver_process")) {
      assertThat(manifest.number("core_seconds", what)).as(what).isPositive();
    }
  }

  @Test
  void estimatesAreInTheOrderOfTheSweep() throws IOException {
    List<TableRow> rows = rows(run(file, "a", RunMode.NEW), RunTable.ESTIMATES);
    List<String> expected =
        file.sweep().points().stream()
            .flatMap(point -> Stream.of(point.id() + " 1.0", point.id() + " 0.5"))
            .toList();
    assertThat(
            rows.stream().map(row -> Cells.text(row, "point_id") + " " + Cells.text(row, "cosine")))
        .isEqualTo(expected);
  }

  @Test
  void theoryStandsBesideEveryEstimate() throws IOException {
    List<TableRow> rows = rows(run(file, "a", RunMode.NEW), RunTable.ESTIMATES);
    SharedTheory theory = new SharedTheory(file.sweep().points());
    for (int i = 0; i < rows.size(); i++) {
      TableRow row = rows.get(i);
      Network law = file.sweep().points().get(i / 2);
      LawTheory expected = theory.of(law, Cells.number(row, "cosine").orElseThrow());
      assertThat(Cells.number(row, "exact_mean")).isEqualTo(expected.exactMean());
      assertThat(Cells.number(row, "exact_ratio")).isEqualTo(expected.exactRatio());
      assertThat(Cells.number(row, "infinite_width_mean")).isEqualTo(expected.infiniteWidthMean());
      assertThat(Cells.number(row, "chi_1")).hasValue(expected.chi1());
      assertThat(Cells.text(row, "phase")).isEqualTo(expected.phase().label());
      assertThat(Cells.number(row, "limit_ratio")).isEqualTo(expected.limitRatio());
      assertThat(Cells.number(row, "published_limit_ratio"))
          .isEqualTo(expected.publishedLimitRatio());
      assertThat(Cells.number(row, "published_ratio")).isEqualTo(expected.publishedRatio());
    }
  }

  @Test
  void deviationsFromTheoryAreInStandardErrors() throws IOException {
    for (TableRow row : rows(run(file, "a", RunMode.NEW), RunTable.ESTIMATES)) {
      boolean known =
          Cells.text(row, "activation").equals("relu") && Cells.text(row, "cosine").equals("1.0");
      assertThat(Cells.number(row, "z_mean").isPresent()).isEqualTo(known);
      assertThat(Cells.number(row, "z_ratio").isPresent()).isEqualTo(known);
      if (known) {
        double mean = Cells.number(row, "mean").orElseThrow();
        double exact = Cells.number(row, "exact_mean").orElseThrow();
        assertThat(Cells.number(row, "z_mean"))
            .hasValue((mean - exact) / Cells.number(row, "mean_se").orElseThrow());
      }
    }
  }

  @Test
  void estimatesAreTheSameWithAndWithoutKeptSamples() throws IOException {
    RunFolder kept = run(file, "kept", RunMode.NEW);
    RunFolder notKept = run(Sweeps.small("output.samples=false"), "not-kept", RunMode.NEW);
    assertThat(temp.resolve("not-kept/samples")).doesNotExist();
    assertThat(notKept.manifest().status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(rows(notKept, RunTable.ESTIMATES)).isEqualTo(rows(kept, RunTable.ESTIMATES));
  }

  @Test
  void manySmallTasksMakeFewFilesAndTheSameEstimates() throws IOException {
    RunFolder few = run(file, "few", RunMode.NEW);
    RunFolder many = run(Sweeps.small("execution.task_seconds=1e-5"), "many", RunMode.NEW);
    assertThat(names(temp.resolve("many/samples"))).hasSize(1);
    assertThat(rows(many, RunTable.ESTIMATES)).isEqualTo(rows(few, RunTable.ESTIMATES));
  }

  @Test
  void overwritingReplacesARun() throws IOException {
    run(file, "a", RunMode.NEW);
    RunFolder folder = run(Sweeps.small("samples=30"), "a", RunMode.OVERWRITE);
    assertThat(folder.manifest().rows(RunTable.SAMPLES)).hasValue(8 * 30 * 2);
    assertThat(rows(folder, RunTable.ESTIMATES)).hasSize(16);
  }

  @Test
  void aRunInWavesMakesTheSameTables() throws IOException {
    RunFolder whole = run(file, "whole", RunMode.NEW);
    RunFolder waves = run(Sweeps.small("execution.wave_seconds=1e-9"), "waves", RunMode.NEW);
    assertThat(waves.manifest().number("waves")).isEqualTo(8);
    assertThat(names(temp.resolve("waves/estimates"))).hasSize(1);
    assertThat(progress.toString()).contains("wave 8 of 8: 1 point, 60 samples in ");
    assertSameTables(waves, whole);
  }

  @Test
  void anInterruptedRunGoesOnAfterItsLastWave() throws IOException {
    RunFolder whole = run(file, "whole", RunMode.NEW);
    SweepFile inWaves = Sweeps.small("execution.wave_seconds=1e-9");
    assertThatThrownBy(() -> run(inWaves, "a", RunMode.NEW, failingAt("wave 3 of 8")))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("a 3 of 8 points have their estimates");
    assertThat(rows(folder("a"), RunTable.ESTIMATES)).hasSize(3 * 2);
    List<String> samples = names(temp.resolve("a/samples"));
    // What a killed driver leaves behind: a wave under way.
    Files.createDirectories(temp.resolve("a/waves/000004.incomplete/samples"));
    RunFolder folder = run(inWaves, "a", RunMode.RESUME);
    assertThat(names(temp.resolve("a/samples"))).containsAll(samples);
    assertThat(names(temp.resolve("a/waves"))).hasSize(10).allMatch(n -> n.endsWith(".json"));
    assertThat(folder.manifest().status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(folder.manifest().message()).isEmpty();
    assertSameTables(folder, whole);
  }

  /** Where progress goes until someone interrupts. */
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

  @Test
  void moreSamplesAndMorePointsAddToWhatIsThere() throws IOException {
    RunFolder whole = run(file, "whole", RunMode.NEW);
    for (String kept : List.of("true", "false")) {
      String output = "output.samples=" + kept;
      RunFolder folder = run(Sweeps.small("samples=25", "grid.depth=5", output), kept, RunMode.NEW);
      run(Sweeps.small(output), kept, RunMode.RESUME);
      assertThat(rows(folder, RunTable.ESTIMATES)).isEqualTo(rows(whole, RunTable.ESTIMATES));
      assertThat(rows(folder, RunTable.POINTS)).isEqualTo(rows(whole, RunTable.POINTS));
      assertThat(temp.resolve(kept).resolve("samples").toFile().exists())
          .isEqualTo(kept.equals("true"));
    }
    assertSameTables(folder("true"), whole);
  }

  @Test
  void aFolderThatNoCommitFilledIsNoTable() throws IOException {
    run(Sweeps.small("samples=25", "output.samples=false"), "a", RunMode.NEW);
    Files.createDirectory(temp.resolve("a/samples"));
    Manifest manifest = run(Sweeps.small("output.samples=false"), "a", RunMode.RESUME).manifest();
    assertThat(manifest.status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(manifest.rows(RunTable.SAMPLES)).isEmpty();
  }

  @Test
  void samplingToAPrecisionEndsWhereAFixedRunOfAsManySamplesDoes() throws IOException {
    String[] target = {"target_rel_error=0.1", "max_samples=700", "output.samples=false"};
    RunFolder folder = run(Sweeps.small(target), "a", RunMode.NEW);
    assertThat(names(temp.resolve("a"))).doesNotContain("samples");
    assertThat(names(temp.resolve("a/waves"))).allMatch(name -> name.endsWith(".json"));
    List<TableRow> rows = rows(folder, RunTable.ESTIMATES);
    List<Long> samples = rows.stream().map(row -> (Long) row.values().get("samples")).toList();
    assertThat(samples).contains(700L).anyMatch(n -> n < 700).allMatch(n -> n >= 60);
    for (int i = 0; i < rows.size(); i += 2) {
      boolean reached =
          rows.get(i).holds(EstimateColumns.TARGET_REACHED)
              && rows.get(i + 1).holds(EstimateColumns.TARGET_REACHED);
      assertThat(reached || samples.get(i) == 700).isTrue();
      assertIsThatOfAFixedRun(rows.get(i), samples.get(i));
    }
  }

  @Test
  void aTighterPrecisionGoesOnFromACompleteRun() throws IOException {
    List<String> loose = List.of("target_rel_error=0.5", "max_samples=240", "output.samples=false");
    run(Sweeps.small(loose.toArray(String[]::new)), "a", RunMode.NEW);
    String[] tight = {"target_rel_error=0.01", "max_samples=300", "output.samples=false"};
    RunFolder folder = run(Sweeps.small(tight), "a", RunMode.RESUME);
    assertThat(temp.resolve("a/waves/samples")).doesNotExist();
    for (TableRow row : rows(folder, RunTable.ESTIMATES)) {
      assertIsThatOfAFixedRun(row, (Long) row.values().get("samples"));
    }
  }

  private void assertIsThatOfAFixedRun(TableRow row, long samples) throws IOException {
    RunFolder fixed = folder("fixed-" + samples);
    if (!fixed.holdsRun()) {
      run(Sweeps.small("samples=" + samples), "fixed-" + samples, RunMode.NEW);
    }
    Map<String, Object> values = new HashMap<>(row.values());
    values.remove("target_reached");
    assertThat(rows(fixed, RunTable.ESTIMATES)).contains(new TableRow(values));
  }

  @Test
  void aFailedRunSaysWhatIsSafeAndHowToGoOn() throws IOException {
    RunFolder folder = run(Sweeps.small("samples=25"), "a", RunMode.NEW);
    SweepFile inWaves = Sweeps.small("execution.wave_seconds=1e-9");
    assertThatThrownBy(() -> run(inWaves, "a", RunMode.RESUME, failingAt("wave 3 of 8")))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("in " + folder + " 8 of 8 points have their estimates")
        .hasMessageContaining(
            "ntk-sweep run " + folder + "/config.yaml --out " + folder + " --resume");
    assertThat(folder.manifest().status()).isEqualTo(RunStatus.FAILED);
    assertThat(names(temp.resolve("a"))).noneMatch(name -> name.startsWith("lock"));
  }

  @Test
  void aDamagedRunIsNotBegunOn() throws IOException {
    run(Sweeps.small("samples=25"), "a", RunMode.NEW);
    List<String> before = names(temp.resolve("a/samples"));
    Files.writeString(temp.resolve("a/samples").resolve(before.get(0)), "damaged");
    assertThatThrownBy(() -> run(file, "a", RunMode.RESUME))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("samples/" + before.get(0) + ": is damaged")
        .hasMessageContaining("--overwrite");
    assertThat(names(temp.resolve("a/samples"))).isEqualTo(before);
    assertThat(folder("a").manifest().status()).isEqualTo(RunStatus.COMPLETE);
  }

  private static void assertSameTables(RunFolder actual, RunFolder expected) {
    for (RunTable table : List.of(RunTable.POINTS, RunTable.ESTIMATES)) {
      assertThat(rows(actual, table)).isEqualTo(rows(expected, table));
    }
    assertThat(rows(actual, RunTable.SAMPLES))
        .containsExactlyInAnyOrderElementsOf(rows(expected, RunTable.SAMPLES));
  }

  private RunFolder run(SweepFile sweep, String name, RunMode mode) {
    return run(sweep, name, mode, new PrintWriter(progress, true));
  }

  private RunFolder run(SweepFile sweep, String name, RunMode mode, PrintWriter err) {
    RunFolder folder = folder(name);
    RunFolders.check(folder, sweep, mode);
    Invocation invocation = new Invocation("0", "", "ntk-sweep run small.yaml", err, false);
    SweepRun.run(spark, Points.of(sweep.sweep()), sweep, folder, mode, invocation);
    return folder;
  }

  private RunFolder folder(String name) {
    return RunFolder.at(temp.resolve(name).toString(), RunFolder.configuration());
  }

  private static List<TableRow> rows(RunFolder folder, RunTable table) {
    List<TableRow> rows = new ArrayList<>();
    try {
      folder.table(table).read(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
