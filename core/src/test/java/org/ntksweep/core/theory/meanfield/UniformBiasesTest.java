package org.ntksweep.core.theory.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.numbers.gamma.Erf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.expectation.NormalMean;

@DisplayName("Mean field with uniform biases")
class UniformBiasesTest {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(40);

  private static Network law(Activation activation, double sigmaW2, double sigmaB2) {
    return new Network(
            activation, sigmaW2, sigmaB2, Widths.constant(50, 50, 5), Parametrization.STANDARD)
        .with(Initialization.UNIFORM);
  }

  /** The mean over a normal number of variance s and a uniform one, the latter outside. */
  private static double mean(double s, double sigmaB2, DoubleUnaryOperator f) {
    double c = Math.sqrt(3 * sigmaB2);
    int panels = 4;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double middle = c * ((2 * i + 1.0) / panels - 1);
      double half = c / panels;
      sum += RULE.integrate(t -> normal(s, middle + half * t, f)) / 2 / panels;
    }
    return sum;
  }

  private static double normal(double s, double b, DoubleUnaryOperator f) {
    return NormalMean.of(b, s, f);
  }

  @ParameterizedTest
  @CsvSource({"5.5, 4, 0.9532", "1, 4, 0.1923"})
  void referenceValues(double sigmaW2, double sigmaB2, double chi1) {
    MeanField theory = MeanField.of(law(Activation.TANH, sigmaW2, sigmaB2));
    assertThat(theory.chi1()).isCloseTo(chi1, within(5e-5));
    assertThat(theory.phase()).isEqualTo(Phase.ORDERED);
  }

  /** The fixed point is one, and chi_1 is its, by another quadrature. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 5.5, 4",
    "tanh, 1, 4",
    "tanh, 0.3, 0.01",
    "tanh, 30, 0.001",
    "erf, 3, 9",
    "sin, 2, 0.5",
    "sin, 5, 3"
  })
  void isTheFixedPoint(Activation activation, double sigmaW2, double sigmaB2) {
    MeanField theory = MeanField.of(law(activation, sigmaW2, sigmaB2));
    double s = theory.limitVariance().orElseThrow() - sigmaB2;
    DoubleUnaryOperator phi = phi(activation);
    DoubleUnaryOperator slope = slope(activation);
    double square = sigmaW2 * mean(s, sigmaB2, h -> Math.pow(phi.applyAsDouble(h), 2));
    double chi = sigmaW2 * mean(s, sigmaB2, h -> Math.pow(slope.applyAsDouble(h), 2));
    assertThat(square).isCloseTo(s, within(1e-9 * s));
    assertThat(theory.chi1()).isCloseTo(chi, within(1e-9 * chi));
  }

  private static DoubleUnaryOperator phi(Activation activation) {
    return activation.equals(Activation.TANH)
        ? Math::tanh
        : activation.equals(Activation.SIN) ? Math::sin : Erf::value;
  }

  private static DoubleUnaryOperator slope(Activation activation) {
    return activation.equals(Activation.TANH)
        ? h -> 1 - Math.pow(Math.tanh(h), 2)
        : activation.equals(Activation.SIN)
            ? Math::cos
            : h -> 2 / Math.sqrt(Math.PI) * Math.exp(-h * h);
  }

  /** Small biases hardly differ from normal ones, and without any nothing does. */
  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void smallBiasesAreNearlyNormal(Activation activation) {
    for (double sigmaB2 : new double[] {0, 1e-6}) {
      Network law = law(activation, 1.7, sigmaB2);
      MeanField normal = MeanField.of(law.with(Initialization.GAUSSIAN));
      assertThat(MeanField.of(law).chi1()).isCloseTo(normal.chi1(), within(100 * sigmaB2));
      assertThat(MeanField.of(law.with(Initialization.ORTHOGONAL)).chi1()).isEqualTo(normal.chi1());
    }
  }

  @Test
  void positivelyHomogeneousActivationsDoNotMind() {
    MeanField theory = MeanField.of(law(Activation.RELU, 1.5, 3));
    assertThat(theory.chi1()).isEqualTo(0.75);
    assertThat(theory.limitVariance()).hasValue(12);
  }

  @Test
  void correlationsAreNotKnown() {
    MeanField theory = MeanField.of(law(Activation.TANH, 1.5, 3));
    assertThat(theory.limitCorrelation()).isEmpty();
    assertThat(theory.correlationDepth()).isNaN();
    assertThat(theory.nextCorrelation(0.5)).isNaN();
    assertThat(theory.varianceDepth()).isPositive();
  }
}
