package org.ntksweep.jobs.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.jobs.config.SweepFile;

final class HeapPlanTest {
  private static final String SMALL =
      """
      grid: {activation: tanh, sigma_w2: 1, width: 20, depth: 10, input_dim: 10}
      samples: 500
      """;

  private static HeapPlan plan(String... overrides) {
    return HeapPlan.of(SweepFile.parse(SMALL, "small", List.of(overrides)).sweep());
  }

  @Test
  void aSmallSweepTakesWhatSparkTakes() {
    assertThat(plan().inOneJvm(2)).isBetween(400e6, 405e6);
    assertThat(plan().inOneJvm(64)).isBetween(400e6, 420e6);
  }

  /** Numbers of a layer's neurons that were decided: two looks a side and input. */
  @Test
  void largeNetworksTakeTheirSizeInEveryTask() {
    HeapPlan plan = plan("grid.width=20000", "grid.depth=5000", "cosines=[0.5]");
    double least = 8.0 * 20_000 * 5_000 * 4;
    assertThat(plan.inOneJvm(1)).isGreaterThan(least);
    assertThat(plan.inOneJvm(4)).isBetween(4 * least, 4.5 * plan.inOneJvm(1));
    assertThat(plan.ofDriver()).isLessThan(405e6);
    assertThat(plan.ofExecutor(2)).isGreaterThan(2 * least);
    assertThat(plan.largest(2).keys()).isEqualTo("grid and cosines");
  }

  @Test
  void oneSampleIsDrawnInOneTask() {
    HeapPlan few = plan("grid.width=5000", "grid.depth=5000", "samples=2");
    assertThat(few.inOneJvm(64)).isEqualTo(few.inOneJvm(2)).isGreaterThan(few.inOneJvm(1));
  }

  @Test
  void manyCosinesTakeAKernelAndManySamplesMore() {
    String thousand = "cosines={from: 0, to: 0.999, count: 1000}";
    assertThat(plan(thousand, "samples=100").inOneJvm(1)).isGreaterThan(440e6);
    HeapPlan gathered = plan(thousand, "samples=100000", "grid.sigma_w2=[1, 2]");
    assertThat(gathered.inOneJvm(2)).isGreaterThan(2 * 1001 * 100_000 * 16.0);
    assertThat(gathered.largest(2).keys()).isEqualTo("samples");
  }

  @Test
  void millionsOfPointsAreTheDriversAffair() {
    String[] points = {
      "grid.sigma_w2={from: 1, to: 2, count: 5000}", "grid.sigma_b2={from: 0, to: 1, count: 1000}"
    };
    HeapPlan plan = plan(points);
    assertThat(plan.inOneJvm(2)).isGreaterThan(2e9);
    assertThat(plan.ofDriver()).isGreaterThan(2e9).isGreaterThan(plan.ofExecutor(2));
    assertThat(plan.largest(2).keys()).isEqualTo("grid");
  }

  @Test
  void replicatesOfSummariesAreHeldAndSamplesAreNot() {
    String[] replicates = {
      "bootstrap.replicates=1000000", "samples=140000", "cosines=[0.1, 0.2, 0.3, 0.4, 0.5]"
    };
    HeapPlan plan = plan(replicates);
    assertThat(plan.inOneJvm(1)).isGreaterThan(2e9);
    assertThat(plan.largest(1).keys()).isEqualTo("bootstrap.replicates");
    assertThat(plan("samples=1000000").inOneJvm(2))
        .isEqualTo(plan("samples=1000000000").inOneJvm(2))
        .isLessThan(410e6);
  }

  /** What a round may come to, and not what the first one asks for. */
  @Test
  void samplesToAPrecisionCountToTheirEnd() {
    String[] target = {"target_rel_error=0.01", "max_samples=10000000"};
    assertThat(plan(target).inOneJvm(1)).isLessThan(420e6);
    assertThat(
            plan("estimator=jackknife", target[0], target[1]).inOneJvm(1)
                - plan("estimator=jackknife").inOneJvm(1))
        .isGreaterThan(16e7);
    assertThat(plan("samples=" + Estimation.ALWAYS_GATHERED, target[0], target[1]).inOneJvm(1))
        .isGreaterThan(plan("samples=200000").inOneJvm(1));
  }

  private static final String TRAINED =
      """
      grid: {activation: tanh, sigma_w2: 1, width: 2000, depth: 10, input_dim: 10, learning_rate: 1}
      cosines: [0.5]
      samples: 5
      sampler: dense
      training: {data: {source: pairs}, steps: 10}
      dense: {memory: 8GiB}
      """;

  /** Explicit weights are at least there once, and once more as their gradients. */
  @Test
  void trainingTakesTheWeightsOfANetworkInEveryTask() {
    HeapPlan plan = HeapPlan.of(SweepFile.parse(TRAINED, "trained", List.of()).sweep());
    double weights = 8.0 * 2_000 * 2_000 * 8;
    assertThat(plan.inOneJvm(1)).isBetween(400e6 + weights, 400e6 + 4 * weights);
    assertThat(plan.inOneJvm(4) - plan.inOneJvm(1)).isGreaterThan(3 * weights);
    assertThat(plan.inOneJvm(64)).as("five networks").isEqualTo(plan.inOneJvm(5));
    assertThat(plan.largest(2).keys()).isEqualTo("grid and training");
  }

  /** Kernels of so many examples are never made. */
  @Test
  void manyExamplesTakeTheirSize() {
    List<String> many =
        List.of(
            "training.data={source: blobs, examples: 60000, classes: 10}",
            "cosines=[]",
            "grid.width=32",
            "training.kernel.examples=64");
    HeapPlan plan = HeapPlan.of(SweepFile.parse(TRAINED, "trained", many).sweep());
    assertThat(plan.inOneJvm(1)).isLessThan(1.5e9);
  }
}
