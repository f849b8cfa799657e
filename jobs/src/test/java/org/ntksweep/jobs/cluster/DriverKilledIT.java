package org.ntksweep.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunStatus;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/**
 * Drivers that are ended in the middle of a run of many waves, and what is made of what they left.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class DriverKilledIT {
  private static final Path LOGS = Path.of("target/driver-killed-it").toAbsolutePath();
  private static final int KILLS = 10;

  @TempDir private static Path runs;
  private Map<RunTable, Map<String, TableRow>> expected = Map.of();
  private long nanos;
  private int waves;

  @BeforeAll
  void runUndisturbed() throws IOException, InterruptedException {
    complete("warm"); // builds, if that is needed
    long start = System.nanoTime();
    complete("whole");
    nanos = System.nanoTime() - start;
    expected = RunTables.of(runs.resolve("whole"));
    waves = (int) folder("whole").manifest().number("waves");
    assertThat(waves).isGreaterThan(7);
  }

  @Test
  void killedAtAnyTimeItGoesOnToTheSameTables() throws IOException, InterruptedException {
    Random random = new Random(5);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      String name = "killed-" + i;
      if (isKilledAt((i + random.nextDouble()) / KILLS, name)) {
        killed++;
      }
      assertWholeFiles(name);
      goOn(name);
      assertThat(RunTables.of(runs.resolve(name))).as(name).isEqualTo(expected);
    }
    assertThat(killed).as("runs that were killed before they had completed").isGreaterThan(6);
  }

  /**
   * Kills a run at a time that follows its own waves, as the load of the machine varies.
   *
   * @param share 0 is its start, 1 a wave's time after its last wave
   */
  private boolean isKilledAt(double share, String name) throws IOException, InterruptedException {
    double time = share * (waves + 1);
    int wave = (int) time;
    long step = wave == 0 ? nanos / 2 : nanos / 2 / waves;
    try (Script run = start(name)) {
      while (wave > 0 && run.isRunning() && !run.err().contains("wave " + wave + " of ")) {
        Thread.sleep(5);
      }
      Thread.sleep(Duration.ofNanos((long) ((time - wave) * step)).toMillis());
      run.kill();
    }
    return !folder(name).holdsRun() || folder(name).manifest().status() != RunStatus.COMPLETE;
  }

  /** What lies in the folders of tables can be read to its end. */
  private static void assertWholeFiles(String name) throws IOException {
    for (RunTable table : RunTable.values()) {
      Path made = runs.resolve(name).resolve(table.label());
      if (Files.exists(made) && made.toFile().list().length > 0) {
        assertThat(folder(name).table(table).rowCount()).isPositive();
        folder(name).table(table).read(row -> true);
      }
    }
  }

  private static void goOn(String name) throws IOException, InterruptedException {
    if (folder(name).holdsRun()) {
      complete(name, "--resume");
      return;
    }
    try (Script run = start(name, "--resume")) {
      run.exits(2);
      assertThat(run.err()).contains("no run to resume", "without --resume one begins");
    }
    complete(name);
  }

  @Test
  void askedToEndItSaysWhatIsSafeAndHowToGoOn() throws IOException, InterruptedException {
    try (Script run = start("terminated")) {
      while (!run.err().contains("wave 3 of ")) {
        assertThat(run.isRunning()).as(run.err()).isTrue();
        Thread.sleep(20);
      }
      run.terminate();
      run.exits(128 + 15);
      assertThat(run.err())
          .containsOnlyOnce("ntk-sweep: interrupted\n  in " + runs.resolve("terminated"))
          .containsPattern("\\n  in .* [1-9]\\d* of 24 points have their estimates\\n")
          .doesNotContain("Exception");
      goOnAsTold(run.err());
    }
    assertThat(RunTables.of(runs.resolve("terminated"))).isEqualTo(expected);
  }

  private static void goOnAsTold(String said) throws IOException, InterruptedException {
    assertThat(folder("terminated").manifest().status()).isEqualTo(RunStatus.FAILED);
    assertThat(folder("terminated").manifest().message()).isEqualTo("interrupted");
    try (Stream<Path> left = Files.list(runs.resolve("terminated"))) {
      assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("lock"));
    }
    String told = "  to go on: deploy/ntk-sweep ";
    String words = said.lines().filter(line -> line.startsWith(told)).findFirst().orElseThrow();
    try (Script run =
        Script.start(
            LOGS.resolve("as-told"), "ntk-sweep", words.substring(told.length()).split(" ", -1))) {
      run.exits(0);
    }
  }

  private static void complete(String name, String... more)
      throws IOException, InterruptedException {
    try (Script run = start(name, more)) {
      run.exits(0);
    }
  }

  private static Script start(String name, String... more) throws IOException {
    String command =
        "run conf/quickstart.yaml samples=500 execution.wave_seconds=0.05"
            + " bootstrap.replicates=100 --master local[2] --out ";
    String[] words =
        Stream.concat(Stream.of((command + runs.resolve(name)).split(" ", -1)), Stream.of(more))
            .toArray(String[]::new);
    return Script.start(LOGS.resolve(name), "ntk-sweep", words);
  }

  private static RunFolder folder(String name) {
    return RunFolder.at(runs.resolve(name).toString(), RunFolder.configuration());
  }
}
