package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
