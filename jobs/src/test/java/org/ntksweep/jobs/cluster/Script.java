package org.ntksweep.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running command of {@code deploy/}, as a person starts it, with what it says. */
final class Script implements AutoCloseable {
  /** The top folder of the project, where commands are typed. */
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  /** How long anything may take, also where many other things are going on. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Process process;
  private final Path out;
  private final Path err;

  private Script(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command with the Java of the tests and the Spark of this build.
   *
   * @param log its streams go to files that begin so
   */
  static Script start(Path log, String command, String... arguments) throws IOException {
    return start(log, PROJECT, Map.of(), with("deploy/" + command, arguments));
  }

  /**
   * Starts any command in a folder.
   *
   * @param variables what its environment has in addition
   */
  static Script start(Path log, Path folder, Map<String, String> variables, String... words)
      throws IOException {
    Path out = Path.of(log + ".out");
    Path err = Path.of(log + ".err");
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(List.of("SPARK_HOME", "SPARK_CONF_DIR", "HADOOP_CONF_DIR"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putAll(variables);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Script(builder.start(), out, err);
  }

  /** Waits for its end, which must come in time and with this exit status. */
  void exits(int status) throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(ended).as("ended within %s; it said %s", PATIENCE, err()).isTrue();
    assertThat(process.exitValue()).as(err()).isEqualTo(status);
  }

  private static String[] with(String first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  /** Types something at it, as its standard input. */
  void type(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** Asks it to end, with SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Ends it with SIGKILL, and all it has started, Java among them. */
  void kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  @Override
  public void close() {
    if (isRunning()) {
      kill();
    }
  }
}
