package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.jobs.config.Texts.depths;
import static org.ntksweep.jobs.config.Texts.minimal;
import static org.ntksweep.jobs.config.Texts.widths;

import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Network;

class GridTest {
  private static String describe(Network point) {
    return "%s %s %s %s"
        .formatted(point.activation().label(), point.sigmaW2(), point.sigmaB2(), point.widths());
  }

  @Test
  void laterKeysVaryFastest() {
    Sweep sweep =
        minimal(
            "grid.activation=[tanh, relu]",
            "grid.sigma_w2=[2, 1]",
            "grid.sigma_b2=[0, 0.1]",
            "grid.depth=[1, 2]");

    assertThat(sweep.points().stream().map(GridTest::describe))
        .containsExactly(
            "tanh 2.0 0.0 4,1",
            "tanh 2.0 0.0 4,10,1",
            "tanh 2.0 0.1 4,1",
            "tanh 2.0 0.1 4,10,1",
            "tanh 1.0 0.0 4,1",
            "tanh 1.0 0.0 4,10,1",
            "tanh 1.0 0.1 4,1",
            "tanh 1.0 0.1 4,10,1",
            "relu 2.0 0.0 4,1",
            "relu 2.0 0.0 4,10,1",
            "relu 2.0 0.1 4,1",
            "relu 2.0 0.1 4,10,1",
            "relu 1.0 0.0 4,1",
            "relu 1.0 0.0 4,10,1",
            "relu 1.0 0.1 4,1",
            "relu 1.0 0.1 4,10,1");
  }

  @Test
  void architecturesVaryByWidthThenInputThenDepth() {
    assertThat(widths(minimal("grid.width=[3, 2]", "grid.input_dim=[5, 4]", "grid.depth=[2, 3]")))
        .containsExactly(
            "5,3,1", "5,3,3,1", "4,3,1", "4,3,3,1", "5,2,1", "5,2,2,1", "4,2,1", "4,2,2,1");
  }

  @Test
  void equalLawsAreOnePoint() {
    assertThat(minimal("grid.sigma_w2=[2, 2.0, 20e-1]").points()).hasSize(1);
    assertThat(minimal("grid.sigma_b2=[0, -0.0]").points()).hasSize(1);
    assertThat(minimal("grid.activation=[relu, relu]").points()).hasSize(1);
    // Without a hidden layer, the hidden width does not matter.
    assertThat(widths(minimal("grid.width=[3, 2]", "grid.depth=1"))).containsExactly("4,1");
  }

  @Test
  void depthsToWidthAreRoundedHalfUp() {
    assertThat(depths(minimal("grid.depth_to_width=[0.07, 0.14, 0.15, 0.25, 1, 1.0]")))
        .containsExactly(1, 2, 3, 10);
  }

  @Test
  void inputsToWidthAreRoundedHalfUp() {
    assertThat(widths(minimal("grid.alpha0=[0.12, 0.25, 2]", "grid.depth=2")))
        .containsExactly("1,10,1", "3,10,1", "20,10,1");
  }

  @Test
  void aRangeOfDepthsMayEndAtTheWidth() {
    assertThat(widths(minimal("grid.width=[3, 2]", "grid.depth={from: 2, to: width}")))
        .containsExactly("4,3,1", "4,3,3,1", "4,2,1");
    assertThat(depths(minimal("grid.depth={from: 1, to: width, step: 4}")))
        .containsExactly(1, 5, 9);
  }

  @Test
  void networksMayBeListedInFull() {
    assertThat(widths(minimal("grid.widths=[[784, 300, 1], [20, 40, 80, 1], [784, 300, 1]]")))
        .containsExactly("784,300,1", "20,40,80,1");
    assertThat(widths(minimal("grid.widths=[784, 300, 1]"))).containsExactly("784,300,1");
  }

  /** By hand: n_l = from + ceil(l (to - from) / L). */
  @Test
  void widthsMayChangeEvenlyOverTheDepth() {
    assertThat(widths(minimal("grid.widths={from: 10, to: 20, depth: [1, 3]}")))
        .containsExactly("10,1", "10,14,17,1");
    assertThat(
            widths(
                minimal(
                    "grid.widths=[{from: 20, to: 10, depth: 3}, {from: 9, to: 9, depth: 2}, [3,"
                        + " 1]]")))
        .containsExactly("20,17,14,1", "9,9,1", "3,1");
  }
}
