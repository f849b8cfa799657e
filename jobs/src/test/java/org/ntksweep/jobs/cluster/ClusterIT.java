package org.ntksweep.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps on a standalone cluster of two one-core workers, with the commands people use. Logs of all
 * processes stay in {@code target/cluster-it}.
 */
final class ClusterIT {
  private static final Path LOGS = Path.of("target/cluster-it").toAbsolutePath();
  private static final String QUICKSTART = "conf/quickstart.yaml";
  private static final String BRIEF = "execution.task_seconds=0.3";
  private static final String FEWER = "samples=1000";
  private static final String BRIEFER = "execution.task_seconds=0.05";
  private static final String LEARNS =
      """
      grid:
        activation: [relu, tanh]
        sigma_w2: [1.5, 2.5]
        width: 48
        depth: 4
        input_dim: 20
        learning_rate: {of_stable: 0.5}
      samples: 8
      training:
        data: {source: blobs, examples: 40, classes: 2, test: 10}
        steps: 300
      output: {kernels: true}
      """;

  private static Cluster cluster;
  @TempDir private static Path runs;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster = Cluster.start(LOGS.resolve("cluster"), 2);
  }

  @AfterAll
  static void stopCluster() throws IOException, InterruptedException {
    if (cluster == null) {
      return; // it did not start, as has been told
    }
    List<ProcessHandle> all = cluster.processes();
    assertThat(all).hasSizeGreaterThanOrEqualTo(3);
    cluster.stop();
    await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  @AfterEach
  void nothingIsLeftOnTheWorkers() throws IOException, InterruptedException {
    await(cluster::isIdle);
  }

  @Test
  void anExecutorKilledAtWorkChangesNoBit() throws IOException, InterruptedException {
    String folder = runs.resolve("cluster").toString();
    try (Script run = submit("killed", "--", QUICKSTART, FEWER, BRIEF, "--out", folder)) {
      Executor victim = atWork(run);
      assertThat(victim.said())
          .contains("Using incubator modules: jdk.incubator.vector")
          .doesNotContain("SIMD is off");
      victim.kill();
      run.exits(0);
      assertThat(run.err()).containsPattern("Lost executor \\d+ on .*137");
    }
    assertSameAsHere("cluster", QUICKSTART, FEWER);
  }

  /** A master has its port and that of its page, and none to which anybody could submit. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aClusterListensOnThisMachineAloneAndLetsInWhoHasItsSecret()
      throws IOException, InterruptedException {
    for (ProcessHandle process : cluster.processes()) {
      assertThat(Listening.of(process.pid())).hasSize(2).doesNotContainValue(false);
    }
    Path nothing = Files.createFile(runs.resolve("no-secret.conf"));
    String options =
        "--deploy-mode cluster --driver-memory 512m --properties-file %s -- %s --out %s";
    Path sweep = Files.copy(Script.PROJECT.resolve(QUICKSTART), runs.resolve("let-in.yaml"));
    Path folder = runs.resolve("let-in");
    String[] words = options.formatted(nothing, sweep, folder).split(" ", -1);
    try (Script stranger = submit("stranger", words)) {
      stranger.exits(1);
      assertThat(folder).doesNotExist();
    }
  }

  @Test
  void networksLearnTheSameOnTwoExecutors() throws IOException, InterruptedException {
    try (Script run = learn("learns")) {
      run.exits(0);
    }
    for (int worker = 1; worker <= 2; worker++) {
      assertThat(cluster.lastLog(worker)).contains("Finished task");
    }
    assertSameAsHere("learns", learns(), BRIEFER);
  }

  @Test
  void anExecutorLostInTrainingChangesNoBit() throws IOException, InterruptedException {
    try (Script run = learn("learns-again")) {
      atWork(run).kill();
      run.exits(0);
      assertThat(run.err()).containsPattern("Lost executor \\d+ on .*137");
    }
    assertSameAsHere("learns-again", learns(), BRIEFER);
  }

  private static Script learn(String name) throws IOException {
    return submit(name, "--", learns(), BRIEFER, "--out", runs.resolve(name).toString());
  }

  private static String learns() throws IOException {
    return Files.writeString(runs.resolve("learns.yaml"), LEARNS).toString();
  }

  /** Spark's event log tells that tasks did run twice. */
  @Test
  void tasksThatRunTwiceCountOnce() throws IOException, InterruptedException {
    Path events = Files.createDirectory(runs.resolve("events"));
    String options =
        "--conf spark.speculation=true --conf spark.speculation.interval=20ms"
            + " --conf spark.speculation.quantile=0.1 --conf spark.speculation.multiplier=1.01"
            + " --conf spark.speculation.minTaskRuntime=10ms"
            // Stages of one task have nothing to compare it with.
            + " --conf spark.speculation.task.duration.threshold=10ms"
            + " --conf spark.eventLog.enabled=true --conf spark.eventLog.rolling.enabled=false"
            + " --conf spark.eventLog.compress=false --conf spark.eventLog.dir=%s --"
                .formatted(events);
    String sweep = "%s %s %s --out %s".formatted(QUICKSTART, FEWER, BRIEF, runs.resolve("twice"));
    String[] words = (options + " " + sweep).split(" ", -1);
    try (Script run = submit("twice", words)) {
      run.exits(0);
    }
    try (Stream<Path> logs = Files.list(events)) {
      List<Path> log = logs.toList();
      assertThat(log).hasSize(1);
      assertThat(Files.readString(log.get(0)).contains("\"Speculative\":true")).isTrue();
    }
    assertSameAsHere("twice", QUICKSTART, FEWER);
  }

  private static void assertSameAsHere(String name, String sweep, String override)
      throws IOException, InterruptedException {
    Path here = runs.resolve("here-" + Path.of(sweep).getFileName());
    if (!Files.exists(here)) {
      runHere(sweep, override, "--out", here.toString(), "--master", "local[2]");
    }
    assertThat(RunTables.of(runs.resolve(name))).isEqualTo(RunTables.of(here));
  }

  /** The sweep file is not there where the driver runs. */
  @Test
  void theDriverMayRunOnAWorker() throws IOException, InterruptedException {
    Path folder = runs.resolve("elsewhere");
    String options = "--deploy-mode cluster --driver-memory 512m --";
    // A checkout may have blanks in its path, a sweep for a worker may not.
    Path file = Files.copy(Script.PROJECT.resolve(QUICKSTART), runs.resolve("quickstart.yaml"));
    String sweep = "%s samples=20 --out %s".formatted(file, folder);
    try (Script submission = submit("elsewhere", (options + " " + sweep).split(" ", -1))) {
      submission.exits(0);
    }
    Path manifest = folder.resolve("manifest.json");
    await(() -> Files.exists(manifest) && Files.readString(manifest).contains("\"complete\""));
    assertThat(manifest).content().contains("\"simd\" : \"SIMD");
  }

  @Test
  void whatIsWrongIsToldInALineOrTwoAndNothingIsWritten() throws IOException, InterruptedException {
    Path folder = runs.resolve("refused");
    assertRefused("sampels", "--", QUICKSTART, "sampels=5", "--out", folder.toString());
    assertRefused("there is no such file", "--", "conf/quickstrat.yaml");
    assertRefused("a -- must stand before CONFIG", QUICKSTART);
    assertThat(folder).doesNotExist();
  }

  private static void assertRefused(String reason, String... arguments)
      throws IOException, InterruptedException {
    try (Script run = submit("refused", arguments)) {
      run.exits(2);
      assertThat(run.err()).contains(reason);
      assertThat(run.err().lines().count()).as(run.err()).isLessThanOrEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  /** An executor in the middle of a task, after some that it has completed. */
  private static Executor atWork(Script run) throws IOException, InterruptedException {
    List<Executor> found = new ArrayList<>();
    await(
        () -> {
          assertThat(run.isRunning()).as(run.err()).isTrue();
          cluster.executor(1).ifPresent(found::add);
          found.removeIf(executor -> !executor.isAtWork());
          return !found.isEmpty();
        });
    return found.get(0);
  }

  private static Script submit(String name, String... arguments) throws IOException {
    String[] words = with(new String[] {"--master", cluster.master()}, arguments);
    return Script.start(LOGS.resolve(name), "submit", words);
  }

  private static void runHere(String... arguments) throws IOException, InterruptedException {
    try (Script run =
        Script.start(LOGS.resolve("here"), "ntk-sweep", with(new String[] {"run"}, arguments))) {
      run.exits(0);
    }
  }

  private static String[] with(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Script.PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
