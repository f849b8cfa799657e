package org.ntksweep.core.theory.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prediction against a linear model {@code f = W x} that is trained step by step. */
@DisplayName("What a frozen kernel predicts of a linear model is what happens")
class FrozenKernelTest {
  private static final int EXAMPLES = 7;
  private static final int INPUTS = 4;
  private static final int OUTPUTS = 3;
  private static final double WEIGHT = 1.0 / EXAMPLES;

  private final SplittableRandom random = new SplittableRandom(42);
  private final double[][] x = numbers(EXAMPLES, INPUTS);
  private final double[][] y = numbers(EXAMPLES, OUTPUTS);
  private final double[][] w = numbers(OUTPUTS, INPUTS);
  private final double[][] velocity = new double[OUTPUTS][INPUTS];

  private double[][] numbers(int rows, int columns) {
    double[][] numbers = new double[rows][];
    for (int i = 0; i < rows; i++) {
      numbers[i] = random.doubles(columns, -1, 1).toArray();
    }
    return numbers;
  }

  /** More examples than inputs: some of the loss stays for ever. */
  @ParameterizedTest
  @CsvSource({"0.3, 0, false", "0.2, 0.8, false", "0.2, 0.8, true", "5, 0, false", "6, 0.5, true"})
  void gradientDescent(double eta, double mu, boolean nesterov) {
    FrozenPrediction prediction = FrozenKernel.of(gram(), WEIGHT).from(residual());
    LinearUpdate update = new LinearUpdate(eta, mu, nesterov);
    for (int t = 0; t <= 40; t++) {
      double loss = loss();
      assertThat(prediction.lossAfter(t, update)).isCloseTo(loss, within(1e-11 * loss));
      step(eta, mu, nesterov);
    }
  }

  /** The kernel of all pairs of example and output is that of the examples for each output. */
  @Test
  void kernelOfAllOutputs() {
    double[] blocks = new double[EXAMPLES * OUTPUTS * (EXAMPLES * OUTPUTS + 1) / 2];
    int entry = 0;
    for (int i = 0; i < EXAMPLES * OUTPUTS; i++) {
      for (int j = i; j < EXAMPLES * OUTPUTS; j++) {
        boolean sameOutput = i % OUTPUTS == j % OUTPUTS;
        blocks[entry++] = sameOutput ? inner(x[i / OUTPUTS], x[j / OUTPUTS]) : 0;
      }
    }
    FrozenPrediction all = FrozenKernel.of(blocks, WEIGHT).from(residual());
    FrozenPrediction each = FrozenKernel.of(gram(), WEIGHT).from(residual());
    LinearUpdate update = LinearUpdate.plain(0.7);
    assertThat(all.lossAfter(9, update)).isCloseTo(each.lossAfter(9, update), within(1e-14));
    assertThat(all.lossAt(3)).isCloseTo(each.lossAt(3), within(1e-14));
  }

  /** Richardson: the error of n steps of time 1/n goes as 1/n. */
  @Test
  void gradientFlowIsTheLimitOfSmallSteps() {
    FrozenPrediction prediction = FrozenKernel.of(gram(), 1).from(residual());
    double coarse = prediction.lossAfter(100_000, LinearUpdate.plain(2e-5));
    double fine = prediction.lossAfter(200_000, LinearUpdate.plain(1e-5));
    assertThat(prediction.lossAt(2)).isCloseTo(2 * fine - coarse, within(1e-9));
    assertThat(prediction.lossAt(0)).isCloseTo(EXAMPLES * loss(), within(1e-14));
  }

  /** The two sides of the stable rate. */
  @Test
  void stableRate() {
    FrozenKernel kernel = FrozenKernel.of(gram(), WEIGHT);
    FrozenPrediction prediction = kernel.from(residual());
    double rate = kernel.stableRate();
    assertThat(prediction.lossAfter(10_000, LinearUpdate.plain(0.999 * rate))).isLessThan(loss());
    double unstable = prediction.lossAfter(10_000, LinearUpdate.plain(1.001 * rate));
    assertThat(unstable).isGreaterThan(1e6 * loss());
    assertThat(prediction.lossAfter(10_000_000, LinearUpdate.plain(2 * rate))).isInfinite();
    assertThat(FrozenKernel.of(new double[3], 1).stableRate()).isInfinite();
  }

  /** What no kernel sees does not grow, not even by rounding, and the rest is gone. */
  @Test
  void veryLongTraining() {
    FrozenPrediction prediction = FrozenKernel.of(gram(), WEIGHT).from(residual());
    double stays = prediction.lossAt(1e6);
    assertThat(stays).isPositive().isLessThan(loss());
    assertThat(prediction.lossAt(1e15)).isEqualTo(stays);
    double last = prediction.lossAfter(1_000_000_000_000_000L, LinearUpdate.plain(1));
    assertThat(last).isEqualTo(stays);
  }

  @Test
  void whatDoesNotFit() {
    FrozenKernel kernel = FrozenKernel.of(gram(), WEIGHT);
    assertThatIllegalArgumentException().isThrownBy(() -> kernel.from(new double[EXAMPLES + 1]));
    assertThatIllegalArgumentException().isThrownBy(() -> LinearUpdate.plain(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new LinearUpdate(1, 1, true));
  }

  private double[] gram() {
    double[] gram = new double[EXAMPLES * (EXAMPLES + 1) / 2];
    int entry = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      for (int j = i; j < EXAMPLES; j++) {
        gram[entry++] = inner(x[i], x[j]);
      }
    }
    return gram;
  }

  private double[] residual() {
    double[] residual = new double[EXAMPLES * OUTPUTS];
    for (int i = 0; i < EXAMPLES; i++) {
      for (int c = 0; c < OUTPUTS; c++) {
        residual[i * OUTPUTS + c] = inner(w[c], x[i]) - y[i][c];
      }
    }
    return residual;
  }

  private double loss() {
    double sum = 0;
    for (double r : residual()) {
      sum += r * r;
    }
    return WEIGHT * sum / 2;
  }

  private void step(double eta, double mu, boolean nesterov) {
    double[] residual = residual();
    for (int c = 0; c < OUTPUTS; c++) {
      for (int j = 0; j < INPUTS; j++) {
        double gradient = 0;
        for (int i = 0; i < EXAMPLES; i++) {
          gradient += WEIGHT * residual[i * OUTPUTS + c] * x[i][j];
        }
        velocity[c][j] = mu * velocity[c][j] + gradient;
        w[c][j] -= eta * (nesterov ? gradient + mu * velocity[c][j] : velocity[c][j]);
      }
    }
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
