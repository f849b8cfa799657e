package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.TrainingExamples;

class FlowTrainerTest {
  private static TrainingData data(int n, int dimension) {
    Random random = new Random(11);
    double[][] x =
        IntStream.range(0, n)
            .mapToObj(i -> random.doubles(dimension, -1, 1).toArray())
            .toArray(double[][]::new);
    double[] y = IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
    return TrainingExamples.of(x, y, Targets.VALUES);
  }

  private static Training flow(double tolerance, Double... times) {
    Method method = new Method.Flow(times[times.length - 1], tolerance, List.of(times));
    return new Training(Loss.SUM, method, StopRule.NEVER, LazyScale.NONE, 6);
  }

  /** The kernel of a linear model does not move, so its flow is a sum of exponentials. */
  @ParameterizedTest
  @CsvSource({"1e-5, 1e-3", "1e-7, 2e-4"})
  void linearModelsFollowTheirKernel(double tolerance, double error) {
    Network law = new Network(Activation.LINEAR, 1, 0.5, Widths.of(9, 1), Parametrization.STANDARD);
    List<TrainingRecord> records =
        Trainings.records(law, data(6, 9), flow(tolerance, 0.0, 0.01, 0.3, 3.0), 1, 2);
    assertThat(records).hasSize(4);
    for (TrainingRecord record : records) {
      double predicted = record.get(Quantity.PREDICTED_LOSS);
      assertThat(record.get(Quantity.LOSS))
          .isCloseTo(predicted, within(error * (predicted + 1e-3)));
      assertThat(record.get(Quantity.CHANGE)).isCloseTo(0, within(1e-12));
    }
    assertThat(records.get(3).get(Quantity.LOSS))
        .isLessThan(records.get(0).get(Quantity.LOSS) / 50);
  }

  /** Steps of gradient descent come as near as they are short. */
  @ParameterizedTest
  @CsvSource({"tanh", "softplus"})
  void isTheLimitOfShortSteps(String activation) {
    Network law =
        new Network(
            Activation.parse(activation),
            2,
            0.1,
            Widths.of(5, 24, 24, 1),
            Parametrization.STANDARD);
    TrainingData data = data(6, 5);
    double time = 0.5;
    TrainingRecord limit = descended(law, time);
    List<TrainingRecord> flow = Trainings.records(law, data, flow(1e-6, 0.0, time), 1, 2);
    for (Quantity quantity : List.of(Quantity.CHANGE, Quantity.KERNEL_NORM, Quantity.LOSS)) {
      double expected = limit.get(quantity);
      assertThat(flow.get(1).get(quantity)).isCloseTo(expected, within(2e-3 * expected));
    }
  }

  /**
   * Where the slope jumps, neurons slide along their kinks, and no step would be short enough: the
   * cost stays in proportion to that of gradient descent.
   */
  @Test
  void kinksDoNotMakeStepsShorterThanThoseOfGradientDescent() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(5, 24, 24, 1), Parametrization.STANDARD);
    double time = 0.5;
    double expected = descended(law, time).get(Quantity.LOSS);
    TrainingRecord last = Trainings.records(law, data(6, 5), flow(1e-7, 0.0, time), 1, 2).get(1);
    assertThat(last.get(Quantity.LOSS)).isCloseTo(expected, within(0.02 * expected));
    double largest = last.get(Quantity.EIGENVALUE_MAX);
    assertThat(last.get(Quantity.GRADIENTS)).isBetween(2.0, 100 * time * largest + 200);
  }

  private static TrainingRecord descended(Network law, double time) {
    long steps = 8_000;
    Method method =
        new Method.Steps(new Optimizer.Plain(), time / steps, steps, List.of(0L, steps));
    Training descent = new Training(Loss.SUM, method, StopRule.NEVER, LazyScale.NONE, 6);
    return Trainings.records(law, data(6, 5), descent, 1, 2).get(1);
  }

  /** Most of a wide network does not move, and its size says nothing about what is learned. */
  @Test
  void wideNetworksAreFollowedAsCloselyAsNarrowOnes() {
    Network law =
        new Network(Activation.TANH, 1.5, 0.1, Widths.of(5, 400, 400, 1), Parametrization.NTK);
    TrainingRecord close =
        Trainings.records(law, data(6, 5), flow(1e-6, 0.0, 1.0, 10.0), 1, 2).get(1);
    TrainingRecord loose =
        Trainings.records(law, data(6, 5), flow(1e-3, 0.0, 1.0, 10.0), 1, 2).get(1);
    double loss = close.get(Quantity.LOSS);
    assertThat(loose.get(Quantity.LOSS)).isCloseTo(loss, within(3e-3 * loss));
    double change = close.get(Quantity.CHANGE);
    assertThat(loose.get(Quantity.CHANGE)).isCloseTo(change, within(0.02 * change));
  }

  @Test
  void endsWhereTheLossIsLowEnough() {
    Network law = new Network(Activation.LINEAR, 1, 0.5, Widths.of(9, 1), Parametrization.STANDARD);
    Method method = new Method.Flow(100, 1e-5, List.of(0.0, 100.0));
    StopRule stop = new StopRule(0, 1, 0.1);
    Training training = new Training(Loss.SUM, method, stop, LazyScale.NONE, 6);
    List<TrainingRecord> records = Trainings.records(law, data(6, 9), training, 1, 2);
    TrainingRecord last = records.get(records.size() - 1);
    assertThat(last.stopped()).contains(StopRule.Reason.LOSS);
    assertThat(last.time()).isBetween(0.01, 50.0);
    assertThat(last.get(Quantity.LOSS)).isLessThan(0.1);
  }
}
