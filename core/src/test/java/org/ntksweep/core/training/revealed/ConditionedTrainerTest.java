package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;

@DisplayName("Training without weights")
class ConditionedTrainerTest {

  private static Training training(
      Loss loss, double learningRate, long steps, LazyScale lazy, int kernelExamples) {
    List<Long> recorded = LongStream.rangeClosed(0, steps).boxed().toList();
    Method method =
        new Method.Steps(new Optimizer.Plain(), OptionalInt.empty(), learningRate, steps, recorded);
    return new Training(loss, method, StopRule.NEVER, lazy, kernelExamples);
  }

  /** Random inputs, the last one a combination of the first two. */
  private static double[][] inputs(int n, int dimension, Random random) {
    double[][] x = new double[n][dimension];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian() / Math.sqrt(dimension));
    }
    if (n > 2) {
      Arrays.setAll(x[n - 1], j -> 0.6 * x[0][j] - 0.3 * x[1][j]);
    }
    return x;
  }

  /**
   * Looked at afterwards, every weight and bias, the network began as one that trains just so: the
   * oracle's losses and kernels at every step are the trainer's.
   */
  @ParameterizedTest
  @CsvSource({
    // More steps and examples than neurons: all is known before the end.
    "relu, 2.0, 0.1, 5 7 6 1, STANDARD, ALL, SUM, 0.02, 8, 3, 1, false",
    "tanh, 2.5, 0.3, 4 5 3 6 1, NTK, ALL, MEAN, 0.7, 9, 4, 1, false",
    "relu, 1.8, 0.0, 3 6 1 5 1, STANDARD, ALL, MEAN, 0.05, 6, 3, 1, false",
    "tanh, 1.5, 0.2, 6 4 4 3, STANDARD, WEIGHTS, SUM, 0.03, 6, 3, 1, false",
    // Fewer: most is never known.
    "relu, 2.0, 0.0, 9 40 30 1, STANDARD, ALL, SUM, 0.01, 4, 2, 1, false",
    "erf, 2.0, 0.4, 9 40 50 30 1, NTK, WEIGHTS, MEAN, 0.5, 5, 3, 1, false",
    "softplus, 1.2, 0.1, 9 30 40 3, NTK, ALL, MEAN, 0.5, 4, 3, 1, false",
    "relu, 2.0, 0.2, 2 40 30 3, STANDARD, ALL, SUM, 0.002, 4, 5, 1, false",
    // One and two layers; the scale of the model.
    "linear, 2.0, 0.2, 5 1, STANDARD, ALL, SUM, 0.1, 6, 3, 1, false",
    "linear, 2.0, 0.0, 5 3, NTK, ALL, SUM, 0.1, 6, 3, 1, false",
    "tanh, 2.0, 0.1, 5 20 1, STANDARD, ALL, SUM, 0.02, 5, 3, 4, false",
    "relu, 2.0, 0.1, 5 20 20 3, STANDARD, ALL, MEAN, 0.02, 5, 3, 0.5, true",
  })
  void isTheTrainingOfTheWeightsItNeverHad(
      String activation,
      double sigmaW2,
      double sigmaB2,
      String widths,
      Parametrization parametrization,
      Trainable trainable,
      Loss loss,
      double learningRate,
      int steps,
      int n,
      double alpha,
      boolean centered) {
    int[] width = Arrays.stream(widths.split(" ")).mapToInt(Integer::parseInt).toArray();
    Network law =
        new Network(
                Activation.parse(activation), sigmaW2, sigmaB2, Widths.of(width), parametrization)
            .with(trainable);
    Random random = new Random(7);
    double[] labels = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
    Targets targets = law.widths().outputs() == 1 ? Targets.VALUES : Targets.ONE_HOT;
    Examples train = TrainingExamples.examples(inputs(n, width[0], random), labels, targets);
    Examples test =
        TrainingExamples.examples(inputs(3, width[0], random), new double[] {0, 1, 2}, targets);
    TrainingData data = new TrainingData(train, Optional.of(test));
    int kernelExamples = Math.max(1, n - 1);
    Training training =
        training(loss, learningRate, steps, new LazyScale(alpha, centered), kernelExamples);
    Inputs inputs = InputSpan.of(data);
    RevealedWeights revealed =
        new RevealedWeights(
            law, inputs.dimension(), new ConditionedTrainer(law, data, training), learningRate);
    PlainTraining plain =
        new PlainTraining(law, inputs, data, training, learningRate, revealed.first);
    assertThat(revealed.records).hasSize(steps + 1);
    for (TrainingRecord record : revealed.records) {
      plain.check(record);
      plain.step();
    }
  }
}
