package org.ntksweep.core.theory.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;
import org.ntksweep.core.theory.exact.KernelPart;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.exact.SampledMoments;

/**
 * The numbers of ERRATA.md: those of the code, to the digits of the page, and the simulated ones
 * within 4.5 standard errors of the exact. A sound page fails for one choice of seeds in 10,000.
 */
@DisplayName("The errata page says what the code computes")
class ErrataTest {
  private static final double Z = 4.5;

  @ParameterizedTest
  @CsvSource({"8, 3, 1.882, 0.011", "16, 6, 2.169, 0.011", "8, 6, 6.44, 0.08"})
  void lemmaA4(int width, int layers, double simulated, double error) {
    assertThat((simulated - exactProduct(width, layers)) / error).isBetween(-Z, Z);
    int digits = error > 0.05 ? 2 : 3;
    ErrataPage.assertHas(
        "| %d | %d | %s ± %s | %.3f | %.3f |",
        width,
        layers,
        decimal(simulated, digits),
        decimal(error, digits),
        exactProduct(width, layers),
        publishedProduct(width, layers));
  }

  private static double exactProduct(int width, int layers) {
    double shrinking = StrictMath.pow(1 - 1.0 / width, layers);
    return (2 * shrinking + StrictMath.pow(1 + 5.0 / width, layers)) / 3;
  }

  private static double publishedProduct(int width, int layers) {
    return StrictMath.pow(1 + 1.0 / width, layers);
  }

