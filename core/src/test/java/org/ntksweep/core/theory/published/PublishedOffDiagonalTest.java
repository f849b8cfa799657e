package org.ntksweep.core.theory.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;

@DisplayName("Published estimate of the off-diagonal kernel")
class PublishedOffDiagonalTest {

  /** Equation (18) with its sums and products written out. */
  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.5, 0, 0.1, 0.5, 0.9, 1})
  void equation18(double cosine) {
    for (double sigmaW2 : new double[] {0.2, 1, 1.9, 2, 3}) {
      for (int depth = 1; depth <= 30; depth++) {
        assertThat(PublishedOffDiagonal.lowerEstimate(sigmaW2, depth, cosine))
            .isCloseTo(writtenOut(sigmaW2 / 2, depth, cosine), within(1e-13));
      }
    }
  }

  private static double writtenOut(double a, int depth, double cosine) {
    double numerator = 0;
    double denominator = 0;
    for (int l = 1; l <= depth; l++) {
      double product = 1;
      for (int k = l; k <= depth - 1; k++) {
        product *= (Math.PI / 2 + Math.asin(rho(k - 1, cosine))) / Math.PI;
      }
      numerator += Math.pow(a, depth - l) * product;
      denominator += Math.pow(a, depth - l);
    }
    return numerator / denominator;
  }

  private static double rho(int k, double cosine) {
    double t = cosine;
    for (int i = 0; i < k; i++) {
      t = Math.min(1, (Math.sqrt(1 - t * t) + t * Math.PI / 2 + t * Math.asin(t)) / Math.PI);
    }
    return t;
  }

  /**
   * Deep in the ordered phase it estimates well and from below: within 2 % of 20,000 networks,
   * whose standard error is below 0.1 %.
   */
  @ParameterizedTest
  @CsvSource({"0.1", "0.5", "0.9"})
  void nearSampledNetworks(double cosine) {
    Network law =
        new Network(Activation.RELU, 1, 0, Widths.constant(100, 100, 20), Parametrization.STANDARD);
    KernelSampler sampler = SamplerKind.CONDITIONED.of(law, Inputs.withCosines(cosine));
    KernelMatrix kernel = new KernelMatrix(2);
    double diagonal = 0;
    double other = 0;
    for (int s = 0; s < 4_000; s++) {
      sampler.sample(18, s, kernel);
      diagonal += kernel.theta(0, 0);
      other += kernel.theta(0, 1);
    }
    double estimate = PublishedOffDiagonal.lowerEstimate(1, 20, cosine);
    assertThat(other / diagonal).isBetween(estimate * 0.995, estimate * 1.02);
  }

  @Test
  void edges() {
    assertThat(PublishedOffDiagonal.lowerEstimate(1, 1, 0)).isEqualTo(1);
    assertThat(PublishedOffDiagonal.lowerEstimate(1.5, 5000, 1)).isCloseTo(1, within(1e-12));
    assertThat(PublishedOffDiagonal.lowerEstimate(3.5, 5000, 0.1)).isBetween(0.0, 1.0);
    assertThat(PublishedOffDiagonal.lowerEstimate(0, 7, 0.1)).isEqualTo(1);
    assertThatThrownBy(() -> PublishedOffDiagonal.lowerEstimate(1, 0, 0))
        .hasMessageContaining("depth 0");
    assertThatThrownBy(() -> PublishedOffDiagonal.lowerEstimate(1, 3, 1.1))
        .hasMessageContaining("cosine 1.1");
  }
}
