package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.run.Fault;
import org.ntksweep.jobs.run.FaultyFileSystem;
import org.ntksweep.jobs.run.Warnings;
import org.ntksweep.jobs.tables.RunTable;

/** Runs whose disk is full, not to be reached or not to be written to. */
@TestInstance(Lifecycle.PER_CLASS)
final class BrokenDisksTest extends CommandLineTest {
  private String expected = "";

  @BeforeAll
  void runUndisturbed() {
    expected = shown("whole");
  }

  @AfterEach
  void repair() {
    FaultyFileSystem.suffers(Fault.NONE);
  }

  @Test
  void aFullDiskFailsARunThatGoesOnOnceThereIsRoom() throws IOException {
    // In the points, in the first wave, in the second.
    for (int bytes : new int[] {4_000, 12_000, 25_000}) {
      String name = "full-" + bytes;
      FaultyFileSystem.suffers(Fault.fullAfter(bytes));
      try (Warnings warnings = new Warnings()) {
        assertThat(execute(command(name))).as(err()).isEqualTo(1);
        assertThat(warnings.told()).allMatch(told -> told.contains("Lost task"));
      }
      assertThat(err())
          .contains("ntk-sweep: the run failed: No space left on device")
          .containsPattern("in faulty:.* [01] of 2 points have their estimates")
          .contains("to go on: ntk-sweep run " + at(name) + "/config.yaml --out " + at(name));
      assertWholeFiles(name);
      FaultyFileSystem.suffers(Fault.NONE);
      assertThat(shown(name, "--resume")).isEqualTo(expected);
    }
  }

  @Test
  void nothingIsBegunOnADiskWithoutRoom() {
    for (int bytes : new int[] {0, 300, 800}) {
      FaultyFileSystem.suffers(Fault.fullAfter(bytes));
      String name = "no-room-" + bytes;
      assertThat(execute(command(name))).as(err()).isEqualTo(2);
      assertThat(err()).contains(at(name) + ": cannot be written to: No space left on device");
      FaultyFileSystem.suffers(Fault.NONE);
      assertThat(shown(name)).isEqualTo(expected);
    }
  }

  @Test
  void aFolderThatCannotBeReachedOrWrittenToIsTold() throws IOException {
    FaultyFileSystem.suffers(Fault.UNREACHABLE);
    assertRefused(List.of(command("away")), at("away") + ": cannot be read: Connection refused");
    FaultyFileSystem.suffers(Fault.READ_ONLY);
    assertThat(execute(command("read-only"))).isEqualTo(2);
    assertThat(err()).contains("read-only: cannot be written to: Read-only file system");
    FaultyFileSystem.suffers(Fault.NONE);
    Files.writeString(Path.of(path("a-file")), "");
    assertThat(execute(command("a-file/run"))).isEqualTo(2);
    assertThat(err()).contains("a-file/run: cannot be written to: ");
  }

  /** Runs to the end. */
  private String shown(String name, String... more) {
    assertThat(execute(command(name, more))).as(err()).isZero();
    assertThat(execute("show", path(name), "--format", "csv")).isZero();
    return out();
  }

  private static void assertWholeFiles(String name) throws IOException {
    RunFolder folder = RunFolder.at(path(name), RunFolder.configuration());
    for (RunTable table : RunTable.values()) {
      if (Files.exists(Path.of(path(name), table.label()))) {
        folder.table(table).read(row -> true);
      }
    }
  }

  private static String[] command(String name, String... more) {
    List<String> words =
        List.of(
            "run",
            path("tiny.yaml"),
            "execution.wave_seconds=1e-9",
            "--out",
            at(name),
            "--master",
            "local[2]",
            "--conf",
            "spark.hadoop." + FaultyFileSystem.SETTING + "=" + FaultyFileSystem.class.getName());
    return Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  private static String at(String name) {
    return FaultyFileSystem.at(Path.of(path(name)));
  }
}
