package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.Dispersion;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.published.PublishedOffDiagonal;
import org.ntksweep.jobs.cli.theory.TheoryTable;

/** Theory alone. */
final class TheoryCommandTest extends CommandLineTest {
  private static final String[] NETWORK = {
    "theory", "activation=relu", "sigma_w2=2.5", "width=100", "depth=50", "input_dim=100"
  };

  private static Network network() {
    Widths widths = Widths.constant(100, 100, 50);
    return new Network(Activation.RELU, 2.5, 0, widths, Parametrization.STANDARD);
  }

  private JsonNode json(String... more) throws IOException {
    String[] args = new String[NETWORK.length + more.length + 2];
    System.arraycopy(NETWORK, 0, args, 0, NETWORK.length);
    System.arraycopy(more, 0, args, NETWORK.length, more.length);
    args[args.length - 2] = "--format";
    args[args.length - 1] = "json";
    assertThat(execute(args)).as(err()).isZero();
    return new ObjectMapper().readTree(out());
  }

  @Test
  void aNetworkHasReferenceValues() throws IOException {
    JsonNode row = json().get(0);
    assertThat(row.get("exact_mean").asDouble()).isCloseTo(3082852.621515, within(1e-5));
    assertThat(row.get("exact_ratio").asDouble()).isCloseTo(6.752957934796, within(1e-11));
    assertThat(row.get("limit_ratio").asDouble()).isCloseTo(7.760316, within(1e-6));
    assertThat(row.get("chi_1").asDouble()).isEqualTo(1.25);
    assertThat(row.get("phase").asText()).isEqualTo("chaotic");
    assertThat(row.get("depth_to_width").asDouble()).isEqualTo(0.5);
    assertThat(row.get("verdict").asText()).startsWith("No: ").contains("2.4 times its mean");
    double variance = ExactMoments.relativeVarianceOfRatio(network()).orElseThrow();
    assertThat(row.get("samples_for_10_percent").asDouble())
        .isEqualTo(Dispersion.samplesFor(variance, 0.1));
    assertThat(row.get("samples_for_1_percent").asDouble())
        .isEqualTo(Dispersion.samplesFor(variance, 0.01));
    assertThat(row.get("size_biased_for_10_percent").asDouble()).isBetween(200.0, 400.0);
    assertThat(row.get("size_biased_for_1_percent").asDouble()).isBetween(2e4, 4e4);
    assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(TheoryTable.names());
  }

  /** The depth named is the first whose ratio is beyond 2. */
  @Test
  void theDepthWhereTheDispersionPassesTwo() throws IOException {
    double lambda = json().get(0).get("depth_to_width_of_ratio_2").asDouble();
    int depth = (int) Math.round(100 * lambda);
    JsonNode rows = json("depth=[%d, %d]".formatted(depth - 1, depth));
    assertThat(rows.get(0).get("exact_ratio").asDouble()).isLessThanOrEqualTo(2);
    assertThat(rows.get(1).get("exact_ratio").asDouble()).isGreaterThan(2);
    assertThat(json("sigma_w2=1.0").get(0).get("depth_to_width_of_ratio_2").isNull()).isTrue();
  }

  @Test
  void listsAndCosinesGiveRows() throws IOException {
    JsonNode rows = json("activation=[relu, tanh]", "sigma_b2=[0, 0.1]", "cosines=[0.5]");
    assertThat(rows).hasSize(8);
    assertThat(rows.get(1).get("exact_mean").isNull()).isTrue();
    assertThat(rows.get(0).get("samples_for_10_percent").isNull()).isFalse();
    assertThat(rows.get(1).get("samples_for_10_percent").isNull()).isTrue();
    assertThat(rows.get(4).get("samples_for_10_percent").isNull()).isTrue();
    assertThat(rows.get(1).get("infinite_width_mean").asDouble()).isPositive();
    assertThat(rows.get(4).get("exact_ratio").isNull()).isTrue();
  }

  @Test
  void theTableNamesWhatItShows() {
    assertThat(execute(NETWORK)).isZero();
    assertThat(out().lines()).anyMatch(line -> line.matches("exact_ratio +6\\.75295793.*"));
    assertThat(out().lines()).anyMatch(line -> line.startsWith("verdict "));
  }

  @Test
  void csvHasTheSameColumns() {
    assertThat(
            execute(
                "theory", "activation=erf", "sigma_w2=1", "widths=[3, 4, 1]", "--format", "csv"))
        .isZero();
    List<String> lines = out().lines().toList();
    assertThat(lines.get(0)).isEqualTo(String.join(",", TheoryTable.names()));
    assertThat(lines.get(1)).contains(",\"3,4,1\",3,standard,");
  }

