package org.ntksweep.jobs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.lock.RunLock;
import org.ntksweep.jobs.run.Sweeps;
import org.ntksweep.jobs.shell.RequestException;

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
  void whatARunLeavesThatIsKilledAsItBeginsIsNotInTheWay() throws IOException {
    for (String name : List.of("lock-1.json.incomplete", "config.yaml.incomplete")) {
      Files.writeString(temp.resolve(name), "");
    }
    Files.writeString(temp.resolve("config.yaml"), file.resolvedYaml());
    check(temp, RunMode.NEW);
    check(temp, RunMode.OVERWRITE);
    assertRefused(temp, RunMode.RESUME, "holds no run to resume", "without --resume one begins");
    Files.writeString(temp.resolve("config.yaml"), "mine");
    assertRefused(temp, RunMode.NEW, "--out needs a new or an empty folder");
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
    folder(temp).begin(Sweeps.small("seed=8").resolvedYaml(), Manifest.empty());
    assertRefused(temp, RunMode.RESUME, "in the folder 'seed: 8', asked for 'seed: 7'");
    folder(temp).begin(Sweeps.small("samples=70").resolvedYaml(), Manifest.empty());
    assertRefused(temp, RunMode.RESUME, "in the folder 'samples: 70', asked for 'samples: 60'");
    folder(temp).begin(Sweeps.small("grid.depth=[3, 4, 5]").resolvedYaml(), Manifest.empty());
    assertRefused(temp, RunMode.RESUME, "not asked for: the point activation relu, sigma_w2 1.5");
  }

  @Test
  void moreSamplesMorePointsAndAnotherPrecisionAreGoneOnWith() throws IOException {
    for (String less : List.of("samples=50", "grid.depth=5", "execution.wave_seconds=1")) {
      folder(temp).begin(Sweeps.small(less).resolvedYaml(), Manifest.empty());
      check(temp, RunMode.RESUME);
    }
    folder(temp).begin(Sweeps.small("target_rel_error=0.5").resolvedYaml(), Manifest.empty());
    check(temp, RunMode.RESUME);
  }

  @Test
  void aFolderThatAnotherRunWritesIsRefused() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    RunLock lock = RunLock.acquire(folder(temp).files());
    for (RunMode mode : RunMode.values()) {
      assertRefused(
          temp, mode, "another run writes here: process " + ProcessHandle.current().pid());
    }
    assertThatThrownBy(() -> RunLock.acquire(folder(temp).files()))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("if it is gone, remove " + lock());
    lock.close();
    check(temp, RunMode.RESUME);
  }

  @Test
  void aLockHoldsOnlyAsLongAsItsOwnerMayLive() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    RunLock.acquire(folder(temp).files());
    Path lock = lock();
    String held = Files.readString(lock);
    // A process of this machine that ended, and one of another machine.
    Files.writeString(lock, held.replaceFirst("\"process\":\"[^\"]*\"", "\"process\":\"ended\""));
    check(temp, RunMode.RESUME);
    Files.writeString(lock, held.replaceFirst("\"host\":\"[^\"]*\"", "\"host\":\"elsewhere\""));
    assertRefused(temp, RunMode.RESUME, "on elsewhere since 20");
    Files.writeString(lock, "damaged");
    assertRefused(temp, RunMode.RESUME, "another run writes here");
  }

  @Test
  void ofTwoThatLockAFolderAtATimeAtMostOneGetsIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 50; i++) {
        RunFolder folder = folder(Files.createDirectory(temp.resolve("race-" + i)));
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> driver = () -> locks(folder, start);
        int holders = 0;
        for (Future<Boolean> holds : pool.invokeAll(List.of(driver, driver))) {
          holders += holds.get() ? 1 : 0;
        }
        assertThat(holders).isLessThanOrEqualTo(1);
      }
    } finally {
      pool.shutdown();
    }
  }

  private static boolean locks(RunFolder folder, CyclicBarrier start) throws Exception {
    start.await();
    try {
      RunLock.acquire(folder.files());
      return true;
    } catch (RequestException e) {
      return false;
    }
  }

  private Path lock() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.filter(file -> file.toString().contains("/lock-")).findFirst().orElseThrow();
    }
  }

  @Test
  void replacingARunLeavesWhatIsNotOfTheRun() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    Files.writeString(temp.resolve("notes.txt"), "precious");
    Files.createDirectories(temp.resolve("samples"));
    folder(temp).clear();
    assertThat(temp.resolve("notes.txt")).hasContent("precious");
    assertThat(temp.resolve("samples")).doesNotExist();
  }

  @Test
  void whatIsNoPathIsRefused() {
    assertThatThrownBy(() -> RunFolder.at("a\0b", RunFolder.configuration()))
        .isInstanceOf(RequestException.class);
  }

  private void assertRefused(Path path, RunMode mode, String... reason) {
    assertThatThrownBy(() -> check(path, mode))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContainingAll(reason);
  }

  private void check(Path path, RunMode mode) {
    RunFolders.check(folder(path), file, mode);
  }

  private static RunFolder folder(Path path) {
    return RunFolder.at(path.toString(), RunFolder.configuration());
  }
}
