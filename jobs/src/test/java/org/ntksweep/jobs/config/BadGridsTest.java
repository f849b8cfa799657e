package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.jobs.config.Texts.MINIMAL;
import static org.ntksweep.jobs.config.Texts.edited;
import static org.ntksweep.jobs.config.Texts.refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of grids that are none, word for word. Tables edit {@link Texts#MINIMAL}. */
final class BadGridsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          activation: relu => activation: rleu       => 2: grid.activation: must be relu, leaky_relu, linear, tanh, erf, sigmoid, gelu, silu, elu, selu, softplus or sin, not rleu; did you mean relu?
          activation: relu => activation: [relu, relo] => 2: grid.activation: must be relu, leaky_relu, linear, tanh, erf, sigmoid, gelu, silu, elu, selu, softplus or sin, not relo; did you mean relu?
          activation: relu => activation: softmax    => 2: grid.activation: must be relu, leaky_relu, linear, tanh, erf, sigmoid, gelu, silu, elu, selu, softplus or sin, not softmax
          activation: relu => activation: {from: relu, to: erf} => 2: grid.activation: must be relu, leaky_relu, linear, tanh, erf, sigmoid, gelu, silu, elu, selu, softplus or sin, not {from: relu, to: erf}
          activation: relu => activation: []         => 2: grid.activation: must have at least one value, not []
          sigma_w2: 2.0    => sigma_w2:              => 3: grid.sigma_w2: must be a number of at least 0, but has no value
          sigma_w2: 2.0    => sigma_w2: -0.5         => 3: grid.sigma_w2: must be a number of at least 0, not -0.5
          sigma_w2: 2.0    => sigma_w2: .inf         => 3: grid.sigma_w2: must be a number of at least 0, not .inf
          sigma_w2: 2.0    => sigma_w2: 1e999        => 3: grid.sigma_w2: must be a number of at least 0 that a double can hold (5e-324 to 1.8e308), not 1e999
          sigma_w2: 2.0    => sigma_w2: 1e-999       => 3: grid.sigma_w2: must be a number of at least 0 that a double can hold (5e-324 to 1.8e308), not 1e-999
          sigma_w2: 2.0    => sigma_w2: 1e999999999  => 3: grid.sigma_w2: must be a number of at least 0 that a double can hold (5e-324 to 1.8e308), not 1e999999999
          sigma_w2: 2.0    => sigma_w2: 1.5,2.0      => 3: grid.sigma_w2: must be a number of at least 0, not 1.5,2.0
          sigma_w2: 2.0    => sigma_w2:|  - 1.0|  - two => 5: grid.sigma_w2: must be a number of at least 0, not two
          sigma_w2: 2.0    => sigma_w2: 2.0|  sigma_b2: -1 => 4: grid.sigma_b2: must be a number of at least 0, not -1
          width: 10        => width: 0               => 4: grid.width: must be a whole number from 1 to 1,000,000, not 0
          width: 10        => width: 1000001         => 4: grid.width: must be a whole number from 1 to 1,000,000, not 1000001
          width: 10        => width: {from: 1, to: width} => 4: grid.width.to: must be a whole number from 1 to 1,000,000, not width
          depth: 5         => depth: 2.5             => 5: grid.depth: must be a whole number from 1 to 1,000,000, not 2.5
          depth: 5         => depth: [[2]]           => 5: grid.depth: must be a whole number from 1 to 1,000,000, not [2]
          depth: 5         => depth_to_width: 0      => 5: grid.depth_to_width: must be a number above 0, not 0
          depth: 5         => depth_to_width: 0.06   => 5: grid.depth_to_width: 0.06 at width 10 gives 0.6; must give a whole number from 1 to 1,000,000
          depth: 5         => depth_to_width: 1e6    => 5: grid.depth_to_width: 1000000 at width 10 gives 10000000; must give a whole number from 1 to 1,000,000
          depth: 5         => depth: {from: 20, to: width} => 5: grid.depth: steps of 1 do not lead from 20 to 10
          input_dim: 4     => alpha0: -1             => 6: grid.alpha0: must be a number above 0, not -1
          input_dim: 4     => alpha0: 1e-300         => 6: grid.alpha0: 1E-300 at width 10 gives 1E-299; must give a whole number from 1 to 1,000,000
          input_dim: 4     => input_dim: 0           => 6: grid.input_dim: must be a whole number from 1 to 1,000,000, not 0
          """)
  void theGrid(String line, String replacement, String message) {
    assertThat(refusal(edited(line, replacement))).isEqualTo("bad.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          {from: 1, step: 1}              => grid.sigma_w2.to: is missing; must be a number of at least 0
          {to: 1, step: 1}                => grid.sigma_w2.from: is missing; must be a number of at least 0
          {from: 1, to: 2}                => grid.sigma_w2: needs a step or a count
          {from: 1, to: 2, step: 1, count: 2} => grid.sigma_w2: has both step and count; give one of them
          {from: 1, to: 2, step: 0}       => grid.sigma_w2: steps of 0 do not lead from 1 to 2
          {from: 1, to: 2, step: -0.1}    => grid.sigma_w2: steps of -0.1 do not lead from 1 to 2
          {from: 2, to: 1, step: 0.1}     => grid.sigma_w2: steps of 0.1 do not lead from 2 to 1
          {from: 1, to: 2, step: .nan}    => grid.sigma_w2.step: must be a number, not .nan
          {from: 1, to: 2, step: 1e-9}    => grid.sigma_w2: has more than 1,000,000 values
          {from: 0, to: 1e300, step: 1e-300} => grid.sigma_w2: has more than 1,000,000 values
          {from: one, to: 2, step: 1}     => grid.sigma_w2.from: must be a number of at least 0, not one
          {from: -1, to: 2, step: 1}      => grid.sigma_w2.from: must be a number of at least 0, not -1
          {from: 1, to: 2, count: 0}      => grid.sigma_w2.count: must be a whole number from 1 to 1,000,000, not 0
          {from: 1, to: 2, count: 2e6}    => grid.sigma_w2.count: must be a whole number from 1 to 1,000,000, not 2e6
          {from: 1, to: 2, count: 1}      => grid.sigma_w2: a count of 1 leaves out 2; at least 2 are needed
          {from: 1, to: 2, step: 1, scale: log} => grid.sigma_w2: has a scale, which goes with count
          {from: 1, to: 2, count: 3, scale: lin} => grid.sigma_w2.scale: must be linear or log, not lin
          {from: 0, to: 2, count: 3, scale: log} => grid.sigma_w2: a log scale needs from and to above 0
          """)
  void ranges(String range, String message) {
    assertThat(refusal(edited("sigma_w2: 2.0", "sigma_w2: " + range)))
        .isEqualTo("bad.yaml:3: " + message);
  }

  @Test
  void rangesOfWholeNumbersMayNotLeadToOthers() {
    assertThat(refusal(MINIMAL, "grid.depth={from: 1, to: 4, step: 0.5}"))
        .isEqualTo(
            "on the command line: grid.depth: leads to 1.5;"
                + " must be a whole number from 1 to 1,000,000");
    assertThat(refusal(MINIMAL, "grid.depth={from: 1, to: 4, count: 3}"))
        .contains("grid.depth: leads to 2.5;");
    assertThat(refusal(MINIMAL, "grid.depth={from: 1, to: 4.5}"))
        .contains("grid.depth.to: must be a whole number from 1 to 1,000,000, not 4.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
"""
          [[3, 1], [784]]  => needs an input dimension and the outputs at least, not [784]
          [[3, 1], [0, 1]] => must be a whole number from 1 to 1,000,000, not 0
          [[3, 1], []]     => needs an input dimension and the outputs at least, not []
          784              => needs an input dimension and the outputs at least, not 784
""")
  void listedWidths(String widths, String message) {
    assertThat(refusal(MINIMAL, "grid.widths=" + widths))
        .isEqualTo("on the command line: grid.widths: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          {from: 1, to: 2}             => .depth: is missing
          {from: 9, to: 0, depth: 3}   => .to: must be a whole number from 1 to 1,000,000, not 0
          {from: 9, to: 2, step: 3}    => .step: unknown key
          {from: 9, to: 2, depth: 0.5} => .depth: must be a whole number from 1 to 1,000,000, not 0.5
          {from: 9, to: 2, depth: {from: 1, to: 1e5}} => : its networks have more than 50,000,000
          """)
  void ramps(String ramp, String message) {
    assertThat(refusal(MINIMAL, "grid.widths=" + ramp))
        .startsWith("on the command line: grid.widths" + message);
  }

  @Test
  void gridsTooLargeToHold() {
    assertThat(
            refusal(
                MINIMAL,
                "grid.sigma_w2={from: 1, to: 2, count: 3000}",
                "grid.sigma_b2={from: 1, to: 2, count: 2000}"))
        .isEqualTo("bad.yaml:1: grid: has 6,000,000 points; at most 5,000,000 are allowed");
    assertThat(refusal(MINIMAL, "grid.depth={from: 1, to: 20000}"))
        .isEqualTo("bad.yaml:1: grid: its networks have more than 50,000,000 layers in total");
    assertThat(refusal(MINIMAL, "grid.width={from: 1, to: 1e4}", "grid.depth={from: 1, to: width}"))
        .isEqualTo("bad.yaml:1: grid: its networks have more than 50,000,000 layers in total");
  }
}
