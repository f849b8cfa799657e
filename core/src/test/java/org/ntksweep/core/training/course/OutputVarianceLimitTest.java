package org.ntksweep.core.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.infinite.InfiniteWidthGram;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;

/** Five inputs, any two of them of one cosine: four to train on. */
@DisplayName("The variance of outputs over initializations, along training")
class OutputVarianceLimitTest {
  private static final int TRAINED = 4;
  private static final double COSINE = 0.4;

  /** Two-sided, of a normal law: a right program fails one comparison in 150,000. */
  private static final double Z = 4.5;

  private static final int NETWORKS = 600;

  /** {@code a e_i + b sum e_j}: norm 1. */
  private static double[][] inputs() {
    int n = TRAINED + 1;
    double a = Math.sqrt(1 - COSINE);
    double b = (Math.sqrt(1 + (n - 1) * COSINE) - a) / n;
    double[][] x = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        x[i][j] = b + (i == j ? a : 0);
      }
    }
    return x;
  }

  private static TrainingData data(double[][] x) {
    double[] labels = new double[TRAINED];
    double[][] y = {{1}, {-1}, {-1}, {1}};
    double[][] train = Arrays.copyOf(x, TRAINED);
    double[] one = {1};
    Examples test = Examples.of(new double[][] {x[TRAINED]}, new double[][] {one}, one);
    return new TrainingData(Examples.of(train, y, labels), Optional.of(test));
  }

  private static Network law(Parametrization parametrization, int width) {
    return new Network(
        Activation.RELU, 2, 0.1, Widths.of(TRAINED + 1, width, width, 1), parametrization);
  }

  private static Training training(Optimizer optimizer, double rate, LazyScale lazy) {
    Method method = new Method.Steps(optimizer, rate, 6, List.of(0L, 1L, 3L, 6L));
    return new Training(Loss.MEAN, method, StopRule.NEVER, lazy, 1);
  }

  private static OutputVarianceLimit limit(Network law, Training training) {
    return OutputVarianceLimit.of(law, data(inputs()), training).orElseThrow();
  }

  /** {@code f' = f - eta w Theta_train (f - y)} as a map of outputs, step by step. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.9, 1.5})
  void isThatOfLinearSteps(double ofStable) {
    Network law = law(Parametrization.STANDARD, 50);
    InfiniteWidthGram gram = InfiniteWidthGram.of(law, inputs());
    double[] theta = {gram.theta()[0], gram.theta()[1]};
    double[] q = {gram.outputCovariance()[0], gram.outputCovariance()[1]};
    double eta = ofStable * TRAINED / (theta[0] + (TRAINED - 1) * theta[1]);
    Training training = training(new Optimizer.Plain(), eta, LazyScale.NONE);
    int n = TRAINED + 1;
    double[] ofFirst = new double[n]; // the output held out as a sum of those at initialization
    ofFirst[TRAINED] = 1;
    for (int step = 0; step <= 12; step++) {
      double variance = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          variance += ofFirst[i] * ofFirst[j] * q[i == j ? 0 : 1];
        }
      }
      assertThat(limit(law, training).at(step, 0)).isCloseTo(variance, within(1e-11 * variance));
      double[] next = ofFirst.clone();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < TRAINED; j++) {
          next[j] -= eta / TRAINED * theta[i == j ? 0 : 1] * ofFirst[i];
        }
      }
      ofFirst = next;
    }
  }

  /** The square of a normal output has the variance {@code 2 q^2}. */
  @ParameterizedTest
  @ValueSource(strings = {"STANDARD", "NTK"})
  void wideNetworksHaveIt(Parametrization parametrization) {
    Network law = law(parametrization, 1000);
    double[][] x = inputs();
    KernelTheory theory = KernelTheory.of(law, Arrays.copyOf(x, TRAINED), 1.0 / TRAINED);
    double rate = 0.4 * theory.stableRate().orElseThrow();
    Training training = training(new Optimizer.Momentum(0.3), rate, LazyScale.NONE);
    OutputVarianceLimit limit = limit(law, training);
    double[] sum = new double[4];
    double[] squares = new double[4];
    try (Trainer trainer =
        TrainerKind.CONDITIONED.of(law, data(x), training, DenseOptions.DEFAULT, theory)) {
      for (int sample = 0; sample < NETWORKS; sample++) {
        trainer.begin(31, sample);
        List<TrainingRecord> records = new ArrayList<>();
        while (!trainer.isFinished()) {
          trainer.advance(100).ifPresent(records::add);
        }
        for (int look = 0; look < 4; look++) {
          double f = records.get(look).get(Quantity.TEST_OUTPUT);
          sum[look] += f;
          squares[look] += f * f;
        }
      }
    }
    long[] steps = {0, 1, 3, 6};
    for (int look = 0; look < 4; look++) {
      double variance = (squares[look] - sum[look] * sum[look] / NETWORKS) / (NETWORKS - 1);
      double expected = limit.at(steps[look], 0);
      double z = (variance / expected - 1) / Math.sqrt(2.0 / (NETWORKS - 1));
      assertThat(z).as("step %d: %s", steps[look], variance).isBetween(-Z, Z);
    }
    assertThat(limit.at(6, 0) / limit.at(0, 0)).isLessThan(0.7); // 5 standard errors off
  }

  @Test
  void inGradientFlowItEndsWhereStepsDo() {
    Network law = law(Parametrization.STANDARD, 50);
    Method flow = new Method.Flow(1e9, 1e-3, List.of(0.0, 1e9));
    Training flowing = new Training(Loss.SUM, flow, StopRule.NEVER, LazyScale.NONE, 1);
    Training stepping = training(new Optimizer.Plain(), 1e-2, LazyScale.NONE);
    assertThat(limit(law, flowing).at(TrainingRecord.NO_STEP, 0))
        .isEqualTo(limit(law, stepping).at(0, 0));
    assertThat(limit(law, flowing).at(TrainingRecord.NO_STEP, 1e9))
        .isEqualTo(limit(law, stepping).at(1_000_000_000L, 0));
  }

  @Test
  void centeredModelsKeepTheOutputsTheyBeganWith() {
    Network law = law(Parametrization.STANDARD, 50);
    LazyScale centered = new LazyScale(1, true);
    OutputVarianceLimit limit = limit(law, training(new Optimizer.Plain(), 0.01, centered));
    assertThat(limit.at(12, 0)).isEqualTo(limit.at(0, 0));
  }

  @Test
  void isOfInputsAlikeAndOfLinearTraining() {
    Network law = law(Parametrization.STANDARD, 50);
    Training plain = training(new Optimizer.Plain(), 0.01, LazyScale.NONE);
    Training adam = training(new Optimizer.Adam(0.9, 0.999, 1e-8), 0.01, LazyScale.NONE);
    TrainingData alike = data(inputs());
    assertThat(OutputVarianceLimit.of(law, alike, adam)).isEmpty();
    TrainingData untested = new TrainingData(alike.train(), Optional.empty());
    assertThat(OutputVarianceLimit.of(law, untested, plain)).isEmpty();
    for (int changed : new int[] {0, 3, 4}) {
      double[][] x = inputs();
      x[changed][1] += 1e-6;
      assertThat(OutputVarianceLimit.of(law, data(x), plain)).isEmpty();
    }
  }
}
