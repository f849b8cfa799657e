package org.ntksweep.core.theory.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Mean field")
class MeanFieldTest {
  /** At inputs of so many dimensions that the first layer sees biases alone. */
  private static MeanField theory(Activation activation, double sigmaW2, double sigmaB2) {
    return theory(activation, sigmaW2, sigmaB2, 1e-9);
  }

  private static MeanField theory(
      Activation activation, double sigmaW2, double sigmaB2, double inputNorm2) {
    return MeanField.of(
        new Network(activation, sigmaW2, sigmaB2, Widths.of(1, 1), Parametrization.STANDARD)
            .withInputNorm2(inputNorm2));
  }

  /** Wherever iterating the maps is feasible, it ends where the root finder says. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 0.8, 0",
    "tanh, 1.5, 0",
    "tanh, 3, 0",
    "tanh, 0.5, 0.3",
    "tanh, 2.6, 0.3",
    "tanh, 20, 0.01",
    "tanh, 1e6, 0.5",
    "tanh, 2, 1e4",
    "tanh, 0, 0.7",
    "erf, 0.7, 0",
    "erf, 2, 0",
    "erf, 2.5, 0.3",
    "erf, 1, 1",
    "erf, 1e6, 3",
    "relu, 1, 0.4",
    "relu, 1.5, 0",
    "relu, 0, 2",
    "linear, 0.7, 0.2",
    "leaky_relu, 1.5, 0.2",
    "sigmoid, 0, 0.7",
    "sigmoid, 5, 0",
    "sigmoid, 200, 0.1",
    "silu, 2.1, 0.1",
    "elu, 0.8, 0",
    "elu, 1.9, 0.1",
    "selu, 0.4, 0",
    "selu, 1, 0",
    "selu, 1.5, 0.1",
    "softplus, 1.5, 0",
    "softplus, 0, 0.3",
    "gelu, 1, 0",
    "gelu, 1.9, 0.05",
    "gelu, 1.97, 0.9",
    "gelu, 0, 0.2",
    "sin, 0.7, 0",
    "sin, 3, 0",
    "sin, 1.5, 0.2",
    "sin, 90, 0.2"
  })
  void limitsAreWhereTheMapsEnd(Activation activation, double sigmaW2, double sigmaB2) {
    MeanField theory = theory(activation, sigmaW2, sigmaB2, 1);
    double q = theory.firstVariance();
    for (int l = 0; l < 2000; l++) {
      q = theory.nextVariance(q);
    }
    assertThat(theory.limitVariance()).hasValueCloseTo(q, within(1e-12 * q + 1e-100));
    boolean exponential = Double.isFinite(theory.correlationDepth());
    if (exponential && theory.correlationDepth() < 100) {
      double c = 0.6;
      for (int l = 0; l < 4000; l++) {
        c = theory.nextCorrelation(c);
      }
      assertThat(theory.limitCorrelation()).hasValueCloseTo(c, within(1e-12));
    }
  }

  /** The maps approach their limits at the rates the depth scales say. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 2.6, 0.3",
    "tanh, 3, 0",
    "tanh, 0.5, 0.3",
    "erf, 3, 0.2",
    "erf, 1, 1",
    "relu, 1.2, 0.4",
    "linear, 0.7, 0.2",
    "leaky_relu, 1.2, 0.4",
    "sigmoid, 20, 0.1",
    "sigmoid, 150, 0.5",
    "gelu, 1.9, 0.1",
    "sin, 1.2, 0.3",
    "sin, 2.5, 0.3"
  })
  void depthScalesAreRatesOfConvergence(Activation activation, double sigmaW2, double sigmaB2) {
    MeanField theory = theory(activation, sigmaW2, sigmaB2);
    double limit = theory.limitVariance().orElseThrow();
    double h = 1e-4 * limit;
    double slope = (theory.nextVariance(limit + h) - theory.nextVariance(limit - h)) / (2 * h);
    assertThat(Math.exp(-1 / theory.varianceDepth())).isCloseTo(slope, within(1e-6));

    double c = theory.limitCorrelation().orElseThrow();
    double e = 1e-6;
    double correlationSlope = (theory.nextCorrelation(c) - theory.nextCorrelation(c - e)) / e;
    assertThat(Math.exp(-1 / theory.correlationDepth())).isCloseTo(correlationSlope, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "1.999999, 0, ORDERED",
    "1.999999, 3, ORDERED",
    "2, 0, EDGE_OF_CHAOS",
    "2, 3, EDGE_OF_CHAOS",
    "2.000001, 0, CHAOTIC",
    "2.000001, 3, CHAOTIC"
  })
  void reluIsCriticalAtTwo(double sigmaW2, double sigmaB2, Phase phase) {
    MeanField theory = theory(Activation.RELU, sigmaW2, sigmaB2);
    assertThat(theory.phase()).isEqualTo(phase);
    assertThat(theory.chi1()).isEqualTo(sigmaW2 / 2);
    assertThat(theory.limitCorrelation()).hasValue(1);
  }

  @Test
  void reluVariances() {
    assertThat(theory(Activation.RELU, 1.5, 0.5).limitVariance()).hasValue(2);
    assertThat(theory(Activation.RELU, 1.5, 0).limitVariance()).hasValue(0);
    assertThat(theory(Activation.RELU, 2, 0).limitVariance()).isEmpty();
    assertThat(theory(Activation.RELU, 2, 0.1).limitVariance()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(theory(Activation.RELU, 3, 0).limitVariance()).hasValue(Double.POSITIVE_INFINITY);
  }

  @Test
  void reluCorrelationsConvergeExponentiallyOnlyWithBiasesInTheOrderedPhase() {
    assertThat(theory(Activation.RELU, 1.5, 0.5).correlationDepth())
        .isCloseTo(-1 / Math.log(0.75), within(1e-12));
    assertThat(theory(Activation.RELU, 1.5, 0).correlationDepth()).isInfinite();
    assertThat(theory(Activation.RELU, 3, 0.5).correlationDepth()).isInfinite();
    // The arc-cosine kernel at orthogonal inputs.
    assertThat(theory(Activation.RELU, 3, 0).nextCorrelation(0))
        .isCloseTo(1 / Math.PI, within(1e-15));
  }

  /** Three fixed points, of which the middle one repels. */
  @Test
  void geluVariancesMayDependOnTheStart() {
    MeanField theory = theory(Activation.GELU, 1.9960624844319927, 0.15437952960937507);
    assertThat(theory.limitVariance()).hasValueCloseTo(1.128, within(1e-3));
    assertThat(theory.nextVariance(3)).isCloseTo(3, within(1e-12));
    assertThat(after(5000, 2.9, theory))
        .isCloseTo(theory.limitVariance().orElseThrow(), within(1e-9));
    assertThat(after(50_000, 3.1, theory)).isCloseTo(52.9, within(0.1));
    assertThat(theory.phase()).isEqualTo(Phase.ORDERED);
  }

