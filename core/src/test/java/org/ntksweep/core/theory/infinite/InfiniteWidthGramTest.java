package org.ntksweep.core.theory.infinite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.expectation.GaussianQuadrature;

@DisplayName("Infinite-width kernels of many inputs")
class InfiniteWidthGramTest {
  private static final Widths WIDTHS = Widths.of(5, 16, 24, 12, 1);

  /** Norms from 0.1 to 30, two of them equal, and one input the multiple of another. */
  private static final double[][] INPUTS = inputs();

  private static double[][] inputs() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] inputs = new double[6][];
    for (int i = 0; i < inputs.length; i++) {
      double scale = StrictMath.pow(3, i - 2);
      inputs[i] = random.doubles(5, -1, 1).map(x -> scale * x).toArray();
    }
    inputs[4] = Arrays.stream(inputs[3]).map(x -> -x).toArray();
    inputs[5] = Arrays.stream(inputs[0]).map(x -> 2 * x).toArray();
    return inputs;
  }

  /** The arc-cosine kernels of degree 1 and 0 at unequal norms, as Cho and Saul write them. */
  @ParameterizedTest
  @CsvSource({
    "2.0, 0.1, STANDARD, ALL",
    "1.5, 0, NTK, ALL",
    "3, 0.5, NTK, ALL",
    "2, 0.3, STANDARD, WEIGHTS"
  })
  void relu(double sigmaW2, double sigmaB2, Parametrization parametrization, Trainable trainable) {
    Network law =
        new Network(Activation.RELU, sigmaW2, sigmaB2, WIDTHS, parametrization).with(trainable);
    InfiniteWidthGram gram = InfiniteWidthGram.of(law, INPUTS);
    int entry = 0;
    for (int i = 0; i < INPUTS.length; i++) {
      for (int j = i; j < INPUTS.length; j++) {
        double[] expected = arcCosine(law, INPUTS[i], INPUTS[j]);
        assertThat(gram.theta()[entry]).isCloseTo(expected[0], within(1e-7 * size(law, i, j)));
        assertThat(gram.outputCovariance()[entry])
            .isCloseTo(expected[1], within(1e-7 * size(law, i, j)));
        entry++;
      }
    }
  }

  private static double size(Network law, int i, int j) {
    return Math.sqrt(
        arcCosine(law, INPUTS[i], INPUTS[i])[0] * arcCosine(law, INPUTS[j], INPUTS[j])[0]);
  }

  /** Theta and the covariance of the outputs. */
  private static double[] arcCosine(Network law, double[] x, double[] y) {
    double xx = inner(x, x) / 5;
    double yy = inner(y, y) / 5;
    double xy = inner(x, y) / 5;
    double theta = 0;
    for (int l = 1; l < law.depth(); l++) {
      theta += entering(law, l, xy);
      double h11 = law.sigmaW2() * xx + law.sigmaB2();
      double h22 = law.sigmaW2() * yy + law.sigmaB2();
      double h12 = law.sigmaW2() * xy + law.sigmaB2();
      double norms = Math.sqrt(h11 * h22);
      double angle = Math.acos(Math.max(-1, Math.min(1, h12 / norms)));
      theta *= law.sigmaW2() * (Math.PI - angle) / (2 * Math.PI);
      xx = h11 / 2;
      yy = h22 / 2;
      xy = norms * (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle)) / (2 * Math.PI);
    }
    theta += entering(law, law.depth(), xy);
    return new double[] {theta, law.sigmaW2() * xy + law.sigmaB2()};
  }

  private static double entering(Network law, int l, double xy) {
    return law.weightFactor(l) * law.widths().at(l - 1) * xy + law.biasFactor();
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** One hidden layer, whose expectations are integrals over the plane. */
  @ParameterizedTest
  @ValueSource(strings = {"tanh", "gelu", "silu", "elu", "softplus", "sigmoid", "sin", "erf"})
  void quadrature(String activation) {
    Network law =
        new Network(
            Activation.parse(activation), 1.7, 0.2, Widths.of(5, 9, 1), Parametrization.STANDARD);
    InfiniteWidthGram gram = InfiniteWidthGram.of(law, INPUTS);
    DoubleBinaryOperator values = (u, v) -> apply(law, u)[0] * apply(law, v)[0];
    DoubleBinaryOperator slopes = (u, v) -> apply(law, u)[1] * apply(law, v)[1];
    for (int j = 1; j < 4; j++) {
      double xy = inner(INPUTS[0], INPUTS[j]);
      double q1 = 1.7 * inner(INPUTS[0], INPUTS[0]) / 5 + 0.2;
      double q2 = 1.7 * inner(INPUTS[j], INPUTS[j]) / 5 + 0.2;
      double c = (1.7 * xy / 5 + 0.2) / Math.sqrt(q1 * q2);
      double product = GaussianQuadrature.mean(q1, q2, c, values);
      double slope = GaussianQuadrature.mean(q1, q2, c, slopes);
      double theta = 9 * product + 1 + 1.7 * slope * (xy + 1);
      assertThat(gram.theta()[j]).isCloseTo(theta, within(1e-10 * Math.abs(theta)));
      assertThat(gram.outputCovariance()[j]).isCloseTo(1.7 * product + 0.2, within(1e-10));
    }
  }

  private static double[] apply(Network law, double h) {
    double[] value = new double[1];
    double[] slope = new double[1];
    GaussianExpectations.of(law.activation()).apply(new double[] {h}, value, slope);
    return new double[] {value[0], slope[0]};
  }

  /** Where two inputs are all there is: turned and of a norm that rounds differently. */
  @ParameterizedTest
  @ValueSource(strings = {"relu", "tanh", "gelu", "leaky_relu(0.2)", "selu", "silu", "linear"})
  void pairsOfOneNorm(String activation) {
    Widths widths = Widths.constant(7, 30, 12);
    Network law =
        new Network(Activation.parse(activation), 1.9, 0.1, widths, Parametrization.STANDARD);
    for (double cosine : new double[] {0.999999, 0.6, -0.3, -1}) {
      double sine = Math.sqrt((1 - cosine) * (1 + cosine));
      double[] x = new double[7];
      double[] y = new double[7];
      for (int i = 0; i < 7; i++) {
        x[i] = 1 / Math.sqrt(7);
        double across = i == 6 ? 0 : (i % 2 == 0 ? 1 : -1) / Math.sqrt(6);
        y[i] = cosine * x[i] + sine * across;
      }
      InfiniteWidthGram gram = InfiniteWidthGram.of(law, new double[][] {x, y});
      InfiniteWidthEntry pair =
          InfiniteWidthKernel.of(law, Inputs.of(law, cosine), 0, 1).atFullDepth();
      double diagonal = InfiniteWidthKernel.atCosine(law, 1).atFullDepth().theta();
      assertThat(gram.theta()[0]).isCloseTo(diagonal, within(1e-13 * diagonal));
      assertThat(gram.theta()[2]).isEqualTo(gram.theta()[0]);
      assertThat(gram.theta()[1]).isCloseTo(pair.theta(), within(1e-10 * diagonal));
      assertThat(gram.outputCovariance()[1])
          .isCloseTo(pair.outputCovariance(), within(1e-10 * diagonal));
    }
  }

  /** Many inputs of one norm, two of them equal, two opposed: as pair by pair. */
  @ParameterizedTest
  @CsvSource({
    "relu, 2, 12",
    "tanh, 2.5, 40",
    "tanh, 1.2, 12",
    "gelu, 2, 12",
    "selu, 1.9, 12",
    "sin, 3, 12",
    "erf, 8, 30",
    "leaky_relu(-1), 1.5, 12"
  })
  void manyInputsOfOneNorm(String activation, double sigmaW2, int depth) {
    Network law =
        new Network(
            Activation.parse(activation),
            sigmaW2,
            0.1,
            Widths.constant(4, 30, depth),
            Parametrization.STANDARD);
    SplittableRandom random = new SplittableRandom(8);
    double[][] inputs = new double[40][];
    for (int i = 0; i < inputs.length; i++) {
      double[] x = random.doubles(4, -1, 1).toArray();
      double norm = Math.sqrt(inner(x, x));
      inputs[i] = Arrays.stream(x).map(v -> v / norm).toArray();
    }
    inputs[7] = inputs[3].clone();
    inputs[9] = Arrays.stream(inputs[5]).map(v -> -v).toArray();
    InfiniteWidthGram gram = InfiniteWidthGram.of(law, inputs);
    int entry = 0;
    for (int i = 0; i < inputs.length; i++) {
      for (int j = i; j < inputs.length; j++) {
        InfiniteWidthGram pair = InfiniteWidthGram.of(law, new double[][] {inputs[i], inputs[j]});
        double size = pair.theta()[0];
        double variance = pair.outputCovariance()[0];
        assertThat(gram.theta()[entry]).isCloseTo(pair.theta()[1], within(1e-11 * size));
        assertThat(gram.outputCovariance()[entry])
            .isCloseTo(pair.outputCovariance()[1], within(1e-11 * variance));
        entry++;
      }
    }
  }

  /** An input 0 sees biases alone. */
  @Test
  void inputZero() {
    Network law =
        new Network(Activation.RELU, 2, 0.5, Widths.of(2, 9, 1), Parametrization.STANDARD);
    InfiniteWidthGram gram = InfiniteWidthGram.of(law, new double[][] {{0, 0}, {0, 0}, {3, 4}});
    assertThat(gram.outputCovariance()[0]).isEqualTo(1);
    assertThat(gram.theta()[0]).isEqualTo(9 * 0.25 + 1 + 2 * 0.5);
    assertThat(gram.theta()[1]).isCloseTo(gram.theta()[0], within(1e-14));
    assertThat(gram.theta()[2]).isPositive();
  }
}
