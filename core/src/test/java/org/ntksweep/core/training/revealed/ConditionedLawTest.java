package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

/**
 * Means over networks trained with explicit weights by another program (numpy, 40,000 networks of
 * each law, the mean and its standard error): four unit inputs of cosines {@code 0.5^|i - j|},
 * targets 1, -1, 1, -1 or one-hot of i mod 3.
 *
 * <p>A correct trainer fails one of the 33 comparisons at 4.5 standard errors with probability
 * 2e-4; the seed is fixed. With 2,000 networks a mean that is off by a fifth of a standard
 * deviation is seen.
 */
@DisplayName("The law of networks trained without weights")
class ConditionedLawTest {
  private static final int NETWORKS = 2000;
  private static final double STANDARD_ERRORS = 4.5;
  private static final List<Long> STEPS = List.of(0L, 1L, 10L);

  /** A mean of the other program. */
  private record Reference(double mean, double error) {}

  private static Reference of(double mean, double error) {
    return new Reference(mean, error);
  }

  @Test
  void relu() {
    Network law =
        new Network(Activation.RELU, 2.0, 0.1, Widths.of(5, 16, 16, 1), Parametrization.STANDARD);
    compare(
        law,
        data(5, Targets.VALUES, 1, -1, 1, -1),
        training(Loss.MEAN, 0.05),
        new Reference[][] {
          {of(0.846992, 0.0027), of(0, 0), of(12.7116, 0.037), of(8.38756, 0.026)},
          {of(0.568195, 0.00087), of(0.0994802, 0.00052), of(11.6797, 0.033), of(7.61847, 0.023)},
          {of(0.280353, 0.00055), of(0.198466, 0.00065), of(11.7593, 0.034), of(7.80625, 0.024)},
        });
  }

  @Test
  void tanh() {
    Network law =
        new Network(
            Activation.parse("tanh"),
            2.5,
            0.3,
            Widths.of(6, 12, 20, 12, 1),
            Parametrization.STANDARD);
    compare(
        law,
        data(6, Targets.VALUES, 1, -1, 1, -1),
        training(Loss.SUM, 0.01),
        new Reference[][] {
          {of(4.79002, 0.018), of(0, 0), of(24.741, 0.058), of(16.6657, 0.039)},
          {of(2.44151, 0.0054), of(0.111502, 0.00054), of(23.8332, 0.053), of(16.115, 0.036)},
          {of(0.842367, 0.0025), of(0.213751, 0.00065), of(24.4073, 0.056), of(16.5426, 0.037)},
        });
  }

  @Test
  void threeOutputs() {
    Network law =
        new Network(Activation.RELU, 1.5, 0.0, Widths.of(8, 16, 16, 3), Parametrization.NTK);
    compare(
        law,
        data(8, Targets.ONE_HOT, 0, 1, 2, 0),
        training(Loss.MEAN, 1.0),
        new Reference[][] {
          {of(0.659107, 0.0012), of(0, 0), of(0.949975, 0.0028), of(0.437144, 0.0017)},
          {of(0.515111, 0.0006), of(0.122765, 0.00045), of(0.861322, 0.0024), of(0.382418, 0.0014)},
          {
            of(0.245445, 0.00036), of(0.271972, 0.00068), of(0.885982, 0.0026), of(0.404603, 0.0015)
          },
        });
  }

  private static Training training(Loss loss, double learningRate) {
    Method method = new Method.Steps(new Optimizer.Plain(), learningRate, 10, STEPS);
    return new Training(loss, method, StopRule.NEVER, LazyScale.NONE, 4);
  }

  /** The rows of a Cholesky factor of the inner products. */
  private static TrainingData data(int dimension, Targets targets, double... labels) {
    double[][] x = new double[labels.length][dimension];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = Math.pow(0.5, i - j);
        for (int m = 0; m < j; m++) {
          rest -= x[i][m] * x[j][m];
        }
        x[i][j] = i == j ? Math.sqrt(rest) : rest / x[j][j];
      }
    }
    return TrainingExamples.of(x, labels, targets);
  }

  private static void compare(
      Network law, TrainingData data, Training training, Reference[][] expected) {
    double[][][] sums = new double[STEPS.size()][4][2];
    ConditionedTrainer trainer = Trainers.conditioned(law, data, training);
    for (int s = 0; s < NETWORKS; s++) {
      trainer.begin(1, s);
      for (int t = 0; t < STEPS.size(); t++) {
        Optional<TrainingRecord> record = trainer.advance(10);
        while (record.isEmpty()) {
          record = trainer.advance(10);
        }
        add(record.get(), sums[t]);
      }
      assertThat(trainer.isFinished()).isTrue();
    }
    for (int t = 0; t < expected.length; t++) {
      for (int q = 0; q < 4; q++) {
        double mean = sums[t][q][0] / NETWORKS;
        double variance = sums[t][q][1] / NETWORKS - mean * mean;
        Reference reference = expected[t][q];
        double error = Math.hypot(reference.error(), Math.sqrt(variance / NETWORKS));
        assertThat(mean)
            .as("step %d, number %d", STEPS.get(t), q)
            .isCloseTo(reference.mean(), within(STANDARD_ERRORS * error + 1e-12));
      }
    }
  }

  private static void add(TrainingRecord record, double[][] sums) {
    double[] seen = {
      record.get(Quantity.LOSS), record.get(Quantity.CHANGE), record.kernel()[0], record.kernel()[1]
    };
    Arrays.setAll(sums, q -> new double[] {sums[q][0] + seen[q], sums[q][1] + seen[q] * seen[q]});
  }
}
