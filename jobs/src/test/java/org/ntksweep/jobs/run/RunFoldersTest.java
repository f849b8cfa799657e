package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.SweepFile;

final class RunFoldersTest {
  private final SweepFile file = Sweeps.small();
  @TempDir private Path temp;

  @Test
  void aRunIsCalledAfterItsSweepAndTime() {
    assertThat(RunFolders.defaultLocation("a", LocalDateTime.of(2026, 3, 4, 5, 6, 7)))
        .isEqualTo("runs/a-20260304-050607");
  }

  @Test
  void aNewOrEmptyFolderWillDo() throws IOException {
    check(temp.resolve("new"), RunMode.NEW);
    check(temp, RunMode.NEW);
    check(temp.resolve("new"), RunMode.OVERWRITE);
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aFolderWithAnythingInItIsRefused() throws IOException {
    Files.writeString(temp.resolve("thesis.tex"), "precious");
    assertRefused(temp, RunMode.NEW, "--out needs a new or an empty folder");
    assertRefused(temp, RunMode.OVERWRITE, "--overwrite replaces only runs");
    assertRefused(temp, RunMode.RESUME, "holds no run to resume");
    assertThat(temp.resolve("thesis.tex")).hasContent("precious");
  }

  @Test
  void aFileIsRefused() throws IOException {
    Path occupied = Files.writeString(temp.resolve("a"), "precious");
    assertRefused(occupied, RunMode.NEW, "exists already");
    assertRefused(occupied, RunMode.OVERWRITE, "holds no run");
  }

  @Test
  void aRunIsResumedOrReplacedOnlyWhenAskedTo() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    assertRefused(temp, RunMode.NEW, "--resume continues it, --overwrite replaces it");
    assertThatCode(() -> check(temp, RunMode.RESUME)).doesNotThrowAnyException();
    assertThatCode(() -> check(temp, RunMode.OVERWRITE)).doesNotThrowAnyException();
  }

  @Test
  void anotherSweepIsNotResumedAndTheDifferenceIsTold() throws IOException {
    folder(temp).begin(Sweeps.small("samples=50").resolvedYaml(), Manifest.empty());
    assertRefused(temp, RunMode.RESUME, "in the folder 'samples: 50', asked for 'samples: 60'");
  }

  @Test
  void replacingARunLeavesWhatIsNotOfTheRun() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    Files.writeString(temp.resolve("notes.txt"), "precious");
    Files.createDirectories(temp.resolve("samples"));
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    assertThat(temp.resolve("notes.txt")).hasContent("precious");
    assertThat(temp.resolve("samples")).doesNotExist();
  }

  @Test
  void whatIsNoPathIsRefused() {
    assertThatThrownBy(() -> RunFolder.at("a\0b", RunFolder.configuration()))
        .isInstanceOf(RequestException.class);
  }

  private void assertRefused(Path path, RunMode mode, String reason) {
    assertThatThrownBy(() -> check(path, mode))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContaining(reason);
  }

  private void check(Path path, RunMode mode) {
    RunFolders.check(folder(path), file, mode);
  }

  private static RunFolder folder(Path path) {
    return RunFolder.at(path.toString(), RunFolder.configuration());
  }
}
