package org.ntksweep.jobs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    for (String less :
        List.of("samples=50", "grid.depth=5", "execution.wave_seconds=1", "dense.memory=2GiB")) {
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
        .hasMessageContaining("if it is gone: rm " + lock());
    lock.close();
    check(temp, RunMode.RESUME);
  }

  @Test
  void aLockHoldsOnlyAsLongAsItsOwnerMayLive() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    RunLock acquired = RunLock.acquire(folder(temp).files());
    Path lock = lock();
    String held = Files.readString(lock);
    acquired.close();
    // A process that ended, one of another machine or container, and locks that say nothing.
    Files.writeString(lock, held.replaceFirst("\"start\":\"[^\"]*\"", "\"start\":\"ended\""));
    check(temp, RunMode.RESUME);
    Files.writeString(
        lock, held.replaceFirst("\"processes\":\"[^\"]*\"", "\"processes\":\"elsewhere\""));
    assertRefused(temp, RunMode.RESUME, "since 20");
    for (String unreadable :
        List.of("damaged", "", "{}", "null", "[]", "{\"pid\": {}}", "\u0000")) {
      Files.writeString(lock, unreadable);
      assertRefused(temp, RunMode.RESUME, "another run writes here", "rm " + lock);
    }
  }

  /** Clocks are stepped, and the start of a process in wall time with them. */
  @Test
  void aLivingProcessKeepsItsLockWhateverTheClockSays() throws IOException {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    RunLock.acquire(folder(temp).files());
    assertThat(Files.readString(lock())).doesNotContain(startInWallTime());
    assertRefused(temp, RunMode.RESUME, "another run writes here");
  }

  private static String startInWallTime() {
    return ProcessHandle.current().info().startInstant().map(Object::toString).orElse("?");
  }

  /** What the system knows of a lock counts, whoever its file says it is of. */
  @Test
  void aLockThatTheSystemKnowsHolds() throws Exception {
    folder(temp).begin(file.resolvedYaml(), Manifest.empty());
    Path lock = Files.writeString(temp.resolve("lock-1.json"), ended());
    check(temp, RunMode.RESUME);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process holder =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                lock + "")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('!');
      assertRefused(temp, RunMode.RESUME, "another run writes here");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    check(temp, RunMode.RESUME);
  }

  /** The lock of a process of this machine that is no more. */
  private String ended() throws IOException {
    RunLock lock = RunLock.acquire(folder(temp).files());
    String text = Files.readString(lock());
    lock.close();
    return text.replaceFirst("\"start\":\"[^\"]*\"", "\"start\":\"ended\"");
  }

  /** Another process, which locks a file and waits. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
      channel.lock();
      System.out.write('!');
      System.out.flush();
      Thread.sleep(Long.MAX_VALUE);
    }
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

  @Test
  void whatCannotBeMadeIsRefusedAndLeavesNothing() throws IOException {
    Path occupied = Files.writeString(temp.resolve("file"), "precious");
    for (Path path : List.of(occupied.resolve("a/b"), temp.resolve("x".repeat(300)))) {
      assertThatThrownBy(() -> RunFolders.checkWritable(folder(path)))
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("cannot be written to");
    }
    RunFolders.checkWritable(folder(temp.resolve("new/er")));
    assertThat(temp.toFile().list()).containsExactly("file");
    assertThatThrownBy(() -> RunFolder.at("", RunFolder.configuration()))
        .isInstanceOf(RequestException.class);
  }

  @Test
  void linksLeadNoRunOutOfItsFolder() throws IOException {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious.parquet"), "precious");
    for (String name :
        List.of("samples", "waves", "summaries", "report.html", "config.yaml", "figures")) {
      Path run = Files.createDirectory(temp.resolve("run-" + name));
      folder(run).begin(file.resolvedYaml(), Manifest.empty());
      Files.deleteIfExists(run.resolve(name));
      Files.createSymbolicLink(run.resolve(name), elsewhere);
      for (RunMode mode : RunMode.values()) {
        assertRefused(run, mode, name + ": is a symbolic link");
      }
      assertThatThrownBy(() -> folder(run).files().delete(name)).isInstanceOf(IOException.class);
    }
    assertThat(elsewhere.resolve("precious.parquet")).hasContent("precious");
  }

  /** Where a run that goes on would remove what was not committed. */
  @Test
  void linksAmongWhatWasLeftAreToldBeforeARunGoesOn() throws IOException {
    Path precious = Files.writeString(temp.resolve("precious"), "precious");
    for (String name :
        List.of(
            "samples/000009-00000.parquet",
            "waves/samples/000009-00000.parquet",
            "waves/000009.incomplete",
            "waves/checkpoints/0123456789abcdef-0")) {
      Path run = Files.createDirectory(temp.resolve("run-" + name.replace('/', '-')));
      folder(run).begin(file.resolvedYaml(), Manifest.empty());
      Files.createDirectories(run.resolve(name).getParent());
      Files.createSymbolicLink(run.resolve(name), precious);
      assertRefused(run, RunMode.RESUME, name + ": is a symbolic link", "nothing was changed");
      folder(run).clear();
    }
    assertThat(precious).hasContent("precious");
  }

  @Test
  void figuresAndPagesOfOlderTablesGo() throws IOException {
    Path figures = Files.createDirectory(temp.resolve("figures"));
    Files.writeString(figures.resolve("ratio.svg"), "old");
    Files.writeString(figures.resolve(".figures"), "ratio.svg");
    Files.writeString(temp.resolve("report.html"), "old");
    folder(temp).clearDerived();
    assertThat(temp).isEmptyDirectory();
    Files.createDirectory(figures);
    Files.writeString(figures.resolve("thesis.tex"), "precious");
    folder(temp).clearDerived();
    assertThat(figures.resolve("thesis.tex")).hasContent("precious");
  }
}
