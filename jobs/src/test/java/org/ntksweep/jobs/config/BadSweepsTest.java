package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.yaml.ConfigException;

/**
 * What people are told, word for word. The tables edit {@link Texts#MINIMAL}: a line of it, what to
 * write instead (several lines with | between them), and the message.
 */
class BadSweepsTest {
  private static String message(String text, String... overrides) {
    Throwable error = catchThrowable(() -> SweepFile.parse(text, "bad.yaml", List.of(overrides)));
    assertThat(error).isInstanceOf(ConfigException.class);
    return error.getMessage();
  }

  private static String edited(String line, String replacement) {
    assertThat(Texts.MINIMAL).contains(line);
    return Texts.MINIMAL.replace(line, replacement.replace('|', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          seed: 1.5          => bad.yaml:8: seed: must be a whole number of 64 bits, not 1.5
          seed: 9223372036854775808 => bad.yaml:8: seed: must be a whole number of 64 bits, not 9223372036854775808
          name: a/b          => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, not a/b
          name: ..           => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, not ..
          name: -x           => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, not -x
          name:              => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, but has no value
          cosines: 1.01      => bad.yaml:8: cosines: must be a number from -1 to 1, not 1.01
          cosines: [0, -2]   => bad.yaml:8: cosines: must be a number from -1 to 1, not -2
          cosines: [.nan]    => bad.yaml:8: cosines: must be a number from -1 to 1, not .nan
          cosines: {from: -1, to: 1, count: 1002} => bad.yaml:8: cosines: has 1002 cosines; at most 1000 are allowed
          parametrization: NTK => bad.yaml:8: parametrization: must be standard or ntk, not NTK; did you mean ntk?
          initialization: normal => bad.yaml:8: initialization: must be gaussian, uniform or orthogonal, not normal
          initialization: [uniform, gaussian] => bad.yaml:8: initialization: must be gaussian, uniform or orthogonal, not [uniform, gaussian]
          sampler: norm-chain => bad.yaml:8: sampler: must be auto, norm_chain, conditioned or dense, not norm-chain; did you mean norm_chain?
          sampler: [auto]    => bad.yaml:8: sampler: must be auto, norm_chain, conditioned or dense, not [auto]
          dense: 1GiB        => bad.yaml:8: dense: must be a section with keys of its own, not 1GiB
          dense: {precision: half} => bad.yaml:8: dense.precision: must be double or float, not half
          dense: {memory: 1GB} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not 1GB
          dense: {memory: 0} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not 0
          dense: {memory: -1GiB} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not -1GiB
          dense: {memory: 99999999TiB} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not 99999999TiB
          estimator: uratio  => bad.yaml:8: estimator: must be plug_in, u_ratio, leave_one_out, published, jackknife or debiased, not uratio; did you mean u_ratio?
          bootstrap: 100     => bad.yaml:8: bootstrap: must be a section with keys of its own, not 100
          bootstrap:         => bad.yaml:8: bootstrap: must be a section with keys of its own, but has no value
          bootstrap: {replicates: 1} => bad.yaml:8: bootstrap.replicates: must be a whole number from 2 to 1,000,000, not 1
          bootstrap: {confidence: 95} => bad.yaml:8: bootstrap.confidence: must be a number between 0 and 1, not 95
          bootstrap: {confidence: 1.0} => bad.yaml:8: bootstrap.confidence: must be a number between 0 and 1, not 1.0
          output: {samples: yes} => bad.yaml:8: output.samples: must be true or false, not yes
          execution: {task_seconds: 0} => bad.yaml:8: execution.task_seconds: must be auto or a number of seconds from 1e-9 to 1e9, not 0
          execution: {wave_seconds: 1e-300} => bad.yaml:8: execution.wave_seconds: must be auto or a number of seconds from 1e-9 to 1e9, not 1e-300
          """)
  void keysOfTheFile(String added, String message) {
    assertThat(message(Texts.MINIMAL + added)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-3", "2.5", "1e11", "'100'", "ten", "1e", "0x10", "[2]", "{}"})
  void samples(String value) {
    assertThat(message(edited("samples: 100", "samples: " + value)))
        .isEqualTo(
            "bad.yaml:7: samples: must be a whole number from 2 to 10,000,000,000, not " + value);
  }

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
    assertThat(message(edited(line, replacement))).isEqualTo("bad.yaml:" + message);
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
    assertThat(message(edited("sigma_w2: 2.0", "sigma_w2: " + range)))
        .isEqualTo("bad.yaml:3: " + message);
  }

  @Test
  void rangesOfWholeNumbersMayNotLeadToOthers() {
    assertThat(message(Texts.MINIMAL, "grid.depth={from: 1, to: 4, step: 0.5}"))
        .isEqualTo(
            "on the command line: grid.depth: leads to 1.5;"
                + " must be a whole number from 1 to 1,000,000");
    assertThat(message(Texts.MINIMAL, "grid.depth={from: 1, to: 4, count: 3}"))
        .contains("grid.depth: leads to 2.5;");
    assertThat(message(Texts.MINIMAL, "grid.depth={from: 1, to: 4.5}"))
        .contains("grid.depth.to: must be a whole number from 1 to 1,000,000, not 4.5");
  }

  @Test
  void unknownKeys() {
    assertThat(message(edited("sigma_w2: 2.0", "sigma_ww2: 2.0")))
        .isEqualTo(
            """
            bad.yaml:3: grid.sigma_ww2: unknown key; did you mean grid.sigma_w2?
              allowed in grid: activation, sigma_w2, sigma_b2, input_norm2, widths, \
            width, depth, depth_to_width, input_dim, alpha0, outputs, \
            learning_rate, alpha\
            """);
    assertThat(message(Texts.MINIMAL + "sampels: 5"))
        .isEqualTo(
            """
            bad.yaml:8: sampels: unknown key; did you mean samples?
              allowed: name, seed, grid, cosines, samples, target_rel_error, max_samples, \
            parametrization, trainable, initialization, sampler, variance_reduction, estimator, bootstrap, \
            training, output, \
            execution, dense\
            """);
    assertThat(message(Texts.MINIMAL, "grid.depth={form: 1, to: 4}"))
        .isEqualTo(
            """
            on the command line: grid.depth.form: unknown key; did you mean grid.depth.from?
              allowed in grid.depth: from, to, step, count, scale\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "sigma_w2=1, grid.sigma_w2",
    "grid.samples=5, samples",
    "grid.estimator=u_ratio, estimator",
    "replicates=5, bootstrap.replicates",
    "output.task_second=5, execution.task_seconds",
    "gird.width=5, grid",
    "grid.Depth=5, grid.depth",
  })
  void keysInTheWrongPlace(String override, String suggestion) {
    String key = override.replaceFirst("=.*", "").replaceFirst("gird.*", "gird");
    assertThat(message(Texts.MINIMAL, override))
        .startsWith(
            "on the command line: " + key + ": unknown key; did you mean " + suggestion + "?\n");
  }

  @Test
  void standardDeviationsAreNotAsked() {
    String hint = " sigma_w2 and sigma_b2 are variances, the squares of sigma_w and sigma_b\n";

    assertThat(message(edited("sigma_w2: 2.0", "sigma_w: 1.4")))
        .startsWith("bad.yaml:3: grid.sigma_w: unknown key; did you mean grid.sigma_w2?" + hint);
    assertThat(message(Texts.MINIMAL, "sigma_b=0.1"))
        .startsWith(
            "on the command line: sigma_b: unknown key; did you mean grid.sigma_b2?" + hint);
    assertThat(message(edited("sigma_w2: 2.0", "temperature: 1")))
        .startsWith("bad.yaml:3: grid.temperature: unknown key\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          activation: relu => bad.yaml:1: grid.activation: is missing; must be
          sigma_w2: 2.0    => bad.yaml:1: grid.sigma_w2: is missing
          width: 10        => bad.yaml:1: grid.width: is missing; must be a whole number from 1 to 1,000,000
          depth: 5         => bad.yaml:1: grid: needs depth or depth_to_width (or widths, which has both)
          input_dim: 4     => bad.yaml:1: grid: needs input_dim or alpha0 (or widths, which has both)
          samples: 100     => bad.yaml: samples: is missing; must be a whole number
          """)
  void missingKeys(String line, String message) {
    assertThat(message(edited(line, ""))).startsWith(message);
  }

  @Test
  void aMissingGrid() {
    assertThat(message("samples: 5")).startsWith("bad.yaml: grid.activation: is missing; must be ");
  }

  @ParameterizedTest
  @CsvSource({
    "depth: 5, depth_to_width: 1, 6, depth, 5",
    "input_dim: 4, alpha0: 1, 7, input_dim, 6",
    "width: 10, 'widths: [2, 1]', 5, width, 4",
  })
  void alternativesExcludeEachOther(
      String line, String second, int secondLine, String first, int firstLine) {
    assertThat(message(edited(line, line + "|  " + second)))
        .isEqualTo(
            "bad.yaml:%d: grid.%s: cannot stand beside grid.%s (bad.yaml:%d); give one of them",
            secondLine, second.replaceFirst(":.*", ""), first, firstLine);
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
    assertThat(message(Texts.MINIMAL, "grid.widths=" + widths))
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
    assertThat(message(Texts.MINIMAL, "grid.widths=" + ramp))
        .startsWith("on the command line: grid.widths" + message);
  }

  @Test
  void gridsTooLargeToHold() {
    assertThat(
            message(
                Texts.MINIMAL,
                "grid.sigma_w2={from: 1, to: 2, count: 3000}",
                "grid.sigma_b2={from: 1, to: 2, count: 2000}"))
        .isEqualTo("bad.yaml:1: grid: has 6,000,000 points; at most 5,000,000 are allowed");
    assertThat(message(Texts.MINIMAL, "grid.depth={from: 1, to: 20000}"))
        .isEqualTo("bad.yaml:1: grid: its networks have more than 50,000,000 layers in total");
    assertThat(
            message(
                Texts.MINIMAL, "grid.width={from: 1, to: 1e4}", "grid.depth={from: 1, to: width}"))
        .isEqualTo("bad.yaml:1: grid: its networks have more than 50,000,000 layers in total");
  }

  @Test
  void samplersThatDoNotApply() {
    assertThat(message(edited("relu", "[relu, tanh]") + "sampler: norm_chain"))
        .isEqualTo(
            "bad.yaml:8: sampler: must be auto, conditioned or dense, not norm_chain, for cosines"
                + " [] at the point activation tanh, sigma_w2 2.0, sigma_b2 0.0, input_dim 4, width"
                + " 10, depth 5: norm_chain is exact for relu only, not for tanh");
    assertThat(message(Texts.MINIMAL + "sampler: norm_chain", "cosines=[0.5]"))
        .isEqualTo(
            "bad.yaml:8: sampler: must be auto, conditioned or dense, not norm_chain, for cosines"
                + " [0.5] at the point activation relu, sigma_w2 2.0, sigma_b2 0.0, input_dim 4,"
                + " width 10, depth 5: norm_chain takes one input, not 2 (no off-diagonal"
                + " cosines)");
  }

  @Test
  void initializationsThatOnlyOneSamplerDraws() {
    assertThat(
            message(
                Texts.MINIMAL + "initialization: uniform|sampler: conditioned".replace('|', '\n')))
        .isEqualTo(
            "bad.yaml:9: sampler: must be auto or dense, not conditioned, for cosines [] at the"
                + " point activation relu, sigma_w2 2.0, sigma_b2 0.0, input_dim 4, width 10,"
                + " depth 5, initialization uniform: conditioned is exact for gaussian"
                + " initialization only, not for uniform, which dense draws");
    assertThat(message(Texts.MINIMAL, "initialization=orthogonal", "sampler=norm_chain"))
        .contains("must be auto or dense, not norm_chain")
        .contains("norm_chain is exact for gaussian initialization only, not for orthogonal");
    assertThat(Texts.minimal("initialization=orthogonal").points().get(0).initialization())
        .isEqualTo(Initialization.ORTHOGONAL);
  }

  /** What weights do not go with, each with its reason. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          sampler=dense => : dense draws every weight from the law itself; size_biased networks are drawn by norm_chain and conditioned
          initialization=orthogonal => , initialization orthogonal: size_biased networks are drawn with gaussian initialization only, not with orthogonal
          initialization=uniform => , initialization uniform: size_biased networks are drawn with gaussian initialization only, not with uniform
          initialization=uniform sampler=dense => , initialization uniform: size_biased networks are drawn with gaussian initialization only, not with uniform
          estimator=leave_one_out => leave_one_out is defined for samples without weights alone
          estimator=published => published is defined for samples without weights alone
          """)
  void networksThatAreNotReduced(String overrides, String reason) {
    List<String> all = new ArrayList<>(List.of(overrides.split(" ")));
    // Left to itself each of them is drawn plain.
    Sweep plain = Texts.minimal(all.toArray(String[]::new));
    assertThat(plain.drawings().of(plain.points().get(0)).reduction())
        .isEqualTo(VarianceReduction.NONE);
    all.add("variance_reduction=size_biased");
    assertThat(message(Texts.MINIMAL, all.toArray(String[]::new)))
        .startsWith(
            "on the command line: variance_reduction: must be auto or none, not size_biased: ")
        .endsWith(reason);
  }

  @Test
  void networksThatDoNotFitInMemory() {
    String point =
        "the point activation relu, sigma_w2 2.0, sigma_b2 0.0, input_dim 4, width 1000,";
    assertThat(message(Texts.MINIMAL, "grid.width=1000", "sampler=dense", "dense.memory=1MiB"))
        .isEqualTo(
            "on the command line: dense.memory: must be at least 7938KiB for "
                + point
                + " depth 5, not 1MiB");
    assertThat(Texts.minimal("grid.width=1000", "sampler=dense", "dense.memory=7938KiB").points())
        .hasSize(1);
    assertThat(message(Texts.MINIMAL, "grid.width=1e5", "sampler=dense"))
        .contains("dense holds a layer in one piece of at most 268,435,455 numbers");
    assertThat(Texts.minimal("grid.width=1000", "dense.memory=1MiB").points()).hasSize(1);
  }

  @Test
  void inputsThatDoNotFit() {
    assertThat(message(Texts.MINIMAL + "cosines: [-1, 0.5]", "grid.widths=[1, 2, 3, 1]"))
        .isEqualTo(
            "bad.yaml:8: cosines: [-1.0, 0.5] cannot be sampled at the point activation relu,"
                + " sigma_w2 2.0, sigma_b2 0.0, widths 1,2,3,1: inputs that span 2 dimensions do"
                + " not fit input_dim 1");
    assertThat(Texts.minimal("cosines=[1, -1]", "grid.input_dim=1").sampling().cosines())
        .containsExactly(-1.0);
  }

  @Test
  void tooFewSamplesForTheEstimator() {
    assertThat(message(Texts.MINIMAL, "samples=2", "estimator=leave_one_out"))
        .isEqualTo(
            "on the command line: samples: must be at least 3 for the estimator leave_one_out,"
                + " not 2");
    assertThat(message(Texts.MINIMAL, "samples=2", "estimator=published"))
        .contains("at least 3 for the estimator published");
    assertThat(Texts.minimal("samples=2", "estimator=jackknife").sampling().samples()).isEqualTo(2);
  }

  @Test
  void tooManySamplesForTheEstimator() {
    assertThat(message(Texts.MINIMAL, "samples=1e8", "estimator=jackknife"))
        .isEqualTo(
            "on the command line: samples: must be at most 10,000,000 for the estimator jackknife,"
                + " not 1e8");
    assertThat(Texts.minimal("samples=1e9").sampling().samples()).isEqualTo(1_000_000_000);
  }

  @Test
  void aPrecisionThatDoesNotFitTheRest() {
    assertThat(message(Texts.MINIMAL, "max_samples=1000"))
        .isEqualTo(
            "on the command line: max_samples: stands beside target_rel_error, which is missing");
    assertThat(message(Texts.MINIMAL, "target_rel_error=0.1", "max_samples=50"))
        .isEqualTo(
            "on the command line: max_samples: must be at least 100, the first samples, not 50");
    assertThat(message(Texts.MINIMAL, "target_rel_error=2"))
        .isEqualTo(
            "on the command line: target_rel_error: must be a number between 0 and 1, not 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          samples      => on the command line: must be key=value, such as samples=5000, not samples
          =5           => on the command line: must be key=value, such as samples=5000, not =5
          --samples=5  => on the command line: must be key=value, such as samples=5000, not --samples=5
          grid..width=5 => on the command line: must be key=value, such as samples=5000, not grid..width=5
          samples.x=5  => on the command line: samples.x: samples is 100 (bad.yaml:7), which has no keys
          samples=     => on the command line: samples: must be a whole number from 2 to 10,000,000,000, but has no value
          grid.width=[1 => on the command line: grid.width: not YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>
          grid=5       => on the command line: grid: must be a section with keys of its own, not 5
          """)
  void overrides(String override, String message) {
    assertThat(message(Texts.MINIMAL, override)).isEqualTo(message);
  }

  @Test
  void textThatIsNoSweep() {
    assertThat(message("")).isEqualTo("bad.yaml: is empty; a sweep file has keys");
    assertThat(message("# nothing yet\n")).isEqualTo("bad.yaml: is empty; a sweep file has keys");
    assertThat(message("- samples: 5"))
        .isEqualTo("bad.yaml: must be keys with values, such as samples: 500, not [{samples: 5}]");
    assertThat(message("samples")).contains("must be keys with values");
    assertThat(message(Texts.MINIMAL + "---\nsamples: 5"))
        .isEqualTo(
            "bad.yaml:8: not YAML: expected a single document in the stream, but found another"
                + " document");
    assertThat(message("samples: 5\n\tseed: 1"))
        .isEqualTo(
            "bad.yaml:2: not YAML: while scanning for the next token,"
                + " found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation)");
    assertThat(message("samples: \u0000")).startsWith("bad.yaml: not YAML: ");
    assertThat(message(Texts.MINIMAL + "samples: 5"))
        .isEqualTo("bad.yaml:8: samples: is given twice; the first is at bad.yaml:7");
    assertThat(message("? [a]\n: 5"))
        .isEqualTo("bad.yaml:1: a key must be a word, not a list or a mapping");
    assertThat(message("seed: &a 5\nsamples: *a"))
        .isEqualTo("bad.yaml:2: samples: aliases (*name) are not read; write the value out");
    assertThat(message("grid: &a [*a]")).contains("aliases");
  }

  @Test
  void valuesAreCutInMessages() {
    assertThat(message(Texts.MINIMAL, "name='" + "long ".repeat(100) + "'"))
        .endsWith("not 'long long long long long long long long long long long long...");
  }

  @Test
  void aNameTakenFromTheFileIsCheckedToo() {
    assertThatThrownBy(() -> SweepFile.parse(Texts.MINIMAL, "conf/my sweep.yaml", List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "conf/my sweep.yaml: name: must be a folder name of up to 100 letters, digits, '_', '.'"
                + " and '-', the last two not first, not my sweep");
  }
}
