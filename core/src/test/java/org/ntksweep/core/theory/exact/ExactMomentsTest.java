package org.ntksweep.core.theory.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Exact moments of the kernel")
class ExactMomentsTest {

  /** Reference values to all the digits given: mean, then ratio. */
  @ParameterizedTest
  @CsvSource({
    "2.0, 0.0, STANDARD, WHOLE,   '20,30,30,30,30,30,30,30,1', 19.5,           1.778270330037",
    "2.5, 0.3, STANDARD, WHOLE,   '20,30,30,30,30,30,30,30,1', 404.1701965332, 1.781508446760",
    "1.5, 0.3, STANDARD, WHOLE,   '20,30,30,30,30,30,30,30,1', 50.70480346680, 1.383112724706",
    "1.8, 0.4, STANDARD, WHOLE,   '20,30,50,40,60,30,25,1',    122.77503375,   1.425440069270",
    "1.8, 0.4, NTK,      WHOLE,   '20,30,50,40,60,30,25,1',    7.81061863,     1.323621154102",
    "1.8, 0.4, STANDARD, WEIGHTS, '20,30,50,40,60,30,25,1',    117.55800275,   1.439456795043",
    "1.8, 0.4, STANDARD, BIASES,  '20,30,50,40,60,30,25,1',    5.217031,       1.271625699033",
    "3.0, 0.4, STANDARD, WHOLE,   '20,1',                      2.0,            1.0"
  })
  void referenceValues(
      double sigmaW2,
      double sigmaB2,
      Parametrization parametrization,
      KernelPart part,
      String widths,
      double mean,
      double ratio) {
    Network law =
        new Network(Activation.RELU, sigmaW2, sigmaB2, DoubleSum.widths(widths), parametrization);
    KernelMoments moments = ExactMoments.of(law, part);
    assertThat(moments.mean()).isCloseTo(mean, within(1e-12 * mean));
    assertThat(moments.logMean()).isCloseTo(StrictMath.log(mean), within(1e-12));
    assertThat(moments.ratio()).isCloseTo(ratio, within(6e-13));
    assertThat(moments.logRatio()).isCloseTo(StrictMath.log(ratio), within(6e-13));
  }

  @ParameterizedTest
  @CsvSource({
    "2.5,  50, 3082852.621515,   6.752957934796",
    "2.5, 100, 4.12363851081e11, 63.96126271612",
    "1.5, 100, 4.000000000041,   1.068702290078"
  })
  void deepReferenceValues(double sigmaW2, int depth, double mean, double ratio) {
    KernelMoments moments = ExactMoments.of(relu(sigmaW2, 0, Widths.constant(100, 100, depth)));
    assertThat(moments.mean()).isCloseTo(mean, within(2e-12 * mean));
    assertThat(moments.ratio()).isCloseTo(ratio, within(1e-12 * ratio));
  }

  /** The mean at depth 5000, where doubles end long before: {@code a^{L-1} (L + ...)}. */
  @Test
  void theMeanAtAnyDepth() {
    KernelMoments moments = ExactMoments.of(relu(3.5, 0, Widths.constant(64, 64, 5000)));
    double a = 1.75;
    double expected = 4999 * StrictMath.log(a) + StrictMath.log(5000 + a / (a - 1));
    assertThat(moments.logMean()).isCloseTo(expected, within(2e-12));
    assertThat(moments.mean()).isInfinite();
  }

