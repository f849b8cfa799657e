package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ntksweep.jobs.config.Texts.minimal;
import static org.ntksweep.jobs.config.Texts.widths;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Trainable;

/** The keys that make one network law of another. */
class LawKeysTest {
  private static List<Double> norms(Sweep sweep) {
    return sweep.points().stream().map(Network::inputNorm2).toList();
  }

  @Test
  void inputsHaveNormOneUnlessTold() {
    assertThat(norms(minimal())).containsExactly(1.0);
    assertThat(norms(minimal("grid.input_norm2=2.5"))).containsExactly(2.5);
  }

  @Test
  void theWordIsThePointsOwnInputDimension() {
    assertThat(norms(minimal("grid.input_dim=[4, 9]", "grid.input_norm2=n_0")))
        .containsExactly(4.0, 9.0);
    assertThat(norms(minimal("grid.input_dim=[4, 9]", "grid.input_norm2=[1, n_0, 9]")))
        .as("distinct")
        .containsExactly(1.0, 4.0, 9.0, 1.0, 9.0);
    assertThat(norms(minimal("grid.widths=[[784, 300, 1], [20, 1]]", "grid.input_norm2=n_0")))
        .containsExactly(784.0, 20.0);
  }

  @Test
  void normsThatAreNone() {
    for (String norm : List.of("0", "-1", "n0", "input_dim", "N_0", "[]", "inf", "1e400")) {
      assertThatThrownBy(() -> minimal("grid.input_norm2=" + norm))
          .as(norm)
          .hasMessageStartingWith("on the command line: grid.input_norm2: must ");
    }
  }

  @Test
  void outputsVaryFastest() {
    assertThat(widths(minimal("grid.depth=[2, 3]", "grid.outputs=[1, 10]")))
        .containsExactly("4,10,1", "4,10,10", "4,10,10,1", "4,10,10,10");
    assertThat(widths(minimal("grid.depth=1", "grid.outputs=[7]"))).containsExactly("4,7");
    assertThat(widths(minimal("grid.widths=[[784, 300, 10], [3, 2]]")))
        .containsExactly("784,300,10", "3,2");
  }

  @Test
  void listedWidthsHaveTheirOwnOutputs() {
    assertThatThrownBy(() -> minimal("grid.widths=[3, 2]", "grid.outputs=2"))
        .hasMessage(
            "on the command line: grid.outputs: cannot stand beside grid.widths (on the command"
                + " line); give one of them");
    assertThat(SweepFile.parse(Texts.MINIMAL, "a.yaml", List.of("grid.widths=[3, 2]")))
        .extracting(SweepFile::resolvedYaml)
        .asString()
        .doesNotContain("outputs");
  }

  @Test
  void whatIsTrained() {
    assertThat(minimal().points()).extracting(Network::trainable).containsOnly(Trainable.ALL);
    assertThat(minimal("trainable=weights").points())
        .extracting(Network::trainable)
        .containsOnly(Trainable.WEIGHTS);
    assertThatThrownBy(() -> minimal("trainable=weight"))
        .hasMessage(
            "on the command line: trainable: must be all or weights, not weight;"
                + " did you mean weights?");
  }

  @Test
  void slopesOfLeakyRelu() {
    assertThat(
            minimal("grid.activation=[leaky_relu(0.2), leaky_relu( 2e-1 ), leaky_relu]").points())
        .extracting(Network::activation)
        .containsExactly(Activation.leakyRelu(0.2), Activation.LEAKY_RELU);
    assertThatThrownBy(() -> minimal("grid.activation=leaky_relu(x)"))
        .hasMessage(
            "on the command line: grid.activation: must be leaky_relu(SLOPE) with a slope from -1e6"
                + " to 1e6, not leaky_relu(x)");
  }

  /** Five million points are not made before they are asked for. */
  @Test
  void pointsAreMadeWhenTheyAreAskedFor() {
    Sweep sweep =
        minimal(
            "grid.sigma_w2={from: 1, to: 3, count: 2500}",
            "grid.sigma_b2={from: 0, to: 1, count: 2000}");

    assertThat(sweep.points()).hasSize(5_000_000);
    assertThat(sweep.points().get(4_999_999))
        .isEqualTo(minimal("grid.sigma_w2=3", "grid.sigma_b2=1").points().get(0));
  }
}