  /** Figure 6 of the MSML paper and equation (18) of the ICML paper, for points of a file. */
  @Test
  void aSweepFileGivesTheoryOfItsPointsAndCosines() throws IOException {
    Files.writeString(Path.of(path("pairs.yaml")), SWEEP + "cosines: [0.0]\n");
    assertThat(
            execute(
                "theory",
                "--sweep",
                path("pairs.yaml"),
                "grid.sigma_b2=[0, 1]",
                "grid.depth=10",
                "--format",
                "json"))
        .isZero();
    JsonNode rows = new ObjectMapper().readTree(out());
    assertThat(rows).hasSize(8);
    assertThat(rows.get(0).get("kappa_1").isNull()).isTrue();
    JsonNode unbiased = rows.get(1);
    assertThat(unbiased.get("sigma_w2").asDouble()).isEqualTo(1);
    assertThat(unbiased.get("published_off_diagonal").asDouble())
        .isEqualTo(PublishedOffDiagonal.lowerEstimate(1, 10, 0));
    JsonNode biased = rows.get(3);
    assertThat(biased.get("sigma_b2").asDouble()).isEqualTo(1);
    assertThat(biased.get("published_off_diagonal").isNull()).isTrue();
    assertThat(rows.get(5).get("published_off_diagonal").isNull()).as("edge of chaos").isTrue();
  }

  /** Kappas follow the norm of the inputs, that of the paper among them. */
  @Test
  void kappasAtNormalizedInputs() throws IOException {
    String[] args = {
      "theory",
      "activation=relu",
      "sigma_w2=1",
      "sigma_b2=1",
      "width=8",
      "depth=10",
      "input_dim=8",
      "input_norm2=n_0",
      "cosines=[0.0]",
      "--format",
      "json"
    };
    assertThat(execute(args)).as(err()).isZero();
    JsonNode row = new ObjectMapper().readTree(out()).get(1);
    assertThat(row.get("input_norm2").asDouble()).isEqualTo(8);
    assertThat(row.get("kappa_1").asDouble()).isCloseTo(0.22200520833333334, within(1e-14));
    assertThat(row.get("kappa_2").asDouble()).isCloseTo(0.21604958172778982, within(1e-14));
    assertThat(row.get("kappa_ratio").asDouble()).isCloseTo(1.0275660177534955, within(1e-14));
    // The fixed point of q = q/2 + 1; then outputs of a correlation close to 1 are nearly fitted.
    assertThat(row.get("output_variance").asDouble()).isCloseTo(2, within(1e-14));
    assertThat(row.get("output_variance_trained").asDouble()).isBetween(1e-4, 1e-2);
    assertThat(row.get("published_off_diagonal").isNull()).isTrue();
  }

  /** What is suggested is listed. */
  @Test
  void everyKeyIsListed() {
    assertThat(execute("theory", "cosine=0.5")).isEqualTo(2);
    assertThat(err()).contains("did you mean cosines?");
    assertThat(err().lines().filter(line -> line.contains("allowed:")))
        .hasSize(1)
        .allMatch(line -> line.contains("sigma_w2") && line.contains("cosines"))
        .allMatch(line -> line.contains("trainable") && line.contains("init, ratio"));
  }

  @Test
  void aSweepFileIsShownAsLines() {
    assertThat(execute("theory", "--sweep", path("tiny.yaml"), "grid.depth=[3, 4]")).isZero();
    String told = out();
    String uri = Path.of(path("tiny.yaml")).toUri().toString();
    assertThat(execute("theory", "--sweep", uri, "grid.depth=[3, 4]")).as(err()).isZero();
    assertThat(out()).isEqualTo(told);
    assertThat(out().lines()).hasSize(2 + 4);
    assertThat(out())
        .startsWith("all rows: activation relu, sigma_b2 0, width 8, input_dim 8")
        .contains("sigma_w2  depth  exact_mean  exact_ratio  infinite_width_mean  limit_ratio")
        .doesNotContain("kappa", "verdict");
  }