  /**
   * The ratio of the weight part at depth 5000 in closed form: at constant width, the input
   * included, it is {@code x^{L-1} [L + 2 sum over d of (L - d) (2/3 (y/x)^d + 1/3)] / L^2} with
   * {@code x = 1 + 5/M}, {@code y = 1 - 1/M}, whatever sigma_w2 and the parametrization.
   */
  @ParameterizedTest
  @CsvSource({
    "3.5, 64, STANDARD",
    "0.2, 64, STANDARD",
    "0.2, 64, NTK",
    "3.5, 500, NTK",
    "2, 32, STANDARD",
    "3.5, 1, STANDARD",
    "1e-3, 2, NTK"
  })
  void theRatioAtAnyDepth(double sigmaW2, int width, Parametrization parametrization) {
    int depth = 5000;
    Network law =
        new Network(
            Activation.RELU, sigmaW2, 0, Widths.constant(width, width, depth), parametrization);
    KernelMoments moments = ExactMoments.of(law, KernelPart.WEIGHTS);
    double x = 1 + 5.0 / width;
    double y = 1 - 1.0 / width;
    double pairs = 0;
    for (int d = 1; d < depth; d++) {
      pairs += (depth - d) * (2 * StrictMath.pow(y / x, d) + 1) / 3;
    }
    double bracket = (depth + 2 * pairs) / depth / depth;
    double expected = (depth - 1) * StrictMath.log(x) + StrictMath.log(bracket);
    assertThat(moments.logRatio()).isCloseTo(expected, within(4e-16 * expected + 4e-13));
    assertThat(moments.logMean()).isFinite();
    assertThat(moments.logSecondMoment()).isCloseTo(2 * moments.logMean() + expected, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 1.9, 2, 3.5})
  void everythingIsFiniteAtDepth5000(double sigmaW2) {
    for (double sigmaB2 : new double[] {0, 0.1}) {
      for (Parametrization parametrization : Parametrization.values()) {
        Network law =
            new Network(
                Activation.RELU, sigmaW2, sigmaB2, Widths.constant(64, 64, 5000), parametrization);
        KernelMoments moments = ExactMoments.of(law);
        assertThat(moments.logMean()).isFinite();
        assertThat(moments.logRatio()).isFinite().isGreaterThan(-1e-12);
      }
    }
  }

  @Test
  void everyDepthAtOnce() {
    Widths widths = Widths.of(20, 30, 50, 40, 6, 3, 1);
    for (double sigmaB2 : new double[] {0, 0.4}) {
      var moments = ExactMoments.ofEveryDepth(relu(1.8, sigmaB2, widths), KernelPart.WHOLE);
      assertThat(moments).hasSize(6);
      for (int depth = 1; depth <= 6; depth++) {
        int[] cut = Arrays.copyOf(widths.toArray(), depth + 1);
        cut[depth] = 1;
        assertThat(moments.get(depth - 1))
            .isEqualTo(ExactMoments.of(relu(1.8, sigmaB2, Widths.of(cut))));
      }
    }
  }

  @Test
  void kernelsThatAreNotRandom() {
    Network constant =
        new Network(Activation.RELU, 0, 0.3, Widths.of(5, 4, 3, 1), Parametrization.NTK);
    assertThat(ExactMoments.of(constant).mean()).isEqualTo(0.3);
    assertThat(ExactMoments.of(constant).ratio()).isEqualTo(1);
    assertThat(ExactMoments.of(relu(0, 0, Widths.of(5, 4, 3, 1))).mean()).isEqualTo(1);
    Network silent = new Network(Activation.RELU, 2, 0, Widths.of(5, 4, 1), Parametrization.NTK);
    KernelMoments none = ExactMoments.of(silent, KernelPart.BIASES);
    assertThat(none.mean()).isZero();
    assertThat(none.ratio()).isNaN();
    assertThat(none.logMean()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(none.logSecondMoment()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void narrowNetworksCanDie() {
    // One hidden neuron, no biases: D_2 = 1, D_1 = sigma_w2 w^2 K; X_1 likewise: E = X terms 1 + 1,
    // bias terms 1 + 1.
    assertThat(ExactMoments.of(relu(2, 0, Widths.of(1, 1, 1))).mean())
        .isCloseTo(4, Percentage.withPercentage(1e-10));
    // Two: the bias term of the second layer survives only with the first, probability 1/2.
    assertThat(ExactMoments.of(relu(2, 0, Widths.of(1, 1, 1, 1))).mean())
        .isCloseTo(3 + 2.5, Percentage.withPercentage(1e-10));
  }

  @Test
  void otherActivationsHaveNone() {
    Network tanh = new Network(Activation.TANH, 1, 0, Widths.of(3, 1), Parametrization.STANDARD);
    assertThat(ExactMoments.applyTo(tanh)).isFalse();
    assertThatThrownBy(() -> ExactMoments.logMean(tanh)).hasMessageContaining("tanh");
  }

  private static Network relu(double sigmaW2, double sigmaB2, Widths widths) {
    return new Network(Activation.RELU, sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
  }
}
