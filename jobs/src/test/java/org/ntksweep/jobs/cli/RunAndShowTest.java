package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ntksweep.jobs.tables.EstimateColumns;

/** A run from the command line, and the ways to look at it. */
@TestInstance(Lifecycle.PER_CLASS)
final class RunAndShowTest extends CommandLineTest {
  private String endOfRun = "";
  private String storyOfRun = "";

  @BeforeAll
  void run() {
    int exit =
        execute("run", path("tiny.yaml"), "--out", path("a"), "--master", "local[2]", "seed=3");
    assertThat(exit).as(err()).isZero();
    endOfRun = out();
    storyOfRun = err();
  }

  @Test
  void aRunEndsWithTheVerdict() {
    assertThat(endOfRun.lines().toList())
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.matches("  relu, .*, sigma_w2 .*"))
        .last()
        .isEqualTo("all estimates: ntk-sweep show " + path("a"));
    assertThat(storyOfRun).contains("tiny: 2 points, 50 samples each -> " + path("a"));
    assertThat(Path.of(path("a/config.yaml"))).content().contains("seed: 3");
  }

  @Test
  void aDryRunPredictsAndLeavesNothing() {
    assertThat(execute("run", path("tiny.yaml"), "--out", path("dry"), "--dry-run", "samples=1000"))
        .isZero();
    assertThat(out())
        .contains("tiny: 2 points, 1,000 samples each, 2,000 random networks")
        .containsPattern("time    about \\d+ s on \\d+ cores?")
        .contains("disk    about 61 kB in " + path("dry"))
        .endsWith("Nothing was run.\n");
    assertThat(Path.of(path("dry"))).doesNotExist();
    assertThat(storyOfRun).containsPattern("predicted: about \\d+ s on 2 cores");
  }

  @Test
  void everyFormatHasEveryRow() throws IOException {
    assertThat(execute("show", path("a"))).isZero();
    assertThat(out().lines().filter(line -> line.contains("["))).hasSize(2);

    assertThat(execute("show", path("a"), "--format", "csv")).isZero();
    List<String> csv = out().lines().toList();
    assertThat(csv).hasSize(3);
    assertThat(csv.get(0)).isEqualTo(String.join(",", EstimateColumns.ALL.names()));
    assertThat(csv.get(1))
        .contains(",relu,1.0,0.0,3,8,\"8,8,8,1\",8,standard,0.375,norm_chain,1.0,50,");

    assertThat(execute("show", path("a"), "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out());
    assertThat(json).hasSize(2);
    assertThat(json.get(0).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(EstimateColumns.ALL.names());
    assertThat(json.get(0).get("widths").toString()).isEqualTo("[8,8,8,1]");
    assertThat(json.get(0).get("chi_1").asDouble()).isEqualTo(0.5);
    assertThat(json.get(0).get("phase").asText()).isEqualTo("ordered");
    assertThat(json.get(0).get("mean").isDouble()).isTrue();
  }

  @Test
  void aReaderThatLeavesEarlyIsNoFailure() {
    Writer closed =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    for (String format : List.of("table", "csv", "json")) {
      int exit =
          Main.commandLine()
              .setOut(new PrintWriter(closed))
              .execute("show", path("a"), "--format", format);
      assertThat(exit).isZero();
    }
  }

  @Test
  void aCompleteRunIsNotRunAgain() throws IOException {
    String before = Files.readString(Path.of(path("a/manifest.json")));
    assertThat(execute("run", path("a/config.yaml"), "--out", path("a"), "--resume")).isZero();
    assertThat(err()).contains("is complete already");
    assertThat(out()).contains("networks may be taken");
    assertThat(Path.of(path("a/manifest.json"))).hasContent(before);
  }

  @Test
  void anotherSweepIsNotResumed() {
    assertThat(execute("run", path("tiny.yaml"), "--out", path("a"), "--resume")).isEqualTo(2);
    assertThat(err()).contains("in the folder 'seed: 3', asked for 'seed: 0'");
  }

  @Test
  void aRunWithoutEstimatesSaysWhyAndHowToGoOn() throws IOException {
    String text =
        Files.readString(Path.of(path("a/manifest.json")))
            .replace("\"points_estimated\" : 2", "\"points_estimated\" : 0")
            .replace("\"complete\"", "\"running\"")
            .replaceFirst("\"commits\" : \\d+", "\"commits\" : 0")
            .replaceFirst(",\\s*\"crc32c\".*", "");
    Files.createDirectories(Path.of(path("b")));
    Files.writeString(Path.of(path("b/manifest.json")), text);
    assertThat(execute("show", path("b"))).isEqualTo(1);
    assertThat(err())
        .contains("is not complete: the run is still going on, or was killed")
        .contains("0 of 2 points have their estimates")
        .contains("to go on: ntk-sweep run " + path("b") + "/config.yaml --out " + path("b"));
  }
}