  /** Every weight of 200,000 networks drawn: the exact product, and not the published one. */
  @Test
  void lemmaA4WithExplicitWeights() {
    UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(4);
    ForwardAndBack networks = new ForwardAndBack(8, 3, ZigguratSampler.NormalizedGaussian.of(rng));
    double sum = 0;
    double squares = 0;
    int count = 200_000;
    for (int s = 0; s < count; s++) {
      double product = networks.sample();
      sum += product;
      squares += product * product;
    }
    double mean = sum / count;
    double error = Math.sqrt((squares / count - mean * mean) / count);
    assertThat((mean - exactProduct(8, 3)) / error).isBetween(-Z, Z);
    assertThat((mean - publishedProduct(8, 3)) / error).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 1, 2})
  void limits(double lambda) {
    double chaotic = Limits.chaotic(lambda);
    double edge = Limits.edgeOfChaos(lambda, 1);
    ErrataPage.assertHas(
        "| %s | %.4f | %.4f | %.1f %% | %.4f | %.4f | %.1f %% |",
        decimal(lambda),
        chaotic,
        PublishedLimits.chaotic(lambda),
        100 * (1 - PublishedLimits.chaotic(lambda) / chaotic),
        edge,
        PublishedLimits.edgeOfChaos(lambda, 1),
        100 * (1 - PublishedLimits.edgeOfChaos(lambda, 1) / edge));
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 10, 1.30794, 0.00007, 5, 4",
    "2.5, 25, 2.3502, 0.0009, 4, 4",
    "2.5, 50, 6.752, 0.027, 4, 4",
    "2.5, 100, '', '', 3, 3",
    "2.0, 25, 1.8116, 0.0005, 4, 4",
    "2.0, 50, 3.944, 0.015, 4, 4",
    "1.5, 50, 1.06871, 0.00001, 5, 0"
  })
  void finiteWidth(
      double sigmaW2, int depth, String simulated, String error, int digits, int limitDigits) {
    Network law = relu(sigmaW2, 100, depth);
    double exact = ExactMoments.of(law).ratio();
    ErrataPage.assertHas(
        "| %.1f | %d | %s| %s | %s | %s | %s |",
        sigmaW2,
        depth,
        error.isEmpty() ? "" : simulated + " ± " + error + " ",
        decimal(exact, digits),
        decimal(PublishedMoments.of(law).ratio(), digits),
        decimal(PublishedLimits.ratio(law).orElseThrow(), limitDigits),
        decimal(Limits.ratio(law).orElseThrow(), limitDigits));
    if (!error.isEmpty()) {
      double z = (Double.parseDouble(simulated) - exact) / Double.parseDouble(error);
      assertThat(z).isBetween(-Z, Z);
    }
  }

  /** A million networks, a hundredth of what the page rests on. */
  @ParameterizedTest
  @CsvSource({"2.5, 25", "2.0, 25", "1.5, 50"})
  void simulation(double sigmaW2, int depth) {
    Network law = relu(sigmaW2, 100, depth);
    SampledMoments sampled =
        SampledMoments.of(SamplerKind.NORM_CHAIN, law, KernelPart.WHOLE, 2022, 1_000_000);
    assertThat(sampled.zOfRatio(ExactMoments.of(law).ratio())).isBetween(-Z, Z);
    if (sigmaW2 >= 2) {
      assertThat(sampled.zOfRatio(PublishedMoments.of(law).ratio())).isGreaterThan(5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 1000, 2000, 4000})
  void approachToTheLimit(int width) {
    Network law = relu(2.5, width, width);
    ErrataPage.assertHas(
        "| %d | %.3f | %.3f |",
        width, ExactMoments.of(law).ratio(), PublishedMoments.of(law).ratio());
  }

  @Test
  void limitOfTheApproach() {
    ErrataPage.assertHas("| limit | %.3f | %.3f |", Limits.chaotic(1), PublishedLimits.chaotic(1));
  }

  /** One hidden layer, n_0 = n_1 = 100, a = 1: X_(1,2) = 1.05 and C_(1,2) = 1.01. */
  @Test
  void misprint() {
    KernelMoments weights = ExactMoments.of(relu(2, 100, 2), KernelPart.WEIGHTS);
    double second = weights.ratio() * weights.mean() * weights.mean();
    double proof = 1.05 + 1.05 + 2 * 1.01;
    assertThat(second).isCloseTo(proof, within(1e-13));
    ErrataPage.assertHas(
        "$\\mathbb{E}[\\Theta_W^2] = %.2f$; as printed, (13) gives %.4f.",
        proof, 1.05 * (1 + 1 + 1.01));
  }

  /** The covariance against an integral, the printed expression against the page. */
  @Test
  void erf() {
    double q = 1;
    double c = 0.5;
    double integral = mean(z -> mean(y -> Erf.value(z) * Erf.value(c * z + Math.sqrt(0.75) * y)));
    double right = angle(2 * c / Math.sqrt((1 + 2 * q) * (1 + 2 * q) - 4 * c * c));
    assertThat(right).isCloseTo(integral, within(1e-12));
    double root = Math.sqrt(c);
    double printed = angle(2 * root / Math.sqrt((1 + 2 * root) * (1 + 2 * root) - 4 * c));
    ErrataPage.assertHas(
        "the covariance is %.6f; the printed expression gives %.6f.", right, printed);
  }

  private static double angle(double tangent) {
    return 2 / Math.PI * Math.atan(tangent);
  }

  /** The mean over a standard normal number: the trapezoidal rule, exact for smooth functions. */
  private static double mean(DoubleUnaryOperator f) {
    double step = 0.1;
    double sum = 0;
    for (int i = -100; i <= 100; i++) {
      double z = i * step;
      sum += f.applyAsDouble(z) * Math.exp(-z * z / 2);
    }
    return sum * step / Math.sqrt(2 * Math.PI);
  }

  private static Network relu(double sigmaW2, int width, int depth) {
    return new Network(
        Activation.RELU,
        sigmaW2,
        0,
        Widths.constant(width, width, depth),
        Parametrization.STANDARD);
  }

  private static String decimal(double x, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", x);
  }

  /** Without trailing zeros: 0.25, 1. */
  private static String decimal(double x) {
    return x == Math.rint(x) ? decimal(x, 0) : Double.toString(x);
  }
}
