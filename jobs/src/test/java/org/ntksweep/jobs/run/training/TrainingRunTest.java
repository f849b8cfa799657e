package org.ntksweep.jobs.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.cluster.RunTables;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.Invocation;
import org.ntksweep.jobs.run.RunFailedException;
import org.ntksweep.jobs.run.SparkTest;
import org.ntksweep.jobs.run.SweepRun;
import org.ntksweep.jobs.run.Sweeps;
import org.ntksweep.jobs.run.training.network.FakeTrainer;
import org.ntksweep.jobs.tables.Cells;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.SweepPoint;

/** Whole runs of networks that are trained, by fakes whose every step is known. */
final class TrainingRunTest extends SparkTest {
  private final SweepFile file = Sweeps.trained();
  @TempDir private Path temp;

  @Test
  void aRunLeavesItsTablesAndNothingElse() throws IOException {
    RunFolder folder = run(file, "a", RunMode.NEW);
    assertThat(names("a"))
        .containsExactlyInAnyOrder(
            "config.yaml",
            "manifest.json",
            "points",
            "training",
            "training_estimates",
            "kernels",
            "waves");
    assertThat(names("a/waves")).allMatch(name -> name.endsWith(".json"));
    assertThat(names("a/training")).hasSize(1);
    Manifest manifest = folder.manifest();
    assertThat(manifest.rows(RunTable.TRAINING)).hasValue(4 * (3 * 5 + 4 + 4));
    assertThat(manifest.rows(RunTable.KERNELS)).hasValue(4 * (3 * 5 + 4 + 4));
    assertThat(manifest.rows(RunTable.TRAINING_ESTIMATES)).hasValue(4 * 5);
    assertThat(manifest.number("samples")).isEqualTo(20);
    assertThat(manifest.number("core_seconds", "training")).isPositive();
    assertTrainingIsWhatTrainersSaw(folder);
    assertEstimatesAreInOrder(folder);
  }

