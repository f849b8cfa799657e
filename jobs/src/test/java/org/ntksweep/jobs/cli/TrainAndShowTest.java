package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ntksweep.jobs.cluster.RunTables;
import org.ntksweep.jobs.run.Warnings;
import org.ntksweep.jobs.tables.training.TrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/** A sweep that trains, from the command line, and the ways to look at it. */
@TestInstance(Lifecycle.PER_CLASS)
final class TrainAndShowTest extends CommandLineTest {
  private static final String DATA =
      """
      label,a,b,c,d
      0,0.1,0.9,0.3,0.2
      1,0.8,0.1,0.2,0.7
      0,0.2,0.8,0.1,0.1
      1,0.9,0.3,0.1,0.5
      0,0.3,0.7,0.6,0.2
      1,0.6,0.2,0.4,0.9
      """;

  private String endOfRun = "";

  @BeforeAll
  void run() throws IOException {
    Files.writeString(Path.of(path("data.csv")), DATA);
    Files.writeString(
        Path.of(path("trained.yaml")),
        """
        seed: 3
        grid: {activation: relu, sigma_w2: [1.5, 2.5], width: 16, depth: 3, learning_rate: 0.1}
        samples: 3
        training:
          data: {source: %s, examples: 4, test: 2}
          targets: signs
          steps: 20
          record: {per_decade: 1}
        """
            .formatted(path("data.csv")));
    try (Warnings warnings = new Warnings()) {
      assertThat(train("a", "--master", "local[2]")).as(err()).isZero();
      assertThat(warnings.told()).isEmpty();
    }
    endOfRun = out();
  }

  private int train(String folder, String... more) {
    String[] words = {"run", path("trained.yaml"), "--out", path(folder)};
    return execute(joined(words, more));
  }

  @Test
  void sharesOfRatesThatAreNotKnownAreRefused() throws IOException {
    List<String> request =
        List.of(
            "run",
            path("trained.yaml"),
            "grid.sigma_w2=[2, 1e200]",
            "grid.learning_rate=[0.1, {of_stable: [0.5, 1]}]",
            "--out",
            path("unstable"));
    String[] words = {
      "grid.learning_rate: must be numbers, not [{of_stable: 0.5}, {of_stable: 1.0}]", "1.0E200"
    };
    assertRefused(request, words);
    assertRefused(Stream.concat(request.stream(), Stream.of("--dry-run")).toList(), words);
  }

  @Test
  void aRunEndsWithWhatBecameOfItsNetworks() {
    assertThat(endOfRun)
        .startsWith("6 networks of 2 points trained; 0 diverged, 0 ended early")
        .endsWith("all estimates: ntk-sweep show " + path("a") + "\n");
  }

  @Test
  void oneCoreOrTwoMakesNoDifference() throws IOException {
    assertThat(train("b", "--master", "local[1]", "execution.task_seconds=1e-9")).isZero();
    assertThat(RunTables.of(Path.of(path("b")))).isEqualTo(RunTables.of(Path.of(path("a"))));
  }

  @Test
  void everyTableIsShown() {
    assertThat(shown()).startsWith(header(TrainingEstimateColumns.ALL.names())).hasLineCount(9);
    assertThat(shown("--table", "estimates")).isEqualTo(shown("--table", "training_estimates"));
    assertThat(shown("--table", "training"))
        .startsWith(header(TrainingColumns.ALL.names()))
        .hasLineCount(25);
    assertThat(execute("show", path("a"))).isZero();
    assertThat(out()).contains("learning_rate 0.1").contains("  change  ");
  }

  private static String header(List<String> names) {
    return String.join(",", names) + "\n";
  }

  private String shown(String... more) {
    String[] words = {"show", path("a"), "--format", "csv"};
    assertThat(execute(joined(words, more))).isZero();
    return out();
  }

  @Test
  void aTableThatIsNotThereIsRefused() {
    assertThat(execute("show", path("a"), "--table", "samples")).isEqualTo(2);
    assertThat(err()).contains("--table samples: the run trains its networks; it has points,");
  }

  @Test
  void thereIsAPageAndItsChartsAreFigures() throws IOException {
    assertThat(execute("report", path("a"))).isZero();
    assertThat(Path.of(path("a/report.html"))).content().contains("6 random networks trained");
    assertThat(execute("figures", path("a"), "--out", path("figures"))).as(err()).isZero();
    assertThat(Path.of(path("figures/loss.svg"))).isNotEmptyFile();
    assertThat(Path.of(path("figures/change.svg"))).isNotEmptyFile();
  }

  @Test
  void aDryRunKnowsTheSteps() {
    assertThat(train("dry", "--dry-run")).isZero();
    assertThat(out()).contains("2 points, 3 samples each, 6 random networks, 20 steps each");
  }

  @Test
  void fewerLearningRatesAreAnotherSweep() {
    assertThat(train("a", "--resume", "grid.learning_rate=0.2")).isEqualTo(2);
    assertThat(err()).contains("in the folder, not asked for: points at learning_rate 0.1");
  }

  @Test
  void otherDataAreRefusedByTheirDigest() throws IOException {
    Path data = Path.of(path("data.csv"));
    Files.writeString(data, DATA.replace("0.1,0.9", "0.2,0.9"));
    try {
      assertThat(train("a", "--resume", "samples=4")).isEqualTo(2);
      assertThat(err()).contains("digest");
    } finally {
      Files.writeString(data, DATA);
    }
  }
}
