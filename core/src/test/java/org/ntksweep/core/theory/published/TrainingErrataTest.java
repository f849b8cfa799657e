package org.ntksweep.core.theory.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.ExplicitStep;
import org.ntksweep.core.theory.exact.FirstStep;
import org.ntksweep.core.theory.infinite.InfiniteWidthEntry;
import org.ntksweep.core.theory.infinite.InfiniteWidthKernel;
import org.ntksweep.core.theory.infinite.Kappas;

/**
 * The sections of ERRATA.md about training: their numbers are those of the code, and simulation
 * decides between them and the printed ones. Simulated numbers within 4.5 standard errors: a sound
 * page fails for one choice of seeds in 30,000.
 */
@DisplayName("The errata page says of training what the code computes")
class TrainingErrataTest {
  private static final double Z = 4.5;

  @ParameterizedTest
  @CsvSource({"10, 0.0147", "25, 4.52", "50, 11893"})
  void firstStep(int depth, String atConstantRate) {
    Network law = relu(2.5, Widths.constant(100, 100, depth));
    double mean = ExactMoments.of(law).mean();
    double natural = FirstStep.relativeChange(law).getAsDouble();
    double constant = 1e-3 * mean * natural;
    assertThat(Math.abs(Double.parseDouble(atConstantRate) / constant + 1)).isLessThan(5e-3);
    ErrataPage.assertHas("| %d | %.3g | -%s | %.4f |", depth, 2 / mean, atConstantRate, natural);
  }

  @Test
  void firstStepInTheLimit() {
    ErrataPage.assertHas(
        "the chaotic phase %.5f, on the edge with $\\alpha_0 = 1$ %.5f",
        -FirstStep.chaotic(0.5), -FirstStep.edgeOfChaos(0.5, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 10", "3, 10"})
  void outputVariance(double sigmaW2, int inputs) {
    Kappas kappas = Kappas.of(atNormalizedInputs(sigmaW2), 0.2);
    double a = inputs / (kappas.ratio(10) + inputs - 1);
    double printed = kappas.outputVarianceAfterTraining(10, inputs);
    ErrataPage.assertHas("| %.0f | %.4f | %.4f |", sigmaW2, printed, printed + a * a / inputs);
  }

  /**
   * Gaussian outputs of the limit, trained step by step with its kernel, weights alone, on ten
   * inputs and watched at an eleventh: the printed variance where labels are the same ones, the
   * variance of the fitted labels more where they are random signs.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3})
  void outputVarianceOfTheLimit(double sigmaW2) {
    Network law = atNormalizedInputs(sigmaW2);
    Kappas kappas = Kappas.of(law, 0.2);
    double printed = kappas.outputVarianceAfterTraining(10, 10);
    double a = 10 / (kappas.ratio(10) + 9);
    assertThat(relativeDistance(law, kappas.ratio(10), false, printed)).isLessThan(Z);
    assertThat(relativeDistance(law, kappas.ratio(10), true, printed + a * a / 10)).isLessThan(Z);
    if (sigmaW2 == 1) {
      assertThat(relativeDistance(law, kappas.ratio(10), true, printed)).isGreaterThan(1000);
    }
  }

  /** How far the variance of 20,000 outputs is from an expected one, in standard errors of that. */
  private static double relativeDistance(
      Network law, double kappaRatio, boolean randomLabels, double expected) {
    InfiniteWidthEntry pair = InfiniteWidthKernel.atCosine(law, 0.2).atFullDepth();
    double q = InfiniteWidthKernel.atCosine(law, 1).atFullDepth().outputCovariance();
    double common = Math.sqrt(pair.outputCovariance());
    double own = Math.sqrt(q - pair.outputCovariance());
    SplittableRandom random = new SplittableRandom(11);
    int count = 20_000;
    double sum = 0;
    double sum2 = 0;
    for (int n = 0; n < count; n++) {
      double[] f = new double[11];
      double shared = common * random.nextGaussian();
      for (int i = 0; i < 11; i++) {
        f[i] = shared + own * random.nextGaussian();
      }
      double output = trained(f, kappaRatio, randomLabels ? random : null);
      sum += output;
      sum2 += output * output;
    }
    double variance = (sum2 - sum * sum / count) / (count - 1);
    // A normal output's: random labels make it no heavier.
    return Math.abs(variance / expected - 1) / Math.sqrt(2.0 / count);
  }

  /** The output at input 10 after training on the others, whose kernel is 1 off the diagonal. */
  private static double trained(double[] f, double kappaRatio, SplittableRandom labels) {
    double[] residual = new double[10];
    for (int i = 0; i < 10; i++) {
      double label = labels == null ? i % 2 : labels.nextBoolean() ? 1 : -1;
      residual[i] = f[i] - label;
    }
    double output = f[10];
    // The two eigenvalues of the kernel, one step for each: no residual is left.
    for (double eigenvalue : new double[] {kappaRatio + 9, kappaRatio - 1}) {
      double sum = 0;
      for (double r : residual) {
        sum += r;
      }
      output -= sum / eigenvalue;
      for (int i = 0; i < 10; i++) {
        residual[i] -= ((kappaRatio - 1) * residual[i] + sum) / eigenvalue;
      }
    }
    return output;
  }

  /** The first step of 30,000 networks of a lazy model does not depend on alpha, as printed. */
  @Test
  void lazyTraining() {
    Network law = relu(2, Widths.of(5, 8, 8, 1));
    double mean = ExactMoments.of(law).mean();
    double exact = 0.01 * mean * FirstStep.relativeChange(law).getAsDouble();
    double alpha = 10;
    SplittableRandom random = new SplittableRandom(5);
    int count = 30_000;
    double sum = 0;
    double sum2 = 0;
    for (int n = 0; n < count; n++) {
      ExplicitStep network = new ExplicitStep(law, random);
      double change = -0.01 * (network.output() - 1 / alpha) * network.kernelSlope() / mean;
      sum += change;
      sum2 += change * change;
    }
    double error = Math.sqrt((sum2 / count - sum * sum / count / count) / count);
    assertThat(Math.abs(sum / count - exact) / error).isLessThan(Z);
    assertThat(Math.abs(sum / count - exact / (alpha * alpha)) / error).isGreaterThan(8);
    ErrataPage.assertHas(
        "the mean relative change is %.5f at any $\\alpha$; as printed, %.6f at $\\alpha = 10$",
        exact, exact / (alpha * alpha));
  }

  private static Network relu(double sigmaW2, Widths widths) {
    return new Network(Activation.RELU, sigmaW2, 0, widths, Parametrization.STANDARD);
  }

  /** The inputs of the paper's Figures 5 and 6, {@code sigma_b2 = 1}. */
  private static Network atNormalizedInputs(double sigmaW2) {
    Widths widths = Widths.constant(500, 500, 10);
    return new Network(Activation.RELU, sigmaW2, 1, widths, Parametrization.STANDARD)
        .withInputNorm2(500);
  }
}
