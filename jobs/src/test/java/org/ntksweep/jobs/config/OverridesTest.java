package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ntksweep.jobs.config.Texts.depths;
import static org.ntksweep.jobs.config.Texts.minimal;
import static org.ntksweep.jobs.config.Texts.sigmaW2s;
import static org.ntksweep.jobs.config.Texts.sweep;
import static org.ntksweep.jobs.config.Texts.widths;

import org.junit.jupiter.api.Test;

class OverridesTest {
  @Test
  void replaceAndAddValues() {
    Sweep sweep = minimal("samples=5e3", "bootstrap.replicates=100", "grid.sigma_w2=[1.5,2.0]");

    assertThat(sweep.sampling().samples()).isEqualTo(5000);
    assertThat(sweep.estimation().bootstrap().replicates()).isEqualTo(100);
    assertThat(sweep.estimation().bootstrap().confidence()).isEqualTo(0.95);
    assertThat(sigmaW2s(sweep)).containsExactly(1.5, 2.0);
  }

  @Test
  void reachIntoRanges() {
    String text = Texts.MINIMAL.replace("depth: 5", "depth: {from: 1, to: 9, step: 4}");

    assertThat(depths(sweep(text, "grid.depth.to=5"))).containsExactly(1, 5);
  }

  @Test
  void theLastOneCounts() {
    assertThat(minimal("samples=5", "samples=6").sampling().samples()).isEqualTo(6);
  }

  @Test
  void replaceTheAlternativesInTheFile() {
    assertThat(depths(minimal("grid.depth_to_width=2"))).containsExactly(20);
    assertThat(widths(minimal("grid.alpha0=0.2", "grid.depth=2"))).containsExactly("2,10,1");
    assertThat(widths(minimal("grid.widths=[7, 1]"))).containsExactly("7,1");

    String listed =
        """
        grid: {activation: relu, sigma_w2: 2.0, widths: [7, 1]}
        samples: 100
        """;
    assertThat(widths(sweep(listed, "grid.width=3", "grid.input_dim=2", "grid.depth=2")))
        .containsExactly("2,3,1");
  }

  @Test
  void mayNotContradictEachOther() {
    assertThatThrownBy(() -> minimal("grid.depth=3", "grid.depth_to_width=2"))
        .hasMessage(
            "on the command line: grid.depth_to_width:"
                + " cannot stand beside grid.depth (on the command line); give one of them");
  }

  @Test
  void takeKeysAndSectionsAway() {
    String text = Texts.MINIMAL + "bootstrap: {replicates: 100, confidence: 0.9}\n";

    assertThat(sweep(text, "bootstrap.confidence=null"))
        .isEqualTo(minimal("bootstrap.replicates=100"));
    assertThat(sweep(text, "bootstrap=null")).isEqualTo(minimal());
    assertThat(sweep(text, "bootstrap=null", "bootstrap.confidence=0.9"))
        .isEqualTo(minimal("bootstrap.confidence=0.9"));
    assertThat(minimal("training.time=null")).isEqualTo(minimal());
  }

  @Test
  void takeNothingAwayThatIsNoKeyOrMustBeThere() {
    assertThatThrownBy(() -> minimal("bootstrap.replicas=null"))
        .hasMessageStartingWith("on the command line: bootstrap.replicas: unknown key");
    assertThatThrownBy(() -> minimal("samples=null"))
        .hasMessageStartingWith("on the command line: samples: must be");
    assertThatThrownBy(() -> minimal("samples='null'")).hasMessageContaining("samples: must be");
  }

  @Test
  void mayMakeUpTheWholeFile() {
    assertThat(sweep("{}", "grid={activation: relu, sigma_w2: 2, widths: [7, 1]}", "samples=2"))
        .isEqualTo(minimal("grid.widths=[7, 1]", "samples=2"));
    assertThat(sweep("samples: 2", "grid.activation=relu", "grid.sigma_w2=2", "grid.widths=[7, 1]"))
        .isEqualTo(minimal("grid.widths=[7, 1]", "samples=2"));
  }
}
