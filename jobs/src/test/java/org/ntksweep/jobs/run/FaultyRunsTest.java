package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.cluster.RunTables;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.folder.RunStatus;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** Whole runs on a file system that fails. */
final class FaultyRunsTest extends SparkTest {
  private static final String IN_WAVES = "execution.wave_seconds=1e-9";
  private final SweepFile file =
      Sweeps.small("grid.activation=relu", "grid.depth=3", "samples=20", IN_WAVES);
  @TempDir private Path temp;
  private Map<RunTable, Map<String, TableRow>> expected = Map.of();

  @BeforeEach
  void runUndisturbed() throws IOException {
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
    run("whole", RunMode.NEW);
    expected = RunTables.of(temp.resolve("whole"));
  }

  @AfterEach
  void repair() {
    FaultyFileSystem.suffers(Fault.NONE);
  }

  /** The places of a driver's kill are 12 changes apart; CommitLogTest takes every one. */
  @Test
  void aRunKilledAnywhereGoesOnToTheSameTables() throws IOException {
    int changes = 0;
    for (String name = "at-0"; isKilledAfter(changes, name, RunMode.NEW); name = "at-" + changes) {
      goOn(name);
      assertThat(RunTables.of(temp.resolve(name))).as(name).isEqualTo(expected);
      changes += 12;
    }
    assertThat(changes).isGreaterThan(80);
  }

  /** Each kill comes at a later place of the same run. */
  @Test
  void aRunKilledAgainAndAgainGetsThere() throws IOException {
    int changes = 2;
    while (isKilledAfter(changes, "a", modeOf("a"))) {
      assertWholeFiles("a");
      changes += 5;
    }
    assertThat(changes).isGreaterThan(20);
    assertThat(RunTables.of(temp.resolve("a"))).isEqualTo(expected);
    assertThat(files("a", path -> path.contains("incomplete") || path.contains("lock"))).isEmpty();
  }

  /** Networks in the middle of their training too. */
  @Test
  void aRunThatTrainsKilledAgainAndAgainGetsThere() throws IOException {
    SweepFile trained = Sweeps.trained(IN_WAVES);
    run("learns", RunMode.NEW, trained);
    int changes = 3;
    while (isKilledAfter(changes, "b", modeOf("b"), trained)) {
      assertWholeFiles("b");
      changes += 7;
    }
    assertThat(changes).isGreaterThan(20);
    assertThat(RunTables.of(temp.resolve("b"))).isEqualTo(RunTables.of(temp.resolve("learns")));
    assertThat(files("b", path -> path.contains("incomplete") || path.contains("lock"))).isEmpty();
  }

  private RunMode modeOf(String name) throws IOException {
    return folder(name).holdsRun() ? RunMode.RESUME : RunMode.NEW;
  }

  @Test
  void aRunKilledAsItReplacesAnotherLeavesOneOrTheOther() throws IOException {
    SweepFile other = Sweeps.small("grid.activation=relu", "samples=20", "seed=8");
    run("other", RunMode.NEW, other);
    for (int changes = 2; changes < 22; changes += 5) {
      String name = "replaced-" + changes;
      run(name, RunMode.NEW, other);
      assertThat(isKilledAfter(changes, name, RunMode.OVERWRITE)).isTrue();
      if (folder(name).manifest().status() == RunStatus.COMPLETE) {
        assertThat(RunTables.of(temp.resolve(name))).isEqualTo(RunTables.of(temp.resolve("other")));
      }
      boolean begun = folder(name).config().equals(file.resolvedYaml());
      run(name, begun ? RunMode.RESUME : RunMode.OVERWRITE);
      assertThat(RunTables.of(temp.resolve(name))).as(name).isEqualTo(expected);
    }
  }

  private void assertWholeFiles(String name) throws IOException {
    for (RunTable table : RunTable.values()) {
      if (!files(name + "/" + table.label(), path -> true).isEmpty()) {
        assertThat(folder(name).table(table).rowCount()).isPositive();
      }
    }
  }

  private boolean isKilledAfter(int changes, String name, RunMode mode) throws IOException {
    return isKilledAfter(changes, name, mode, file);
  }

  private boolean isKilledAfter(int changes, String name, RunMode mode, SweepFile sweep)
      throws IOException {
    FaultyFileSystem.suffers(Fault.killedAfter(changes));
    try {
      run(name, mode, sweep);
      return false;
    } catch (RequestException | RunFailedException e) {
      return true;
    } finally {
      FaultyFileSystem.suffers(Fault.NONE);
      deleteLocks(name);
    }
  }

  /** This process, whose they are, is not gone. */
  private void deleteLocks(String name) throws IOException {
    for (Path lock : files(name, path -> path.startsWith("lock-"))) {
      Files.delete(lock);
    }
  }

  private void goOn(String name) throws IOException {
    run(name, modeOf(name));
  }

  private List<Path> files(String inRuns, Predicate<String> which) throws IOException {
    Path folder = temp.resolve(inRuns);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> which.test(folder.relativize(path).toString()))
          .toList();
    }
  }

  private void run(String name, RunMode mode) {
    run(name, mode, file);
  }

  private void run(String name, RunMode mode, SweepFile sweep) {
    RunFolders.check(folder(name), sweep, mode);
    Invocation invocation =
        new Invocation("0", "", "test", new PrintWriter(Writer.nullWriter()), false);
    SweepRun.run(spark, Points.of(sweep.sweep()), sweep, folder(name), mode, invocation);
  }

  private RunFolder folder(String name) {
    Configuration configuration = RunFolder.configuration();
    configuration.set(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
    return RunFolder.at(FaultyFileSystem.at(temp.resolve(name)), configuration);
  }
}
