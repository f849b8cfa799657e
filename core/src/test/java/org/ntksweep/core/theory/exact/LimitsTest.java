package org.ntksweep.core.theory.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.published.PublishedLimits;

@DisplayName("Limits of the dispersion, derived and published")
class LimitsTest {
  private static final double[] ALPHAS = {0, 0.1, 1, 2, 100};

  /** From 1e-8 to 20. */
  static DoubleStream lambdas() {
    return DoubleStream.iterate(1e-8, lambda -> lambda < 25, lambda -> lambda * 1.7);
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 0.5, 1,   7.760316, 5e-7",
    "2.0, 0.5, 1,   4.25281,  5e-6",
    "2.5, 1,   1,   76.968597, 5e-7",
    "2.0, 1,   1,   30.50583, 5e-6",
    "2.0, 1,   0.1, 66.48652, 5e-6",
    "2.0, 1,   2,   21.09602, 5e-6",
    "2.0, 0.1, 1,   1.26867,  5e-6",
    "1.9, 1,   1,   1,        0"
  })
  void referenceValues(
      double sigmaW2, double lambda, double alpha0, double expected, double tolerance) {
    assertThat(Limits.ratio(sigmaW2, lambda, alpha0)).isCloseTo(expected, within(tolerance));
  }

  /** The closed forms in powers of 1/lambda, which cancel, in 100 digits. */
  @ParameterizedTest
  @MethodSource("lambdas")
  void closedForms(double lambda) {
    double expected = weights(lambda).toDouble();
    assertThat(Limits.chaotic(lambda)).isCloseTo(expected, within(1e-13 * expected));
    for (double alpha0 : ALPHAS) {
      Precise mixed = weightsWithBiases(lambda).plus(biases(lambda)).times(alpha0);
      Precise square = biases(lambda).times(alpha0).times(alpha0);
      double edge = overSquare(weights(lambda).plus(mixed).plus(square), alpha0).toDouble();
      assertThat(Limits.edgeOfChaos(lambda, alpha0)).isCloseTo(edge, within(1e-13 * edge));
    }
  }

  /** {@code e^{5l} [1/3 + 2/(9l) - (1 - e^{-6l})/(27 l^2)]}. */
  private static Precise weights(double lambda) {
    Precise l = Precise.of(lambda);
    Precise last = Precise.of(1).minus(e(-6, l)).over(27).over(l).over(l);
    Precise bracket = Precise.of(1).over(3).plus(Precise.of(2).over(9).over(l)).minus(last);
    return e(5, l).times(bracket);
  }

  /**
   * {@code (2/l) [(2/3) ((e^{5l} - 1)/(5l) - (e^{5l} - e^{-l})/(6l)) + (1/15) (e^{5l} - (e^{5l} -
   * 1)/(5l))]}.
   */
  private static Precise weightsWithBiases(double lambda) {
    Precise l = Precise.of(lambda);
    Precise mean = e(5, l).minus(Precise.of(1)).over(5).over(l);
    Precise other = e(5, l).minus(e(-1, l)).over(6).over(l);
    Precise first = mean.minus(other).times(2).over(3);
    Precise second = e(5, l).minus(mean).over(15);
    return first.plus(second).times(2).over(l);
  }

  /** {@code 2 [(e^{5l} - 1)/(25 l^2) - 1/(5l)]}. */
  private static Precise biases(double lambda) {
    Precise l = Precise.of(lambda);
    Precise first = e(5, l).minus(Precise.of(1)).over(25).over(l).over(l);
    return first.minus(Precise.of(1).over(5).over(l)).times(2);
  }

  /** Equations (8), (9) and (41) as printed, in 100 digits. */
  @ParameterizedTest
  @MethodSource("lambdas")
  void publishedEquations(double lambda) {
    Precise l = Precise.of(lambda);
    Precise part = Precise.of(1).minus(e(-4, l)).over(4).over(l);
    double chaotic = e(5, l).over(2).over(l).times(Precise.of(1).minus(part)).toDouble();
    assertThat(PublishedLimits.chaotic(lambda)).isCloseTo(chaotic, within(1e-13 * chaotic));
    for (double alpha0 : ALPHAS) {
      double expected = equation9(l, alpha0);
      assertThat(PublishedLimits.edgeOfChaos(lambda, alpha0))
          .isCloseTo(expected, within(1e-13 * expected));
      assertThat(equation41(l, alpha0)).isCloseTo(expected, within(1e-15 * expected));
    }
  }

  private static double equation9(Precise l, double alpha) {
    Precise al = Precise.of(alpha);
    Precise l2 = l.times(l);
    Precise coefficient =
        Precise.of(1)
            .over(l.times(2))
            .plus(al.times(al).times(2).minus(al.times(8)).over(l2.times(25)));
    Precise middle =
        e(1, l).minus(e(5, l)).times(Precise.of(1).minus(al.times(4))).over(l2.times(8));
    Precise inner = Precise.of(4).minus(al).over(l.times(5)).minus(Precise.of(1)).minus(al);
    Precise last = al.times(2).over(l.times(5)).times(inner);
    return overSquare(e(5, l).times(coefficient).plus(middle).plus(last), alpha).toDouble();
  }

  private static double equation41(Precise l, double alpha) {
    Precise al = Precise.of(alpha);
    Precise polynomial =
        al.times(al).times(16).plus(al.times(36)).minus(Precise.of(25)).over(l.times(200));
    Precise first = e(5, l).times(Precise.of(0.5).plus(polynomial));
    Precise second = e(1, l).times(Precise.of(1).minus(al.times(4))).over(l.times(8));
    Precise third = al.times(2).times(Precise.of(4).minus(al)).over(l.times(25));
    Precise fourth = al.times(2).times(Precise.of(1).plus(al)).over(5);
    Precise bracket = first.plus(second).plus(third).minus(fourth);
    return overSquare(bracket.over(l), alpha).toDouble();
  }

  private static Precise overSquare(Precise x, double alpha) {
    Precise total = Precise.of(1).plus(Precise.of(alpha));
    return x.over(total).over(total);
  }

  private static Precise e(int factor, Precise l) {
    return l.times(factor).exp();
  }

  @Test
  void shallowNetworksAreNotRandom() {
    for (double sigmaW2 : new double[] {1, 2, 3}) {
      assertThat(Limits.ratio(sigmaW2, 0, 0.3)).isCloseTo(1, within(1e-15));
      assertThat(PublishedLimits.ratio(sigmaW2, 0, 0.3)).isCloseTo(1, within(1e-15));
    }
  }

  /** To first order in lambda both are the same; the published limits lose at second order. */
  @Test
  void theTwoAgreeToFirstOrder() {
    double lambda = 1e-5;
    double difference = Limits.chaotic(lambda) - PublishedLimits.chaotic(lambda);
    assertThat(difference / lambda / lambda).isCloseTo(2.0 / 3, within(1e-3));
    assertThat(Limits.chaotic(1) / PublishedLimits.chaotic(1)).isGreaterThan(1.37);
  }

  @Test
  void edges() {
    assertThat(Limits.chaotic(141)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Limits.edgeOfChaos(5000, 1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(PublishedLimits.chaotic(141)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(PublishedLimits.edgeOfChaos(5000, 1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Limits.edgeOfChaos(1, 0)).isEqualTo(Limits.chaotic(1));
    assertThat(Limits.ratio(Math.nextUp(2.0), 1, 1)).isEqualTo(Limits.edgeOfChaos(1, 1));
    assertThat(PublishedLimits.ratio(Math.nextDown(2.0), 1, 1))
        .isEqualTo(PublishedLimits.edgeOfChaos(1, 1));
    assertThat(Limits.edgeOfChaos(1, 1e300))
        .isCloseTo(2 * (StrictMath.exp(5) - 6) / 25, within(1e-13));
    assertThatThrownBy(() -> Limits.chaotic(-1)).hasMessageContaining("lambda -1.0");
    assertThatThrownBy(() -> Limits.edgeOfChaos(1, Double.NaN)).hasMessageContaining("alpha_0");
    assertThatThrownBy(() -> PublishedLimits.ratio(-2, 1, 1)).hasMessageContaining("sigma_w2");
  }

  @Test
  void limitsOfNetworks() {
    Network edge = relu(2, 0, Widths.constant(50, 100, 70), Parametrization.STANDARD);
    assertThat(Limits.ratio(edge)).hasValue(Limits.edgeOfChaos(0.7, 0.5));
    assertThat(PublishedLimits.ratio(edge)).hasValue(PublishedLimits.edgeOfChaos(0.7, 0.5));
    Network ntk = relu(1.5, 0, Widths.constant(50, 100, 70), Parametrization.NTK);
    assertThat(Limits.ratio(ntk)).hasValue(Limits.chaotic(0.7));
    assertThat(PublishedLimits.ratio(ntk)).isEmpty();
  }

  /** Any input norm, biases trained or not: exact moments approach the limit like 1 / M. */
  @ParameterizedTest
  @CsvSource({
    "2.0, 0.3, ALL",
    "2.0, 7,   ALL",
    "2.5, 7,   ALL",
    "1.5, 7,   ALL",
    "2.0, 1,   WEIGHTS",
    "0.5, 1,   WEIGHTS",
    "2.5, 300, WEIGHTS"
  })
  void isTheLimitOfExactMoments(double sigmaW2, double inputNorm2, Trainable trainable) {
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      int width = 2000 << i;
      Network law =
          relu(sigmaW2, 0, Widths.constant(width / 2, width, width / 5), Parametrization.STANDARD)
              .withInputNorm2(inputNorm2)
              .with(trainable);
      double limit = Limits.ratio(law).orElseThrow();
      errors[i] = ExactMoments.of(law).ratio() / limit - 1;
    }
    assertThat(Math.abs(errors[1])).isLessThan(4e-3);
    assertThat(errors[1] / errors[0]).isCloseTo(0.5, within(0.02));
  }

  @Test
  void inputsOfVanishingNormLeaveTheBiases() {
    Network law =
        relu(2, 0, Widths.constant(50, 100, 70), Parametrization.STANDARD)
            .withInputNorm2(Double.MIN_VALUE);
    assertThat(Limits.ratio(law)).hasValue(Limits.biases(0.7));
    assertThat(PublishedLimits.ratio(law)).hasValue(Limits.biases(0.7));
  }

  /** Equation (8) is the limit of the weight part in every phase. */
  @Test
  void publishedLimitOfTrainedWeights() {
    Network law =
        relu(1.5, 0, Widths.constant(50, 100, 70), Parametrization.STANDARD)
            .with(Trainable.WEIGHTS);
    assertThat(PublishedLimits.ratio(law)).hasValue(PublishedLimits.chaotic(0.7));
    assertThat(Limits.ratio(law)).hasValue(Limits.chaotic(0.7));
  }

  @Test
  void networksWithoutALimit() {
    Widths constant = Widths.constant(50, 100, 70);
    Network biased = relu(2, 0.1, constant, Parametrization.STANDARD);
    Network uneven = relu(2, 0, Widths.of(5, 4, 3, 1), Parametrization.STANDARD);
    Network shallow = relu(2, 0, Widths.of(5, 1), Parametrization.STANDARD);
    Network zero = relu(0, 0, constant, Parametrization.STANDARD);
    Network tanh = new Network(Activation.TANH, 2, 0, constant, Parametrization.STANDARD);
    for (Network law : new Network[] {biased, uneven, shallow, zero, tanh}) {
      assertThat(Limits.ratio(law)).isEmpty();
      assertThat(PublishedLimits.ratio(law)).isEmpty();
    }
  }

  private static Network relu(
      double sigmaW2, double sigmaB2, Widths widths, Parametrization parametrization) {
    return new Network(Activation.RELU, sigmaW2, sigmaB2, widths, parametrization);
  }
}
