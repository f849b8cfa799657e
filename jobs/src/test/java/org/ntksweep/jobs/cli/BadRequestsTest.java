package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.jobs.cli.request.OpenFiles;
import org.ntksweep.jobs.cli.request.SparkSettings;
import org.ntksweep.jobs.cli.request.SparkVersions;
import org.ntksweep.jobs.shell.RequestException;

/** Requests that cannot be met: nothing starts and nothing is written. */
final class BadRequestsTest extends CommandLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sampels=10             | sampels          | samples
          samples=many           | samples          | many
          samples=1              | samples          | 2
          grid.sigma_w2=[]       | grid.sigma_w2    | at least one
          grid.width=0           | grid.width       | 1
          grid.sigma_w2=-1       | grid.sigma_w2    | -1
          cosines=[1.5]          | cosines          | 1.5
          grid.activation=sine   | grid.activation  | relu
          nonsense               | nonsense         | key=value
          """)
  void badOverrides(String override, String key, String word) throws IOException {
    assertRefused(
        List.of("run", path("tiny.yaml"), override, "--out", path("out")), key.trim(), word.trim());
  }

  @Test
  void filesThatAreNoSweeps() throws IOException {
    assertRefused(List.of("run", path("missing.yaml")), "missing.yaml", "no such file");
    assertRefused(List.of("run", path(".")), "folder");
    Files.writeString(Path.of(path("broken.yaml")), "grid: [1, 2");
    assertRefused(List.of("run", path("broken.yaml")), "broken.yaml");
  }

  @Test
  void foldersThatAreInUse() throws IOException {
    Files.createDirectories(Path.of(path("taken")));
    Files.writeString(Path.of(path("taken/thesis.tex")), "precious");
    String sweep = path("tiny.yaml");
    assertRefused(List.of("run", sweep, "--out", path("taken")), path("taken"), "--out");
    assertRefused(
        List.of("run", sweep, "--out", path("taken"), "--overwrite"), "replaces only runs");
    assertRefused(List.of("run", sweep, "--out", path("taken"), "--resume"), "no run to resume");
    assertRefused(List.of("run", sweep, "--out", path("new"), "--resume"), "no run to resume");
    assertRefused(List.of("run", sweep, "--resume"), "--resume", "--out");
  }

  @Test
  void whatSparkWouldNotUnderstand() throws IOException {
    String sweep = path("tiny.yaml");
    assertRefused(List.of("run", sweep, "--master", "lokal"), "--master lokal", "local[2]");
    assertRefused(List.of("run", sweep, "--conf", "ui.enabled=true"), "--conf ui.enabled");
    assertRefused(List.of("run", sweep, "--conf", "spark.ui.enabled"), "--conf");
  }

  @Test
  void sweepFilesOnFileSystemsThatAreNot() throws IOException {
    assertRefused(List.of("run", "s3a://b/x.yaml"), "s3a://b/x.yaml: cannot be read");
    assertRefused(List.of("run", "x://b/x.yaml"), "x://b/x.yaml: cannot be read");
  }

  @Test
  void mastersAndSettingsThatCannotBe() throws IOException {
    for (String master :
        List.of(
            "local[99999999999]",
            "local[1000]",
            "local[0]",
            "local[]",
            "spark://nohost.invalid:7077",
            "spark://nohost",
            "spark://localhost:1",
            "spark://localhost:99999",
            "k8s://x",
            "yarn",
            "")) {
      assertRefused(tiny("--master", master), "--master " + master);
    }
    for (String setting :
        List.of(
            "spark.task.cpus=5",
            "spark.task.cpus=many",
            "spark.speculation=banana",
            "spark.serializer=no.such.Class",
            "spark.driver.host=nohost.invalid",
            "spark.driver.bindAddress=192.0.2.1",
            "spark.local.dir=/proc/nowhere")) {
      assertRefused(tiny("--master", "local[2]", "--conf", setting), "");
    }
  }

  @Test
  void machinesThatAreTooSmall() {
    assertThatThrownBy(() -> SparkSettings.checkHeap(300L << 20))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("300 MiB");
    SparkSettings.checkHeap(450L << 20);
    assertThat(OpenFiles.objection(64)).hasValueSatisfying(o -> assertThat(o).contains("ulimit"));
    assertThat(OpenFiles.objection(1024)).isEmpty();
  }

  @Test
  void placesThatAreNone() throws IOException {
    for (String place :
        List.of(
            "s3a://b/x",
            "hdfs://nohost.invalid/x",
            "hdfs://localhost:1/x",
            "typo://x",
            "file://host/x",
            "http://h/x",
            "")) {
      assertRefused(tiny("--out", place), place);
      assertRefused(List.of("show", place), place);
    }
    assertRefused(List.of("run", "hdfs://localhost:1/x.yaml"), "nobody answers at localhost:1");
    assertRefused(tiny("--out", path("x".repeat(300))), "cannot be written to");
  }

  /** The scripts look before Java does. */
  @Test
  void scriptsAndCommandsTakeTheSameSparks() throws IOException {
    assertThat(Files.readString(Path.of("../deploy/common.sh")))
        .contains("spark_versions='" + SparkVersions.SERVING + "'");
  }

  private static List<String> tiny(String... more) {
    return Stream.concat(Stream.of("run", path("tiny.yaml")), Stream.of(more)).toList();
  }

  @Test
  void versionsOfSparkThatDoNotServe() {
    for (String version : List.of("3.5.6", "4.0.1", "4.3.0", "4.10.0", "5.0.0", "?")) {
      assertThatThrownBy(() -> SparkVersions.check(version))
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("4.1 and 4.2 do");
    }
    SparkVersions.check("4.1.0");
    SparkVersions.check("4.2.0-preview1");
    SparkVersions.check();
  }

  /** A name and a key that fill a screen, with what would change it. */
  @Test
  void wordsAreToldShortAndPrintable() throws IOException {
    for (String word :
        List.of("x".repeat(100_000), "\u001b[2J\u009b\u202e\r" + "y".repeat(100_000))) {
      for (List<String> words :
          List.of(
              List.of(word),
              List.of("run", word),
              List.of("run", path("tiny.yaml"), word),
              List.of("run", path("tiny.yaml"), word + "=1"),
              List.of("run", path("tiny.yaml"), "samples=" + word),
              List.of("run", path("tiny.yaml"), "--out", path("out"), "--master", word),
              List.of("run", path("tiny.yaml"), "--out", path(word)),
              List.of("run", path("tiny.yaml"), "--conf", word),
              List.of("run", path("tiny.yaml"), "--conf", word + "=1"),
              List.of("run", path("tiny.yaml"), "--" + word),
              List.of("show", word),
              List.of("show", path("a"), "--format", word),
              List.of("report", word),
              List.of("figures", word),
              List.of("figures", path("a"), word),
              List.of("theory", word),
              List.of("theory", word + "=1"),
              List.of("theory", "activation=" + word),
              List.of("theory", "--sweep", word))) {
        assertRefused(words, "");
        assertThat(err())
            .hasSizeLessThan(2_500)
            .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|\u202e");
      }
    }
  }

  @Test
  void whatTheCommandLineDoesNotKnow() throws IOException {
    assertRefused(List.of("rnu", "a"), "no command 'rnu'", "run, show");
    assertRefused(List.of("run"), "CONFIG");
    assertRefused(List.of("run", path("tiny.yaml"), "--overwite"), "--overwite", "--overwrite");
    assertRefused(List.of("run", path("tiny.yaml"), "--resume", "--overwrite"), "--resume");
    assertRefused(List.of("show", path("."), "--format", "xml"), "xml", "csv");
    assertRefused(List.of(), "subcommand", "--help");
  }

  @Test
  void foldersWithoutARunCannotBeShown() throws IOException {
    assertRefused(List.of("show", path("missing")), path("missing"), "holds no run");
    assertRefused(List.of("show", path(".")), "holds no run");
  }

  @Test
  void helpAndVersionAreNoMistakes() {
    assertThat(execute("--help")).isZero();
    assertThat(out()).contains("run", "show", "Exit status");
    assertThat(execute("run", "--help")).isZero();
    assertThat(out()).contains("CONFIG", "--resume", "--overwrite", "--master", "Examples:");
    assertThat(execute("show", "--help")).isZero();
    assertThat(out()).contains("table, csv, json");
    assertThat(execute("--version")).isZero();
    assertThat(out()).startsWith("ntk-sweep ");
  }
}