  private static double after(int layers, double variance, MeanField theory) {
    double q = variance;
    for (int l = 0; l < layers; l++) {
      q = theory.nextVariance(q);
    }
    return q;
  }

  /** Without biases small signals vanish up to {@code sigma_w2 = 4}, with them 2 is too much. */
  @Test
  void geluIsLinearWhereItVanishesAndReluWhereItExplodes() {
    MeanField vanishing = theory(Activation.GELU, 3.9, 0);
    assertThat(vanishing.limitVariance()).hasValue(0);
    assertThat(vanishing.chi1()).isEqualTo(3.9 / 4);
    assertThat(vanishing.phase()).isEqualTo(Phase.ORDERED);
    assertThat(vanishing.limitCorrelation()).isEmpty();
    assertThat(vanishing.nextCorrelation(0.3)).isEqualTo(0.3);
    for (MeanField exploding :
        new MeanField[] {theory(Activation.GELU, 4, 0), theory(Activation.GELU, 2.2, 0.2)}) {
      assertThat(exploding.limitVariance()).hasValue(Double.POSITIVE_INFINITY);
      assertThat(exploding.phase()).isEqualTo(Phase.CHAOTIC);
      assertThat(exploding.limitCorrelation()).hasValue(1);
      assertThat(exploding.correlationDepth()).isInfinite();
      assertThat(exploding.nextCorrelation(0)).isCloseTo(1 / Math.PI, within(1e-15));
    }
    assertThat(theory(Activation.GELU, 2.2, 0.2).chi1()).isCloseTo(1.1, within(1e-15));
  }

