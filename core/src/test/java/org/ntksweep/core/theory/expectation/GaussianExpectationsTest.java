package org.ntksweep.core.theory.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.theory.gaussian.Covariance;

/** Closed forms and mixtures against quadrature, which shares nothing with them. */
@DisplayName("Gaussian expectations")
class GaussianExpectationsTest {
  static Stream<Arguments> pairs() {
    return Activation.all().stream()
        .flatMap(
            phi ->
                DoubleStream.of(1e-20, 0.3, 4, 1e6)
                    // The quadrature does not follow a thousand waves.
                    .filter(q -> !phi.equals(Activation.SIN) || q < 10)
                    .boxed()
                    .flatMap(
                        q ->
                            Stream.of(
                                Arguments.of(phi, q, q),
                                Arguments.of(phi, q, 7 * q),
                                Arguments.of(phi, q, 1.0))))
        // Of variances so far apart elu keeps 7 digits.
        .filter(
            pair ->
                !isElu(pair)
                    || (double) pair.get()[1] > 1e-20
                    || pair.get()[1].equals(pair.get()[2]));
  }

  private static boolean isElu(Arguments pair) {
    return List.of(Activation.ELU, Activation.SELU).contains(pair.get()[0]);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void agreeWithQuadrature(Activation activation, double q1, double q2) {
    GaussianExpectations phi = GaussianExpectations.of(activation);
    DoubleBinaryOperator product = product(value(activation));
    double square1 = GaussianQuadrature.mean(q1, q1, 1, product);
    double square2 = GaussianQuadrature.mean(q2, q2, 1, product);
    DoubleBinaryOperator slopes = product(slope(activation));
    double slope1 = GaussianQuadrature.mean(q1, q1, 1, slopes);
    double slope2 = GaussianQuadrature.mean(q2, q2, 1, slopes);
    close(phi.squaredSlope(q1), slope1, slope1);
    for (double c : new double[] {-1, -1 + 1e-12, -0.8, 0.3, 1 - 1e-6, 1}) {
      double r = Math.sqrt(q1 * q2);
      Covariance h = new Covariance(q1, q2, r * c, r * Math.sqrt((1 - c) * (1 + c)), 0);
      Covariance x = phi.activations(h);
      close(x.q1(), square1, square1);
      close(x.q2(), square2, square2);
      double mixed = GaussianQuadrature.mean(q1, q2, c, product);
      close(x.q12(), mixed, Math.sqrt(square1 * square2));
      double area2 = square1 * square2 - mixed * mixed;
      close(x.area() * x.area(), area2, square1 * square2);
      close(phi.slopes(h), GaussianQuadrature.mean(q1, q2, c, slopes), Math.sqrt(slope1 * slope2));
    }
  }

  private static DoubleBinaryOperator product(DoubleUnaryOperator f) {
    return (u, v) -> f.applyAsDouble(u) * f.applyAsDouble(v);
  }

  private static void close(double actual, double expected, double scale) {
    assertThat(actual).isCloseTo(expected, within(1e-10 * scale));
  }

  private static DoubleUnaryOperator value(Activation activation) {
    return switch (activation.kind()) {
      case RELU -> h -> Math.max(h, 0);
      case TANH -> Math::tanh;
      case ERF -> Erf::value;
      case LINEAR -> h -> h;
      case SIGMOID -> h -> 1 / (1 + Math.exp(-h));
      case GELU -> h -> h * normal(h);
      case LEAKY_RELU -> h -> h > 0 ? h : activation.negativeSlope() * h;
      case SILU -> h -> h / (1 + Math.exp(-h));
      case ELU, SELU ->
          h ->
              h > 0
                  ? activation.kind().slopeAboveZero() * h
                  : activation.negativeSlope() * Math.expm1(h);
      case SOFTPLUS -> h -> Math.max(h, 0) + Math.log1p(Math.exp(-Math.abs(h)));
      case SIN -> Math::sin;
    };
  }

  private static DoubleUnaryOperator slope(Activation activation) {
    return switch (activation.kind()) {
      case RELU -> h -> h > 0 ? 1 : 0;
      case TANH -> h -> 1 / (Math.cosh(h) * Math.cosh(h));
      case ERF -> h -> 2 / Math.sqrt(Math.PI) * Math.exp(-h * h);
      case LINEAR -> h -> 1;
      case SIGMOID -> h -> 1 / (2 + Math.exp(h) + Math.exp(-h));
      case GELU -> h -> normal(h) + h * Math.exp(-h * h / 2) / Math.sqrt(2 * Math.PI);
      case LEAKY_RELU -> h -> h > 0 ? 1 : activation.negativeSlope();
      case SILU -> h -> (1 + h / (1 + Math.exp(h))) / (1 + Math.exp(-h));
      case ELU, SELU ->
          h ->
              h > 0 ? activation.kind().slopeAboveZero() : activation.negativeSlope() * Math.exp(h);
      case SOFTPLUS -> h -> 1 / (1 + Math.exp(-h));
      case SIN -> Math::cos;
    };
  }

  /** The standard normal distribution function. */
  private static double normal(double h) {
    return 0.5 * Erfc.value(-h / Math.sqrt(2));
  }

  /**
   * Values to 18 digits, by methods the file names, for variances q1, q2 and correlation {@code 1 -
   * distance}: {@code E[phi phi]}, {@code E[phi' phi']} and {@code E[(phi(u) - phi(v))^2]}, each to
   * a relative error of 2e-13 however close the inputs are.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "gaussian-expectations.csv", numLinesToSkip = 2)
  void agreeToManyDigits(
      Activation activation,
      double q1,
      double q2,
      double distance,
      double product,
      double slopes,
      double squaredDistance) {
    GaussianExpectations phi = GaussianExpectations.of(activation);
    double r = Math.sqrt(q1 * q2);
    double area = r * Math.sqrt(distance * (2 - distance));
    Covariance h = new Covariance(q1, q2, r * (1 - distance), area, 0);
    Covariance x = phi.activations(h);
    assertThat(x.q12()).isCloseTo(product, withinRounding(product));
    assertThat(phi.slopes(h)).isCloseTo(slopes, withinRounding(slopes));
    assertThat(x.squaredDistance()).isCloseTo(squaredDistance, withinRounding(squaredDistance));
  }

  private static Offset<Double> withinRounding(double value) {
    return within(2e-13 * Math.abs(value));
  }

  @ParameterizedTest
  @CsvSource({
    "tanh, 0",
    "tanh, 1",
    "tanh, 1e5",
    "erf, 0",
    "erf, 1",
    "erf, 1e5",
    "relu, 3",
    "leaky_relu, 3",
    "sigmoid, 0",
    "sigmoid, 2",
    "gelu, 0",
    "gelu, 2",
    "gelu, 1e4",
    "gelu, 1e40",
    "silu, 0",
    "silu, 2",
    "silu, 1e4",
    "softplus, 0",
    "softplus, 2",
    "softplus, 1e4",
    "elu, 1e-3",
    "elu, 2",
    "selu, 0.1",
    "selu, 1e4",
    "sin, 0",
    "sin, 1"
  })
  void growthIsTheDerivativeOfTheSquare(Activation activation, double q) {
    GaussianExpectations phi = GaussianExpectations.of(activation);
    double h = 1e-4 * (q + 1e-4);
    double difference = (phi.square(q + h) - phi.square(Math.max(q - h, 0))) / (h + Math.min(q, h));
    assertThat(phi.growth(q)).isCloseTo(difference, within(1e-6 * difference));
  }

  @Test
  void geluGrowsFastestAtItsInflection() {
    GaussianExpectations phi = GaussianExpectations.of(Activation.GELU);
    double q = phi.inflection();
    double most = phi.growth(q);
    assertThat(most - phi.growth(q - 1e-3)).isBetween(0.0, 1e-8);
    assertThat(most - phi.growth(q + 1e-3)).isBetween(0.0, 1e-8);
    assertThat(phi.growth(q - 1e-3)).isCloseTo(phi.growth(q + 1e-3), within(1e-11));
  }

  /**
   * {@code E[(phi(u) - phi(v))^2] / 2} is the integral of {@code E[phi' phi']} over the covariance
   * (Price 1958), here in the angle on panels that shrink towards 0.
   */
  @ParameterizedTest
  @CsvSource({
    "1e-8, 0.5",
    "1e-4, 0.3",
    "1, 0.9",
    "4, 1e-6",
    "4, 1e-12",
    "30, 0.999",
    "1e3, 1e-3",
    "1e10, 1e-4"
  })
  void distancesAreIntegralsOfSlopes(double q, double distance) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(16);
    double theta = 2 * Math.asin(Math.sqrt(distance / 2));
    for (Activation activation :
        List.of(Activation.SILU, Activation.ELU, Activation.SELU, Activation.SOFTPLUS)) {
      GaussianExpectations phi = GaussianExpectations.of(activation);
      double sum = 0;
      double from = 0;
      for (double to = 1e-9 * theta; from < theta; to = Math.min(1.6 * to, theta)) {
        sum += panel(rule, x -> slopesAt(x, q, phi), from, to);
        from = to;
      }
      Covariance x = phi.activations(Covariance.apart(q, distance));
      assertThat(0.5 * x.squaredDistance()).isCloseTo(sum, within(1e-13 * sum));
    }
  }

  private static double panel(GaussIntegrator rule, DoubleUnaryOperator f, double from, double to) {
    double half = 0.5 * (to - from);
    return half * rule.integrate(t -> f.applyAsDouble(from + half * (1 + t)));
  }

  private static double slopesAt(double angle, double q, GaussianExpectations phi) {
    double area = q * Math.sin(angle);
    return area * phi.slopes(new Covariance(q, q, q * Math.cos(angle), area, 0));
  }
}