  private void assertTrainingIsWhatTrainersSaw(RunFolder folder) throws IOException {
    List<String> expected = new ArrayList<>();
    for (SweepPoint point : Points.of(file.sweep()).all()) {
      for (long sample = 0; sample < 5; sample++) {
        for (TrainingRecord record : seen(point, sample)) {
          expected.add(text(point, sample, record));
        }
      }
    }
    assertThat(rows(folder, RunTable.TRAINING).stream().map(TrainingRunTest::text))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows(folder, RunTable.KERNELS).stream().map(row -> Cells.text(row, "labels")))
        .containsOnly("[-1.0, -1.0]");
    for (TableRow row : rows(folder, RunTable.KERNELS)) {
      double x = (Double) ((List<?>) row.value("kernel").orElseThrow()).get(0);
      assertThat(Cells.text(row, "kernel"))
          .isEqualTo("[" + x + ", " + x * x + ", " + (1 + x) + "]");
      assertThat(Cells.text(row, "output_norms")).isEqualTo("[" + (1 - x) + "]");
      assertThat(row.value("features_kernel")).isEmpty();
    }
  }

  private List<TrainingRecord> seen(SweepPoint point, long sample) {
    FakeTrainer trainer = new FakeTrainer();
    trainer.begin(file.sweep().seed() + point.id().bits(), sample);
    List<TrainingRecord> records = new ArrayList<>();
    while (!trainer.isFinished()) {
      trainer.advance(1 << 20).ifPresent(records::add);
    }
    return records;
  }

  private static String text(SweepPoint point, long sample, TrainingRecord record) {
    return String.join(
        " ",
        point.key(),
        Long.toString(sample),
        Long.toString(record.step()),
        Double.toString(record.time()),
        Double.toString(record.get(Quantity.LOSS)),
        "", // accuracy, which is not measured
        record.stopped().map(StopRule.Reason::label).orElse(""));
  }

  private static String text(TableRow row) {
    return String.join(
        " ",
        Stream.of("point_id", "sample", "step", "time", "loss", "accuracy", "stopped")
            .map(column -> Cells.text(row, column))
            .toList());
  }

  private void assertEstimatesAreInOrder(RunFolder folder) throws IOException {
    List<TableRow> rows = rows(folder, RunTable.TRAINING_ESTIMATES);
    List<String> expected =
        Points.of(file.sweep()).all().stream()
            .flatMap(point -> Stream.of(0, 1, 10, 100, 1000).map(step -> point.key() + " " + step))
            .toList();
    assertThat(
            rows.stream().map(row -> Cells.text(row, "point_id") + " " + Cells.text(row, "step")))
        .isEqualTo(expected);
    assertThat(rows.stream().limit(5).map(row -> counts(row)))
        .containsExactly("5 0 0", "5 0 0", "5 0 0", "4 1 1", "4 1 1");
  }

  private static String counts(TableRow row) {
    return String.join(
        " ", Cells.text(row, "samples"), Cells.text(row, "stopped"), Cells.text(row, "diverged"));
  }

  @Test
  void howTheWorkIsCutDoesNotShow() throws IOException {
    run(file, "a", RunMode.NEW);
    run(cut("execution.wave_seconds=1e-9", "execution.task_seconds=1e-9"), "b", RunMode.NEW);
    assertThat(RunFolder.at(at("b"), RunFolder.configuration()).manifest().number("waves"))
        .isEqualTo(2);
    assertSameTables("a", "b");
  }

  @Test
  void aRunThatBreaksGoesOnFromItsNetworks() throws IOException {
    run(file, "a", RunMode.NEW);
    SweepFile waves = cut("execution.wave_seconds=1e-9");
    FakeTrainers.LEFT.set(30); // about in the second wave
    assertThatThrownBy(() -> run(waves, "b", RunMode.NEW, new FakeTrainers(true)))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("--resume");
    assertThat(names("b/waves/checkpoints")).isNotEmpty();
    run(waves, "b", RunMode.RESUME);
    assertSameTables("a", "b");
    assertThat(names("b/waves")).allMatch(name -> name.endsWith(".json"));
  }

  @Test
  void moreNetworksAndMorePointsAddToWhatIsThere() throws IOException {
    SweepFile more = Sweeps.trained("samples=7", "grid.sigma_w2=[1.5, 2.0, 2.5]");
    run(more, "a", RunMode.NEW);
    run(file, "b", RunMode.NEW);
    long before = FakeTrainers.STEPS.get();
    run(more, "b", RunMode.RESUME);
    assertThat(FakeTrainers.STEPS.get() - before).isLessThan(25_000);
    assertSameTables("a", "b");
    assertThat(names("b/training_estimates")).hasSize(1);
  }

  private void assertSameTables(String one, String other) throws IOException {
    assertThat(RunTables.of(temp.resolve(other))).isEqualTo(RunTables.of(temp.resolve(one)));
  }

  private static SweepFile cut(String... how) {
    return Sweeps.trained(how);
  }

  private RunFolder run(SweepFile sweep, String name, RunMode mode) {
    return run(sweep, name, mode, new FakeTrainers(false));
  }

  private RunFolder run(SweepFile sweep, String name, RunMode mode, FakeTrainers trainers) {
    RunFolder folder = RunFolder.at(at(name), RunFolder.configuration());
    RunFolders.check(folder, sweep, mode);
    Invocation invocation =
        new Invocation("test", "", "test", new PrintWriter(new StringWriter()), false);
    SweepRun.run(spark, Points.of(sweep.sweep()), sweep, folder, mode, invocation, trainers);
    return folder;
  }

  private String at(String name) {
    return temp.resolve(name).toString();
  }

  private static List<TableRow> rows(RunFolder folder, RunTable table) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    folder.table(table).read(rows::add);
    return rows;
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
