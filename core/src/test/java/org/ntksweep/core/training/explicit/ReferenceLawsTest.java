package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.TrainingExamples;

/**
 * Means after 1 and 100 steps over networks that another program trained (numpy, 40,000 networks of
 * each law, the mean and its standard error): four unit inputs of cosines {@code 0.5^|i - j|},
 * targets 1, -1, 1, -1 or one-hot of i mod 3; loss, relative change of the traced kernel, and two
 * of its entries.
 *
 * <p>A correct trainer fails one of the 24 comparisons at 4.5 standard errors with probability
 * 2e-4; the seed is fixed.
 */
@DisplayName("The law of networks trained with explicit weights")
class ReferenceLawsTest {
  private static final int NETWORKS = 1000;
  private static final double STANDARD_ERRORS = 4.5;

  @Test
  void relu() {
    Network law =
        new Network(Activation.RELU, 2.0, 0.1, Widths.of(5, 16, 16, 1), Parametrization.STANDARD);
    compare(
        law,
        data(5, Targets.VALUES, 1, -1, 1, -1),
        training(Loss.MEAN, 0.05),
        new double[][] {
          {0.568195, 0.00087, 0.0994802, 0.00052, 11.6797, 0.033, 7.61847, 0.023},
          {0.00251858, 6e-05, 0.739271, 0.0023, 19.6743, 0.044, 11.7168, 0.032},
        });
  }

  @Test
  void tanh() {
    Network law =
        new Network(
            Activation.TANH, 2.5, 0.3, Widths.of(6, 12, 20, 12, 1), Parametrization.STANDARD);
    compare(
        law,
        data(6, Targets.VALUES, 1, -1, 1, -1),
        training(Loss.SUM, 0.01),
        new double[][] {
          {2.44151, 0.0054, 0.111502, 0.00054, 23.8332, 0.053, 16.115, 0.036},
          {0.00173651, 9.5e-05, 0.458136, 0.0014, 31.7785, 0.063, 20.1353, 0.043},
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
        new double[][] {
          {0.515111, 0.0006, 0.122765, 0.00045, 0.861322, 0.0024, 0.382418, 0.0014},
          {0.00573674, 8.2e-05, 1.09637, 0.0035, 1.70965, 0.003, 0.733009, 0.0019},
        });
  }

  private static Training training(Loss loss, double learningRate) {
    Method method =
        new Method.Steps(new Optimizer.Plain(), learningRate, 100, List.of(0L, 1L, 100L));
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

  private static double[] seen(TrainingRecord record) {
    return new double[] {
      record.get(Quantity.LOSS), record.get(Quantity.CHANGE), record.kernel()[0], record.kernel()[1]
    };
  }

  private static void compare(
      Network law, TrainingData data, Training training, double[][] expected) {
    double[][][] sums = new double[2][4][2];
    try (Trainer trainer = Trainings.trainer(law, data, training, DenseOptions.DEFAULT)) {
      for (int s = 0; s < NETWORKS; s++) {
        List<TrainingRecord> records = Trainings.records(trainer, 1, s);
        for (int t = 0; t < 2; t++) {
          double[] seen = seen(records.get(t + 1));
          for (int q = 0; q < 4; q++) {
            sums[t][q][0] += seen[q];
            sums[t][q][1] += seen[q] * seen[q];
          }
        }
      }
    }
    for (int t = 0; t < 2; t++) {
      for (int q = 0; q < 4; q++) {
        double mean = sums[t][q][0] / NETWORKS;
        double variance = sums[t][q][1] / NETWORKS - mean * mean;
        double error = Math.hypot(expected[t][2 * q + 1], Math.sqrt(variance / NETWORKS));
        assertThat(mean)
            .as("look %d, number %d", t, q)
            .isCloseTo(expected[t][2 * q], within(STANDARD_ERRORS * error));
      }
    }
  }
}
