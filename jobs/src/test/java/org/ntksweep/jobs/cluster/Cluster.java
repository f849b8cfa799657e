package org.ntksweep.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A standalone cluster of one-core workers, started and stopped with {@code deploy/cluster}: a
 * master, workers and executors in JVMs of their own.
 */
final class Cluster {

  private final Path folder;

  private Cluster(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts a cluster and waits until all workers have joined.
   *
   * @param folder its logs
   */
  static Cluster start(Path folder, int workers) throws IOException, InterruptedException {
    Cluster cluster = new Cluster(Files.createDirectories(folder));
    cluster.stop(); // what an earlier test may have left when it was killed
    try {
      cluster.command("start", "--workers", String.valueOf(workers));
      return cluster;
    } catch (IOException | InterruptedException | AssertionError e) {
      cluster.stop();
      throw e;
    }
  }

  /** Spark's URL of the master. */
  String master() throws IOException {
    return Files.readString(folder.resolve("url")).split(" ", -1)[0];
  }

  /** All of its JVMs. */
  List<ProcessHandle> processes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .flatMap(file -> process(file).stream())
          .flatMap(daemon -> Stream.concat(Stream.of(daemon), daemon.descendants()))
          .toList();
    }
  }

  /** Whether no worker has anything to do. */
  boolean isIdle() throws IOException {
    return processes().stream().flatMap(ProcessHandle::children).findAny().isEmpty();
  }

  /** The executor of a worker, counted from 1, for the application that started last. */
  Optional<Executor> executor(int worker) throws IOException {
    Path work = folder.resolve("worker-" + worker);
    if (!Files.exists(work)) {
      return Optional.empty();
    }
    Optional<ProcessHandle> process = process(Path.of(work + ".pid")).flatMap(Cluster::child);
    try (Stream<Path> logs = Files.find(work, 3, Cluster::isExecutorLog)) {
      Optional<Path> log = logs.max(Comparator.naturalOrder());
      return process.flatMap(running -> log.map(written -> new Executor(running, written)));
    }
  }

  /** What the last executor of a worker says. */
  String lastLog(int worker) throws IOException {
    try (Stream<Path> logs =
        Files.find(folder.resolve("worker-" + worker), 3, Cluster::isExecutorLog)) {
      return Files.readString(logs.max(Comparator.naturalOrder()).orElseThrow());
    }
  }

  private static Optional<ProcessHandle> child(ProcessHandle process) {
    return process.children().findFirst();
  }

  private static boolean isExecutorLog(Path path, BasicFileAttributes attributes) {
    return path.endsWith("stderr") && !path.toString().contains("/driver-");
  }

  private static Optional<ProcessHandle> process(Path pidFile) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void command(String... arguments) throws IOException, InterruptedException {
    String[] words =
        Stream.concat(Stream.of(arguments), Stream.of("--dir", folder.toString()))
            .toArray(String[]::new);
    Path log = folder.resolveSibling(folder.getFileName() + "-" + arguments[0]);
    try (Script script = Script.start(log, "cluster", words)) {
      script.exits(0);
    }
  }

  /** Ends all of its JVMs, whatever state they are in. */
  void stop() throws IOException, InterruptedException {
    List<ProcessHandle> all = processes();
    try {
      command("stop");
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
