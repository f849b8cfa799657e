package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedYamlTest {
  private static SweepFile parse(String... overrides) {
    return SweepFile.parse(Texts.MINIMAL, "conf/small.yaml", List.of(overrides));
  }

  @Test
  void saysEverythingInAFixedOrder() {
    assertThat(parse("grid.sigma_w2={from: 1, to: 2, step: 0.5}", "sampler=conditioned", "seed=7"))
        .extracting(SweepFile::resolvedYaml)
        .isEqualTo(
            """
            name: small
            seed: 7
            grid:
              activation: relu
              sigma_w2: {from: 1, to: 2, step: 0.5}
              sigma_b2: 0.0
              input_norm2: 1
              width: 10
              depth: 5
              input_dim: 4
              outputs: 1
            cosines: []
            samples: 100
            parametrization: standard
            trainable: all
            initialization: gaussian
            sampler: conditioned
            variance_reduction: auto
            estimator: u_ratio
            bootstrap:
              replicates: 1000
              confidence: 0.95
              interval: log_normal
            output:
              samples: true
            execution:
              task_seconds: auto
              wave_seconds: auto
            dense:
              precision: double
              memory: 1GiB
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "samples=100",
        "name='2024'",
        "seed=-5",
        "cosines=[1, 0.5, -0.0]",
        "grid.activation=[relu, 'tanh', \"erf\"]",
        "grid.sigma_w2={from: 0.1, to: 1.2, step: 0.1}",
        "grid.sigma_w2={from: 0.1, to: 3, count: 5, scale: log}",
        "grid.depth={from: 2, to: width}",
        "grid.depth_to_width=[0.1, 0.5]",
        "grid.alpha0=.5",
        "grid.widths=[[784, 300, 1], [20, 40, 80, 1]]",
        "grid.widths=[{from: 100, to: 500, depth: {from: 10, to: 30, step: 10}}, [20, 40, 80, 1]]",
        "estimator=jackknife",
        "bootstrap={replicates: 1e2, confidence: 0.9}",
        "output.samples=false",
        "execution.task_seconds=2.0",
        "execution.wave_seconds=60",
        "target_rel_error=0.05",
        "initialization=orthogonal",
        "dense={precision: float, memory: 100000}",
      })
  void readsBackToAnEqualSweep(String override) {
    SweepFile file = parse(override);

    SweepFile again = SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of());

    assertThat(again).isEqualTo(file);
  }
}
