package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.config.SweepFile;
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
            "config.yaml", "manifest.json", "points", "samples", "estimates");
    assertThat(folder.config()).isEqualTo(file.resolvedYaml());
    for (RunTable table : RunTable.values()) {
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
    assertThat(rows.stream().map(row -> row.text("point_id") + " " + row.text("cosine")))
        .isEqualTo(expected);
  }

  @Test
  void theoryStandsBesideEveryEstimate() throws IOException {
    List<TableRow> rows = rows(run(file, "a", RunMode.NEW), RunTable.ESTIMATES);
    SharedTheory theory = new SharedTheory(file.sweep().points());
    for (int i = 0; i < rows.size(); i++) {
      TableRow row = rows.get(i);
      Network law = file.sweep().points().get(i / 2);
      LawTheory expected = theory.of(law, row.number("cosine").orElseThrow());
      assertThat(row.number("exact_mean")).isEqualTo(expected.exactMean());
      assertThat(row.number("exact_ratio")).isEqualTo(expected.exactRatio());
      assertThat(row.number("infinite_width_mean")).isEqualTo(expected.infiniteWidthMean());
      assertThat(row.number("chi_1")).hasValue(expected.chi1());
      assertThat(row.text("phase")).isEqualTo(expected.phase().label());
      assertThat(row.number("limit_ratio")).isEqualTo(expected.limitRatio());
      assertThat(row.number("published_limit_ratio")).isEqualTo(expected.publishedLimitRatio());
      assertThat(row.number("published_ratio")).isEqualTo(expected.publishedRatio());
    }
  }

  @Test
  void deviationsFromTheoryAreInStandardErrors() throws IOException {
    for (TableRow row : rows(run(file, "a", RunMode.NEW), RunTable.ESTIMATES)) {
      boolean known = row.text("activation").equals("relu") && row.text("cosine").equals("1.0");
      assertThat(row.number("z_mean").isPresent()).isEqualTo(known);
      assertThat(row.number("z_ratio").isPresent()).isEqualTo(known);
      if (known) {
        double mean = row.number("mean").orElseThrow();
        double exact = row.number("exact_mean").orElseThrow();
        assertThat(row.number("z_mean"))
            .hasValue((mean - exact) / row.number("mean_se").orElseThrow());
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
  void resumingMakesOnlyWhatIsMissing() throws IOException {
    RunFolder folder = run(file, "a", RunMode.NEW);
    List<TableRow> estimates = rows(folder, RunTable.ESTIMATES);
    List<String> samples = names(temp.resolve("a/samples"));
    interrupt(folder);
    run(file, "a", RunMode.RESUME);
    assertThat(names(temp.resolve("a/samples"))).isEqualTo(samples);
    assertThat(rows(folder, RunTable.ESTIMATES)).isEqualTo(estimates);
    assertThat(folder.manifest().status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(folder.manifest().message()).isEmpty();
    assertThat(names(temp.resolve("a"))).doesNotContain("estimates.incomplete");
  }

  @Test
  void overwritingReplacesARun() throws IOException {
    run(file, "a", RunMode.NEW);
    RunFolder folder = run(Sweeps.small("samples=30"), "a", RunMode.OVERWRITE);
    assertThat(folder.manifest().rows(RunTable.SAMPLES)).hasValue(8 * 30 * 2);
    assertThat(rows(folder, RunTable.ESTIMATES)).hasSize(16);
  }

  @Test
  void aFailedRunSaysWhatIsSafeAndHowToGoOn() throws IOException {
    RunFolder folder = run(file, "a", RunMode.NEW);
    interrupt(folder);
    List<Path> samples;
    try (Stream<Path> all = Files.list(temp.resolve("a/samples"))) {
      samples = all.toList();
    }
    for (Path path : samples) {
      Files.writeString(path, "damaged");
    }
    assertThatThrownBy(() -> run(file, "a", RunMode.RESUME))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("complete: points, samples")
        .hasMessageContaining(
            "ntk-sweep run " + folder + "/config.yaml --out " + folder + " --resume");
    assertThat(folder.manifest().status()).isEqualTo(RunStatus.FAILED);
    assertThat(folder.manifest().message()).contains("not a Parquet file");
    assertThat(temp.resolve("a/estimates")).doesNotExist();
  }

  /** A run that went as far as the samples. */
  private static void interrupt(RunFolder folder) throws IOException {
    Manifest manifest =
        Manifest.parse(folder.manifest().text().replaceFirst(",\\s*\"estimates\" : \\{[^}]*}", ""));
    manifest.status(RunStatus.FAILED, "interrupted");
    folder.write(manifest);
    Files.createDirectories(Path.of(folder.toString(), "estimates.incomplete"));
  }

  private RunFolder run(SweepFile sweep, String name, RunMode mode) {
    RunFolder folder = folder(name);
    RunFolders.check(folder, sweep, mode);
    Launch launch =
        new Launch("0", "ntk-sweep run small.yaml", new PrintWriter(progress, true), false);
    SweepRun.run(spark, sweep, folder, mode, launch);
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
