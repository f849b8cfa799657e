package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Exact mean of the kernel")
class ExactMomentsTest {
  @ParameterizedTest
  @CsvSource({
    "2.0, 0.0, STANDARD, '20,30,30,30,30,30,30,30,1', 19.5",
    "2.5, 0.3, STANDARD, '20,30,30,30,30,30,30,30,1', 404.1701965332",
    "1.5, 0.3, STANDARD, '20,30,30,30,30,30,30,30,1', 50.70480346680",
    "1.8, 0.4, STANDARD, '20,30,50,40,60,30,25,1', 122.77503375",
    "1.8, 0.4, NTK, '20,30,50,40,60,30,25,1', 7.81061863",
    "3.0, 0.4, STANDARD, '20,1', 2.0"
  })
  void referenceValues(
      double sigmaW2, double sigmaB2, Parametrization parametrization, String widths, double mean) {
    int[] n = Arrays.stream(widths.split(",")).mapToInt(Integer::parseInt).toArray();
    Network law = new Network(Activation.RELU, sigmaW2, sigmaB2, Widths.of(n), parametrization);
    assertThat(Math.exp(ExactMoments.logMean(law))).isCloseTo(mean, within(1e-11 * mean));
  }

  @ParameterizedTest
  @CsvSource({"2.5, 50, 3082852.621515", "2.5, 100, 4.12363851081e11", "1.5, 100, 4.000000000041"})
  void deepReferenceValues(double sigmaW2, int depth, double mean) {
    Network law = relu(sigmaW2, 0, Widths.constant(100, 100, depth));
    assertThat(Math.exp(ExactMoments.logMean(law))).isCloseTo(mean, within(1e-11 * mean));
  }

  @Test
  void anyDepthStaysInRange() {
    // a^(L-1) (1 + sum of the bias terms, a geometric series), L = 5000.
    double log = ExactMoments.logMean(relu(3.5, 0, Widths.constant(64, 64, 5000)));
    double a = 1.75;
    double weights = 5000;
    double expected = 4999 * Math.log(a) + Math.log(weights + a / (a - 1));
    assertThat(log).isCloseTo(expected, within(1e-9));
    Network tiny =
        new Network(Activation.RELU, 0.2, 0, Widths.constant(64, 64, 5000), Parametrization.NTK);
    assertThat(ExactMoments.logMean(tiny)).isFinite().isLessThan(-5000);
  }

  @Test
  void narrowNetworksCanDie() {
    // One hidden neuron, no biases: D_2 = 1, D_1 = sigma_w2 w^2 K; X_1 likewise: E = X terms 1 + 1,
    // bias terms 1 + 1.
    assertThat(Math.exp(ExactMoments.logMean(relu(2, 0, Widths.of(1, 1, 1)))))
        .isCloseTo(4, within(1e-12));
    // Two: the bias term of the second layer survives only with the first, probability 1/2.
    assertThat(Math.exp(ExactMoments.logMean(relu(2, 0, Widths.of(1, 1, 1, 1)))))
        .isCloseTo(3 + 2.5, within(1e-12));
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
