package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.jobs.config.Texts.MINIMAL;
import static org.ntksweep.jobs.config.Texts.edited;
import static org.ntksweep.jobs.config.Texts.minimal;
import static org.ntksweep.jobs.config.Texts.refusal;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.sampling.VarianceReduction;

/** What is told of keys that are right each, and do not go together, word for word. */
final class BadCombinationsTest {
  @Test
  void samplersThatDoNotApply() {
    assertThat(refusal(edited("relu", "[relu, tanh]") + "sampler: norm_chain"))
        .isEqualTo(
            "bad.yaml:8: sampler: must be auto, conditioned or dense, not norm_chain, for cosines"
                + " [] at the point activation tanh, sigma_w2 2.0, sigma_b2 0.0, input_dim 4, width"
                + " 10, depth 5: norm_chain is exact for relu only, not for tanh");
    assertThat(refusal(MINIMAL + "sampler: norm_chain", "cosines=[0.5]"))
        .isEqualTo(
            "bad.yaml:8: sampler: must be auto, conditioned or dense, not norm_chain, for cosines"
                + " [0.5] at the point activation relu, sigma_w2 2.0, sigma_b2 0.0, input_dim 4,"
                + " width 10, depth 5: norm_chain takes one input, not 2 (no off-diagonal"
                + " cosines)");
  }

  @Test
  void initializationsThatOnlyOneSamplerDraws() {
    assertThat(refusal(MINIMAL + "initialization: uniform|sampler: conditioned".replace('|', '\n')))
        .isEqualTo(
            "bad.yaml:9: sampler: must be auto or dense, not conditioned, for cosines [] at the"
                + " point activation relu, sigma_w2 2.0, sigma_b2 0.0, input_dim 4, width 10,"
                + " depth 5, initialization uniform: conditioned is exact for gaussian"
                + " initialization only, not for uniform, which dense draws");
    assertThat(refusal(MINIMAL, "initialization=orthogonal", "sampler=norm_chain"))
        .contains("must be auto or dense, not norm_chain")
        .contains("norm_chain is exact for gaussian initialization only, not for orthogonal");
    assertThat(minimal("initialization=orthogonal").points().get(0).initialization())
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
    Sweep plain = minimal(all.toArray(String[]::new));
    assertThat(plain.drawings().of(plain.points().get(0)).reduction())
        .isEqualTo(VarianceReduction.NONE);
    all.add("variance_reduction=size_biased");
    assertThat(refusal(MINIMAL, all.toArray(String[]::new)))
        .startsWith(
            "on the command line: variance_reduction: must be auto or none, not size_biased: ")
        .endsWith(reason);
  }

  @Test
  void networksThatDoNotFitInMemory() {
    String point =
        "the point activation relu, sigma_w2 2.0, sigma_b2 0.0, input_dim 4, width 1000,";
    assertThat(refusal(MINIMAL, "grid.width=1000", "sampler=dense", "dense.memory=1MiB"))
        .isEqualTo(
            "on the command line: dense.memory: must be at least 7938KiB for "
                + point
                + " depth 5, not 1MiB");
    assertThat(minimal("grid.width=1000", "sampler=dense", "dense.memory=7938KiB").points())
        .hasSize(1);
    assertThat(refusal(MINIMAL, "grid.width=1e5", "sampler=dense"))
        .contains("dense holds a layer in one piece of at most 268,435,455 numbers");
    assertThat(minimal("grid.width=1000", "dense.memory=1MiB").points()).hasSize(1);
  }

  @Test
  void inputsThatDoNotFit() {
    assertThat(refusal(MINIMAL + "cosines: [-1, 0.5]", "grid.widths=[1, 2, 3, 1]"))
        .isEqualTo(
            "bad.yaml:8: cosines: [-1.0, 0.5] cannot be sampled at the point activation relu,"
                + " sigma_w2 2.0, sigma_b2 0.0, widths 1,2,3,1: inputs that span 2 dimensions do"
                + " not fit input_dim 1");
    assertThat(minimal("cosines=[1, -1]", "grid.input_dim=1").sampling().cosines())
        .containsExactly(-1.0);
  }

  @Test
  void tooFewSamplesForTheEstimator() {
    assertThat(refusal(MINIMAL, "samples=2", "estimator=leave_one_out"))
        .isEqualTo(
            "on the command line: samples: must be at least 3 for the estimator leave_one_out,"
                + " not 2");
    assertThat(refusal(MINIMAL, "samples=2", "estimator=published"))
        .contains("at least 3 for the estimator published");
    assertThat(minimal("samples=2", "estimator=jackknife").sampling().samples()).isEqualTo(2);
  }

  @Test
  void tooManySamplesForTheEstimator() {
    assertThat(refusal(MINIMAL, "samples=1e8", "estimator=jackknife"))
        .isEqualTo(
            "on the command line: samples: must be at most 10,000,000 for the estimator jackknife,"
                + " not 1e8");
    assertThat(minimal("samples=1e9").sampling().samples()).isEqualTo(1_000_000_000);
  }

  @Test
  void aPrecisionThatDoesNotFitTheRest() {
    assertThat(refusal(MINIMAL, "max_samples=1000"))
        .isEqualTo(
            "on the command line: max_samples: stands beside target_rel_error, which is missing");
    assertThat(refusal(MINIMAL, "target_rel_error=0.1", "max_samples=50"))
        .isEqualTo(
            "on the command line: max_samples: must be at least 100, the first samples, not 50");
    assertThat(refusal(MINIMAL, "target_rel_error=2"))
        .isEqualTo(
            "on the command line: target_rel_error: must be a number between 0 and 1, not 2");
  }
}
