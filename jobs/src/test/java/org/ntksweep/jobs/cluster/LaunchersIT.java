package org.ntksweep.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the scripts of {@code deploy/} do before Java has its say, in odd places and environments.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class LaunchersIT {
  private static final Path LOGS = Path.of("target/launchers-it").toAbsolutePath();
  private static final String LAW = "activation=relu sigma_w2=2 width=30 depth=5 input_dim=4";
  private static final String DRY = "--dry-run";
  private static final String CTRL_C = "\3";
  private static final String QUICKSTART = "conf/quickstart.yaml";
  private static final String MANY = "samples=1000000";

  @TempDir private static Path folder;

  /** Whoever comes first makes what all start from. */
  @BeforeAll
  void prepare() throws IOException, InterruptedException {
    assertAnswers(Script.start(LOGS.resolve("first"), "ntk-sweep", theory()));
  }

  @Test
  void ctrlCEndsARunWhichSaysHowToGoOn() throws IOException, InterruptedException {
    try (Script typed = runUnderATerminal("stopped")) {
      typed.type(CTRL_C);
      typed.exits(128 + 2);
      assertThat(typed.out())
          .contains("ntk-sweep: interrupted", "to go on: deploy/ntk-sweep run ", "--resume")
          .doesNotContain("Exception");
    }
  }

  @Test
  void ctrlCAgainEndsItAtOnceAndNothingIsLost() throws IOException, InterruptedException {
    try (Script typed = runUnderATerminal("hurried")) {
      while (typed.isRunning()) {
        typed.type(CTRL_C);
        Thread.sleep(20);
      }
      typed.exits(128 + 2);
      assertThat(typed.out()).doesNotContain("Exception", "ERROR", "WARN");
    }
    String[] again = {
      "deploy/ntk-sweep", "run", QUICKSTART, MANY, "--out", out("hurried"), "--resume", DRY
    };
    try (Script resumed = Script.start(LOGS.resolve("again"), Script.PROJECT, Map.of(), again)) {
      resumed.exits(0);
    }
  }

  /** A run that is under way. */
  private static Script runUnderATerminal(String name) throws IOException, InterruptedException {
    String run = String.join(" ", "deploy/ntk-sweep run", QUICKSTART, MANY, "--out", out(name));
    // Whoever starts the tests in the background lets them ignore what is typed here.
    String[] terminal = {"env", "--default-signal=INT", "script", "-qefc", run, "/dev/null"};
    Map<String, String> dumb = Map.of("TERM", "dumb");
    Script typed = Script.start(LOGS.resolve(name), Script.PROJECT, dumb, terminal);
    while (!typed.out().contains("wave 1")) {
      assertThat(typed.isRunning()).as(typed.out()).isTrue();
      Thread.sleep(50);
    }
    return typed;
  }

  private static String out(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void namesBeyondAsciiAreFoundInAPosixLocale() throws IOException, InterruptedException {
    Path sweep = folder.resolve("gr\u00f6\u00dfe.yaml");
    Files.copy(quickstart(), sweep);
    String[] words = {"deploy/ntk-sweep", "run", sweep.toString(), "name=x", DRY};
    Map<String, String> posix = Map.of("LC_ALL", "POSIX");
    try (Script run = Script.start(LOGS.resolve("posix"), Script.PROJECT, posix, words)) {
      run.exits(0);
      assertThat(run.out()).contains("Nothing was run");
    }
  }

  @Test
  void aCheckoutMayHaveAnyPathThatJavaCanRunFrom() throws IOException, InterruptedException {
    Path odd = copy("odd [a]*'b?{c} $d");
    assertAnswers(start("odd", odd, "deploy/ntk-sweep", theory()));
    Path parted = copy("a:b");
    try (Script refused = start("parted", parted, "deploy/ntk-sweep", theory())) {
      refused.exits(1);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).contains("':' in its path");
    }
  }

  @Test
  void whoComesDuringABuildWaitsForIt() throws IOException, InterruptedException {
    Path checkout = copy("unbuilt");
    for (String module : new String[] {"core", "jobs"}) {
      Files.createDirectories(checkout.resolve(module).resolve("src/main"));
      Files.createFile(checkout.resolve(module).resolve("pom.xml"));
    }
    Files.createFile(checkout.resolve("pom.xml"));
    Path built = Files.move(checkout.resolve("lib"), checkout.resolve("built"));
    Path bin = Files.createDirectory(checkout.resolve("bin"));
    Path maven =
        Files.writeString(
            bin.resolve("mvn"),
            "#!/bin/sh\necho built >>calls; sleep 1; cp -P built/* jobs/target/\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    assertThat(built).isDirectory();
    String[] words =
        Stream.concat(Stream.of("deploy/ntk-sweep"), Stream.of(theory())).toArray(String[]::new);
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
    Script first = Script.start(LOGS.resolve("builds"), checkout, path, words);
    Script second = Script.start(LOGS.resolve("waits"), checkout, path, words);
    assertAnswers(first);
    assertAnswers(second);
    assertThat(checkout.resolve("calls")).hasContent("built");
  }

  @Test
  void aClassArchiveThatIsDamagedIsNotUsed() throws IOException, InterruptedException {
    Path copy = copy("damaged");
    Path archive = copy.resolve("lib/ntk-sweep.jsa");
    byte[] bytes = Files.readAllBytes(Path.of("target/ntk-sweep.jsa"));
    for (int i = bytes.length / 4; i < bytes.length; i += 4096) {
      bytes[i] ^= 1;
    }
    Files.write(archive, bytes);
    Files.copy(Path.of("target/ntk-sweep.jsa.sum"), copy.resolve("lib/ntk-sweep.jsa.sum"));
    assertAnswers(start("damaged", copy, "deploy/ntk-sweep", theory()));
  }

  /** Of another Java, with its checksum; or none at all. */
  @Test
  void aClassArchiveOfSomebodyElseDoesNotStopTheStart() throws IOException, InterruptedException {
    Path copy = copy("foreign");
    byte[] foreign = "123456789".getBytes(StandardCharsets.UTF_8);
    Files.write(copy.resolve("lib/ntk-sweep.jsa"), foreign);
    Files.writeString(copy.resolve("lib/ntk-sweep.jsa.sum"), "930766865 9\n");
    assertAnswers(start("foreign", copy, "deploy/ntk-sweep", theory()));
    Files.delete(copy.resolve("lib/ntk-sweep.jsa"));
    Files.createDirectory(copy.resolve("lib/ntk-sweep.jsa"));
    assertAnswers(start("folder", copy, "deploy/ntk-sweep", theory()));
  }

  @Test
  void sweepFilesWhoseNamesSparkWouldSplitAreRefused() throws IOException, InterruptedException {
    for (String name : new String[] {"a,b.yaml", "a#b.yaml"}) {
      String sweep = Files.copy(quickstart(), folder.resolve(name)).toString();
      String out = folder.resolve("split").toString();
      String[] words = {
        "--master", "spark://localhost:1", "--deploy-mode", "cluster", "--", sweep, "--out", out
      };
      try (Script run = Script.start(LOGS.resolve("split"), "submit", words)) {
        run.exits(2);
        assertThat(run.err()).contains(name, "the path may have letters, digits");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(Path.of(out)).doesNotExist();
      }
    }
  }

  private static Path quickstart() {
    return Script.PROJECT.resolve(QUICKSTART);
  }

  @Test
  void aSparkThatDoesNotServeIsRefusedBeforeAnythingIsWritten()
      throws IOException, InterruptedException {
    for (String version : new String[] {"2.12-3.5.7", "2.13-4.0.1", "2.13-4.3.0"}) {
      Path home = Files.createDirectories(folder.resolve("spark-" + version));
      Files.createDirectories(home.resolve("jars"));
      Files.createFile(home.resolve("jars/spark-core_" + version + ".jar"));
      assertRefused(Map.of("SPARK_HOME", home.toString()), "local[1]", version, "4.1 or 4.2");
    }
    assertRefused(Map.of("SPARK_HOME", folder.toString()), "local[1]", "no jars/spark-core");
    assertRefused(Map.of(), "yarn", "--master yarn", "SPARK_HOME");
    assertRefused(Map.of(), "k8s://https://x", "--master k8s://https://x", "SPARK_HOME");
  }

  private static void assertRefused(Map<String, String> variables, String master, String... said)
      throws IOException, InterruptedException {
    String out = folder.resolve("refused").toString();
    String[] words = {"deploy/submit", "--master", master, "--", QUICKSTART, "--out", out};
    try (Script run = Script.start(LOGS.resolve("refused"), Script.PROJECT, variables, words)) {
      run.exits(2);
      assertThat(run.err()).contains(said);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(Path.of(out)).doesNotExist();
    }
  }

  @Test
  void gpusAreThoseThatAreThere() throws IOException, InterruptedException {
    assertGpus("", "exit 127");
    assertGpus("", "echo 'NVIDIA-SMI has failed because it could not talk to the driver.'");
    assertGpus("", "echo No devices were found; exit 6");
    assertGpus("\"0\",\"1\"", "echo 0; echo 1");
  }

  @Test
  void gpusAreCountedAnewWhereSomeAreHidden() throws IOException, InterruptedException {
    String four = "seq 0 3";
    assertGpus("", four, Map.of("CUDA_VISIBLE_DEVICES", ""));
    assertGpus("", four, Map.of("CUDA_VISIBLE_DEVICES", "NoDevFiles"));
    assertGpus("\"0\",\"1\"", four, Map.of("CUDA_VISIBLE_DEVICES", "2,GPU-5ad1,-1,3"));
    assertGpus("\"0\"", "echo 0", Map.of("CUDA_VISIBLE_DEVICES", "0,1"));
  }

  private static void assertGpus(String addresses, String said)
      throws IOException, InterruptedException {
    assertGpus(addresses, said, Map.of());
  }

  private static void assertGpus(String addresses, String said, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path bin = Files.createTempDirectory(folder, "bin");
    Path tool = Files.writeString(bin.resolve("nvidia-smi"), "#!/bin/sh\n" + said + "\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    try (Script gpus =
        Script.start(LOGS.resolve("gpus"), Script.PROJECT, environment, "deploy/gpus")) {
      gpus.exits(0);
      assertThat(gpus.out()).isEqualTo("{\"name\": \"gpu\", \"addresses\": [%s]}\n", addresses);
    }
  }

  /** The commands in another place, on what this build has made. */
  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    Path target = Path.of("target").toAbsolutePath();
    Files.createDirectories(copy.resolve("lib"));
    Files.createDirectories(copy.resolve("deploy"));
    Files.createSymbolicLink(copy.resolve("lib/spark"), target.resolve("spark"));
    try (Stream<Path> made = Files.list(target);
        Stream<Path> scripts = Files.list(Script.PROJECT.resolve("deploy"))) {
      for (Path jar : made.filter(file -> file.toString().endsWith("-app.jar")).toList()) {
        Files.createSymbolicLink(copy.resolve("lib").resolve(jar.getFileName()), jar);
      }
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve("deploy").resolve(script.getFileName());
        Files.copy(script, to);
        assertThat(to.toFile().setExecutable(Files.isExecutable(script))).isTrue();
      }
    }
    // Runs are as right without an archive of classes, and making one takes long.
    Files.createFile(copy.resolve("lib/ntk-sweep.jsa"));
    return copy;
  }

  private static Script start(String log, Path folder, String command, String... arguments)
      throws IOException {
    String[] words = Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new);
    return Script.start(LOGS.resolve(log), folder, Map.of(), words);
  }

  private static String[] theory() {
    return ("theory " + LAW).split(" ", -1);
  }

  private static void assertAnswers(Script theory) throws IOException, InterruptedException {
    try (theory) {
      theory.exits(0);
      assertThat(theory.out()).contains("exact_ratio");
    }
  }
}