  @Test
  void aNetworkOrASweepFileIsNeeded() throws IOException {
    assertRefused(List.of("theory"), "key=value", "--sweep");
    assertRefused(List.of("theory", "--sweep", path("missing.yaml")), "there is no such file");
    assertRefused(List.of("theory", "--sweep", " "), "sweep file ' '", "no name of a file");
    assertRefused(
        List.of("theory", "--sweep", path("tiny.yaml"), "sigma_w2=2"),
        "did you mean grid.sigma_w2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sigma_w=2     | did you mean sigma_w2?
          sigma_w2=-1   | sigma_w2: must be a number of at least 0, not -1
          depth=0       | depth: must be a whole number from 1
          cosines=2     | cosines: must be a number from -1 to 1, not 2
          sampling      | must be key=value
          activation=x  | activation:
          """)
  void whatIsWrongIsNamed(String value, String message) {
    String[] args = Arrays.copyOf(NETWORK, NETWORK.length + 1);
    args[NETWORK.length] = value;
    assertThat(execute(args)).isEqualTo(2);
    assertThat(err()).contains(message).doesNotContain("grid.");
    assertThat(out()).isEmpty();
  }

  /** What is left open is answered, and nothing else that depends on it. */
  @ParameterizedTest
  @CsvSource({"sigma_w2=2, max_sigma_w2", "depth=50, max_depth", "width=100, min_width"})
  void howFarANetworkMayGo(String open, String column) throws IOException {
    List<String> args = new ArrayList<>(List.of("theory", "activation=relu", "input_dim=100"));
    Stream.of("sigma_w2=2", "depth=50", "width=100")
        .filter(given -> !given.equals(open))
        .forEach(args::add);
    args.addAll(List.of("ratio=1.5", "--format", "json"));
    assertThat(execute(args.toArray(String[]::new))).as(err()).isZero();
    JsonNode row = new ObjectMapper().readTree(out()).get(0);
    double answer = row.get(column).asDouble();
    assertThat(row.get("exact_ratio").isNull()).isTrue();
    assertThat(row.get(open.substring(0, open.indexOf('='))).isNull()).isTrue();
    args.set(args.size() - 3, open.substring(0, open.indexOf('=') + 1) + row.get(column).asText());
    assertThat(execute(args.toArray(String[]::new))).as(err()).isZero();
    double ratio = new ObjectMapper().readTree(out()).get(0).get("exact_ratio").asDouble();
    assertThat(ratio).as("at %s", answer).isBetween(1.45, 1.5);
  }

  @Test
  void nothingOpenAsksForAllThree() throws IOException {
    JsonNode row = json("ratio=1.5").get(0);
    for (String column : List.of("exact_ratio", "max_sigma_w2", "max_depth", "min_width")) {
      assertThat(row.get(column).asDouble()).as(column).isGreaterThan(1);
    }
    JsonNode unknown = json("activation=tanh", "ratio=1.5").get(0);
    assertThat(unknown.get("max_depth").isNull()).isTrue();
    assertThat(unknown.get("within").asText()).contains("no exact ratio is known for tanh");
    JsonNode always = json("sigma_w2=1", "ratio=1.5").get(0);
    assertThat(always.get("max_depth").isNull()).isTrue();
    assertThat(always.get("within").asText()).contains("every depth");
  }

  @Test
  void initializationsHaveNames() throws IOException {
    String[] args = {
      "theory", "activation=relu", "init=he", "width=30", "depth=5", "input_dim=7", "--format"
    };
    List<String> json = new ArrayList<>(List.of(args));
    json.add("json");
    assertThat(execute(json.toArray(String[]::new))).as(err()).isZero();
    JsonNode row = new ObjectMapper().readTree(out()).get(0);
    assertThat(row.get("sigma_w2").asDouble()).isEqualTo(2);
    assertThat(row.get("phase").asText()).isEqualTo("edge_of_chaos");
    json.set(2, "init=xavier");
    assertRefused(json, "init glorot_normal: no single sigma_w2");
    json.set(2, "init=heh");
    assertRefused(json, "init: must be one of lecun_normal");
    json.set(2, "init=he");
    json.add(3, "sigma_w2=2");
    assertRefused(json, "init and sigma_w2: only one of them");
    assertRefused(List.of("theory", "activation=relu", "ratio=x"), "ratio: must be a number");
  }

  @Test
  void helpSaysWhatTheColumnsMean() {
    assertThat(execute("theory", "--help")).isZero();
    assertThat(out())
        .contains("exact_ratio", "ratio at the network's own widths", "he_normal", "ratio=1.1");
    assertThat(out().lines()).allMatch(line -> line.length() <= 80);
  }

  /** Extreme laws end, in numbers or in blanks. */
  @ParameterizedTest
  @CsvSource({
    "relu, 1e308, 1e308", "tanh, 1e308, 1e308", "gelu, 1e308, 1e308", "sigmoid, 1e-300, 0",
    "erf, 0, 1e308", "sin, 1e308, 0", "linear, 1e308, 1e-300", "leaky_relu, 0, 0"
  })
  void extremeLaws(String activation, String sigmaW2, String sigmaB2) {
    for (String initialization : List.of("gaussian", "uniform")) {
      assertThat(
              execute(
                  "theory",
                  "activation=" + activation,
                  "sigma_w2=" + sigmaW2,
                  "sigma_b2=" + sigmaB2,
                  "initialization=" + initialization,
                  "width=3",
                  "depth=[1, 300]",
                  "input_dim=2",
                  "cosines=[0.3]"))
          .as(err())
          .isZero();
      assertThat(out()).doesNotContain("NaN");
    }
  }
}
