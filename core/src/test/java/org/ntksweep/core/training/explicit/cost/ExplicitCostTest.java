package org.ntksweep.core.training.explicit.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;

@DisplayName("What training of explicit weights takes")
class ExplicitCostTest {
  private static final int OUTPUTS = 4;
  private static final Network LAW =
      new Network(
          Activation.TANH, 2, 0.1, Widths.of(1, 300, 200, OUTPUTS), Parametrization.STANDARD);

  private static TrainingData data(int examples) {
    double[][] x = new double[examples][];
    Arrays.setAll(x, i -> new double[] {i});
    return new TrainingData(
        Examples.of(x, new double[examples][OUTPUTS], new double[examples]), Optional.empty());
  }

  private static Training training(Optimizer optimizer, int kernelExamples) {
    Method method = new Method.Steps(optimizer, 0.1, 1, List.of(0L, 1L));
    return new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, kernelExamples);
  }

  private static long bytes(Network law, Optimizer optimizer, int examples) {
    Training training = training(optimizer, examples);
    return ExplicitCost.bytes(law, data(examples), training, Precision.DOUBLE);
  }

  private static Optional<String> objection(int examples, int kernelExamples) {
    Training training = training(new Optimizer.Plain(), kernelExamples);
    return TrainerKind.DENSE.objection(LAW, data(examples), training);
  }

  /**
   * Adam, which nothing predicts, has a vector more than momentum. Predicting takes the full
   * kernel, its eigenvectors, and a workspace of {@code 1 + 6 n + 2 n^2} numbers, as LAPACK's
   * {@code dsyevd} says.
   */
  @Test
  void predictingTakesMemory() {
    long n = 150 * OUTPUTS;
    long parameters = 300 * 2 + 200 * 301 + OUTPUTS * 201;
    long adam = bytes(LAW, new Optimizer.Adam(0.9, 0.999, 1e-8), 150) - 8 * parameters;
    long predicted = bytes(LAW, new Optimizer.Momentum(0.9), 150) - adam;
    assertThat(predicted).isBetween(8 * (2 * n * n + 1 + 6 * n + 2 * n * n), 8 * 8 * n * n);
  }

  @Test
  void lossesThatAreComparedTakeMemory() {
    Method method =
        new Method.Steps(new Optimizer.Plain(), 0.1, 10_000_000, List.of(0L, 10_000_000L));
    StopRule rule = new StopRule(1e-9, 9_000_000, 0);
    long with =
        ExplicitCost.bytes(
            LAW,
            data(5),
            new Training(Loss.MEAN, method, rule, LazyScale.NONE, 5),
            Precision.FLOAT);
    long without =
        ExplicitCost.bytes(
            LAW,
            data(5),
            new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 5),
            Precision.FLOAT);
    assertThat(with - without).isEqualTo(8 * 9_000_000L);
  }

  /** A product takes half as long in floats; what is not multiplied takes as long. */
  @Test
  void floatsTakeLessTime() {
    Method steps = new Method.Steps(new Optimizer.Plain(), 0.1, 10, List.of(0L, 10L));
    Training training = new Training(Loss.MEAN, steps, StopRule.NEVER, LazyScale.NONE, 5);
    double inDoubles = new ExplicitTime(LAW, data(5000), training, Precision.DOUBLE).nanos();
    double inFloats = new ExplicitTime(LAW, data(5000), training, Precision.FLOAT).nanos();
    assertThat(inFloats / inDoubles).isBetween(0.5, 0.8);
  }

  /** An orthogonal matrix is drawn as a frame of vectors. */
  @Test
  void orthogonalDrawsTakeMemory() {
    long gaussian = bytes(LAW, new Optimizer.Plain(), 5);
    long orthogonal = bytes(LAW.with(Initialization.ORTHOGONAL), new Optimizer.Plain(), 5);
    assertThat(orthogonal - gaussian).isBetween(8L * 200 * 300, 8L * 200 * 310);
  }

  @Test
  void kernelsOfTooManyExamplesAreRefused() {
    assertThat(objection(16_383, 16_383)).isEmpty();
    assertThat(objection(16_384, 16_384))
        .contains("kernel.examples 16384: dense has kernels of at most 16383");
    assertThat(objection(46_341, 46_341)).contains("kernel.examples 46341: must be at most 46340");
    assertThat(objection(46_341, 128)).isEmpty();
  }
}
