package org.ntksweep.core.theory.infinite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Kappas and the output variance after training")
class KappasTest {
  private static Network law(Activation activation, double sigmaW2, Widths widths) {
    return new Network(activation, sigmaW2, 1, widths, Parametrization.NTK);
  }

  /** Linear networks: {@code q-hat} and p are powers. */
  @Test
  void linearNetworkByHand() {
    Network linear =
        new Network(Activation.LINEAR, 0.5, 0, Widths.of(4, 8, 6, 1), Parametrization.STANDARD);
    Kappas kappas = Kappas.of(linear, 0.25);
    // X_0 p_1 + n_1 x_1 p_2 + n_2 x_2 p_3 in units of (n_1 n_0 + n_2 n_1) / n_1 = 10.
    double expected = (0.25 + 8 * 0.5 / 4 * 0.5 + 6 * 0.25 / 4) / 10;
    assertThat(kappas.kappa1(3)).isCloseTo(expected, within(1e-15));
    assertThat(kappas.kappa2(3)).isCloseTo(0.25 * expected, within(1e-15));
    assertThat(kappas.ratio(3)).isCloseTo(4, within(1e-14));
  }

  /** What Figure 6 shows: towards 1 in the ordered phase, growing in the chaotic one. */
  @ParameterizedTest
  @CsvSource({"erf, 1, true", "erf, 4, false", "relu, 1, true", "relu, 3, false"})
  void ratioTellsThePhase(Activation activation, double sigmaW2, boolean ordered) {
    Kappas kappas = Kappas.of(law(activation, sigmaW2, Widths.constant(200, 200, 40)), 0.2);
    assertThat(kappas.ratio(40)).isGreaterThan(1);
    if (ordered) {
      assertThat(kappas.ratio(40)).isLessThan(1 + 1e-4).isLessThan(kappas.ratio(20));
    } else {
      assertThat(kappas.ratio(40)).isGreaterThan(kappas.ratio(20));
    }
  }

  /**
   * The recursion of appendix E from {@code q^0 = 1}, all layers alike, sigma_b2 = 1, written down
   * in Python.
   */
  @ParameterizedTest
  @CsvSource({
    "relu, 1, 0, 10, 0.22200520833333334, 0.21604958172778982",
    "relu, 2, 0.5, 40, 11.025641025641026, 7.133645277256281",
    "relu, 3, 0, 40, 14554095.584827028, 4698010.4704030445",
    "erf, 1, 0.5, 10, 0.11541744364234147, 0.11465689423898279",
    "erf, 2.8, 0, 20, 0.8391896794943584, 0.20419672844912942",
    "erf, 4, 0.2, 40, 1060.856588220087, 0.07536620203420093"
  })
  void normalizedInputs(
      Activation activation, double sigmaW2, double cosine, int depth, double k1, double k2) {
    for (int width : new int[] {2, 300}) {
      Network law = law(activation, sigmaW2, Widths.constant(width, width, depth));
      Kappas kappas = Kappas.of(law.withInputNorm2(width), cosine);
      assertThat(kappas.kappa1(depth)).isCloseTo(k1, within(1e-12 * k1));
      assertThat(kappas.kappa2(depth)).isCloseTo(k2, within(1e-12 * k2));
      assertThat(kappas.ratio(depth)).isCloseTo(k1 / k2, within(1e-12 * k1 / k2));
    }
  }

  @ParameterizedTest
  @CsvSource({"erf, 2.8, 1", "relu, 2, 50", "tanh, 1.2, 128"})
  void outputVarianceIsTheFormula(Activation activation, double sigmaW2, int samples) {
    Network law = law(activation, sigmaW2, Widths.constant(30, 30, 9));
    Kappas kappas = Kappas.of(law, 0.4);
    double q = InfiniteWidthKernel.atCosine(law, 1).atFullDepth().outputCovariance();
    double qsr = InfiniteWidthKernel.atCosine(law, 0.4).atFullDepth().outputCovariance();
    double a = samples / (kappas.kappa1(9) / kappas.kappa2(9) + samples - 1);
    double expected = (1 + a * a / samples) * (q - qsr) + (a - 1) * (a - 1) * qsr;
    assertThat(kappas.outputVarianceAfterTraining(9, samples))
        .isCloseTo(expected, within(1e-12 * expected));
  }

  /** An off-diagonal of zero leaves an input's output where it was. */
  @Test
  void independentInputsAreNotLearnt() {
    Network odd =
        new Network(Activation.TANH, 2, 0, Widths.constant(30, 30, 9), Parametrization.STANDARD);
    double q = InfiniteWidthKernel.atCosine(odd, 1).atFullDepth().outputCovariance();
    assertThat(Kappas.of(odd, 0).outputVarianceAfterTraining(9, 100)).isCloseTo(q, within(1e-14));
  }

  @Test
  void anyDepthHasARatio() {
    Network deep =
        new Network(
            Activation.RELU, 3.5, 0.3, Widths.constant(9, 9, 5000), Parametrization.STANDARD);
    Kappas kappas = Kappas.of(deep, 0.1);
    assertThat(kappas.kappa1(5000)).isInfinite();
    assertThat(kappas.ratio(5000)).isFinite().isGreaterThan(1);
  }
}
