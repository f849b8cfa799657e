package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.jobs.config.Texts.MINIMAL;
import static org.ntksweep.jobs.config.Texts.edited;
import static org.ntksweep.jobs.config.Texts.refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of keys that there are not, are missing or exclude each other, word for word. */
final class BadKeysTest {
  @Test
  void unknownKeys() {
    assertThat(refusal(edited("sigma_w2: 2.0", "sigma_ww2: 2.0")))
        .isEqualTo(
            """
            bad.yaml:3: grid.sigma_ww2: unknown key; did you mean grid.sigma_w2?
              allowed in grid: activation, sigma_w2, sigma_b2, input_norm2, widths, \
            width, depth, depth_to_width, input_dim, alpha0, outputs, \
            learning_rate, alpha\
            """);
    assertThat(refusal(MINIMAL + "sampels: 5"))
        .isEqualTo(
            """
            bad.yaml:8: sampels: unknown key; did you mean samples?
              allowed: name, seed, grid, cosines, samples, target_rel_error, max_samples, \
            parametrization, trainable, initialization, sampler, variance_reduction, estimator, bootstrap, \
            training, output, \
            execution, dense\
            """);
    assertThat(refusal(MINIMAL, "grid.depth={form: 1, to: 4}"))
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
    assertThat(refusal(MINIMAL, override))
        .startsWith(
            "on the command line: " + key + ": unknown key; did you mean " + suggestion + "?\n");
  }

  @Test
  void standardDeviationsAreNotAsked() {
    String hint = " sigma_w2 and sigma_b2 are variances, the squares of sigma_w and sigma_b\n";

    assertThat(refusal(edited("sigma_w2: 2.0", "sigma_w: 1.4")))
        .startsWith("bad.yaml:3: grid.sigma_w: unknown key; did you mean grid.sigma_w2?" + hint);
    assertThat(refusal(MINIMAL, "sigma_b=0.1"))
        .startsWith(
            "on the command line: sigma_b: unknown key; did you mean grid.sigma_b2?" + hint);
    assertThat(refusal(edited("sigma_w2: 2.0", "temperature: 1")))
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
    assertThat(refusal(edited(line, ""))).startsWith(message);
  }

  @Test
  void aMissingGrid() {
    assertThat(refusal("samples: 5")).startsWith("bad.yaml: grid.activation: is missing; must be ");
  }

  @ParameterizedTest
  @CsvSource({
    "depth: 5, depth_to_width: 1, 6, depth, 5",
    "input_dim: 4, alpha0: 1, 7, input_dim, 6",
    "width: 10, 'widths: [2, 1]', 5, width, 4",
  })
  void alternativesExcludeEachOther(
      String line, String second, int secondLine, String first, int firstLine) {
    assertThat(refusal(edited(line, line + "|  " + second)))
        .isEqualTo(
            "bad.yaml:%d: grid.%s: cannot stand beside grid.%s (bad.yaml:%d); give one of them",
            secondLine, second.replaceFirst(":.*", ""), first, firstLine);
  }
}