  @Test
  void linearNetworksKeepCorrelationsWithoutBiases() {
    MeanField theory = theory(Activation.LINEAR, 1.5, 0);
    assertThat(theory.nextCorrelation(0.3)).isEqualTo(0.3);
    assertThat(theory.limitCorrelation()).isEmpty();
    assertThat(theory(Activation.LINEAR, 1, 0).limitVariance()).isEmpty();
    assertThat(theory(Activation.LINEAR, 1, 0).phase()).isEqualTo(Phase.EDGE_OF_CHAOS);
  }

  /** Without biases {@code q* = (sigma_w2 - 1) / 2} to first order: E[tanh^2] = q - 2 q^2 + ... */
  @ParameterizedTest
  @CsvSource({"1e-12, 1e-3", "1e-10, 1e-5", "1e-7, 1e-6", "1e-5, 1e-4"})
  void tanhJustAboveItsFirstTransition(double excess, double tolerance) {
    MeanField theory = theory(Activation.TANH, 1 + excess, 0);
    assertThat(theory.limitVariance().orElseThrow() / (excess / 2)).isCloseTo(1, within(tolerance));
    assertThat(theory(Activation.TANH, 1, 0).limitVariance()).hasValue(0);
    assertThat(theory(Activation.TANH, 1 - excess, 0).limitVariance()).hasValue(0);
  }

  /** A huge weight variance makes tanh a step: arcsine law, {@code q* = sigma_w2}. */
  @ParameterizedTest
  @ValueSource(strings = {"tanh", "erf"})
  void stepLimit(Activation activation) {
    MeanField theory = theory(activation, 1e12, 0);
    assertThat(theory.limitVariance().orElseThrow() / 1e12).isCloseTo(1, within(1e-5));
    assertThat(theory.limitCorrelation()).hasValue(0);
    assertThat(theory.nextCorrelation(0.5)).isCloseTo(1.0 / 3, within(1e-5));
    assertThat(theory.correlationDepth()).isCloseTo(-1 / Math.log(2 / Math.PI), within(1e-4));
  }

  /** The step of the chaotic branch: c* leaves 1 continuously, at any distance from the edge. */
  @ParameterizedTest
  @CsvSource({"1e-8", "1e-6", "1e-4", "1e-2"})
  void fixedCorrelationNearTheEdge(double excess) {
    double edge = EdgeOfChaos.sigmaW2(Activation.TANH, 0.1).orElseThrow();
    MeanField theory = theory(Activation.TANH, edge * (1 + excess), 0.1);
    assertThat(theory.phase()).isEqualTo(Phase.CHAOTIC);
    double c = theory.limitCorrelation().orElseThrow();
    assertThat((1 - c) / excess).isBetween(0.5, 5.0);
    assertThat(theory.nextCorrelation(c)).isCloseTo(c, within(1e-15));
    assertThat(theory.correlationDepth() * excess).isBetween(0.3, 3.0);
  }

  /** Klambauer et al. 2017: variance 1 is kept, and gradients grow by 1.0716 a layer. */
  @Test
  void seluNormalizesItself() {
    MeanField theory = theory(Activation.SELU, 1, 0);
    assertThat(theory.limitVariance()).hasValueCloseTo(1.0, within(1e-12));
    assertThat(theory.chi1()).isCloseTo(1.0715749924557991, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"elu, 2", "selu, 1.9", "softplus, 2"})
  void activationsThatGrowHaveNoEndWhereReluHasNone(Activation activation, double sigmaW2) {
    MeanField theory = theory(activation, sigmaW2, 0.1);
    assertThat(theory.limitVariance()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(theory.limitCorrelation()).hasValue(1);
  }
}
