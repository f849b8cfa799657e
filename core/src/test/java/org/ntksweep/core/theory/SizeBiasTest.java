package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;

@DisplayName("What size-biased networks are worth")
class SizeBiasTest {

  /** The variance over sampled networks, to 10 % or so: a ratio of 1.5 is far outside. */
  @ParameterizedTest
  @CsvSource({
    "2.5, 0.0, 100, 100, 5",
    "2.0, 0.0, 100, 100, 10",
    "2.5, 0.0, 4, 4, 4",
    "2.5, 0.0, 30, 30, 16",
    "2.5, 0.0, 100, 100, 100",
    "2.2, 0.3, 50, 50, 300"
  })
  void sampledNetworks(double sigmaW2, double sigmaB2, int inputDim, int width, int depth) {
    Widths widths = Widths.constant(inputDim, width, depth);
    Network law = new Network(Activation.RELU, sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
    KernelMoments exact = ExactMoments.of(law);
    double about = SizeBias.relativeVarianceOfRatio(exact.ratio());
    assertThat(sampled(law, exact) / about).isBetween(0.67, 1.5);
  }

  private static double sampled(Network law, KernelMoments exact) {
    int networks = 4000;
    KernelSampler sampler =
        SamplerKind.NORM_CHAIN.of(law, Inputs.of(law), VarianceReduction.SIZE_BIASED);
    KernelMatrix kernel = new KernelMatrix(1);
    double sum = 0;
    for (int s = 0; s < networks; s++) {
      sampler.sample(3, s, kernel);
      double log = kernel.logAbsTheta(0, 0) - exact.logMean();
      double first = Math.exp(kernel.logWeight() + log);
      double second = Math.exp(kernel.logWeight() + 2 * log - exact.logRatio());
      double influence = second - 2 * first + 1;
      sum += influence * influence;
    }
    return sum / networks;
  }

  @Test
  void ends() {
    assertThat(SizeBias.relativeVarianceOfRatio(1)).isZero();
    assertThat(SizeBias.relativeVarianceOfRatio(1 + 1e-12)).isCloseTo(0, within(1e-11));
    double infinite = SizeBias.relativeVarianceOfRatio(Double.POSITIVE_INFINITY);
    assertThat(infinite).isCloseTo(14, within(0.1));
    assertThat(SizeBias.relativeVarianceOfRatio(1e300)).isEqualTo(infinite);
  }
}
