package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

/** Plain networks where the ratio is near 1, size-biased ones where it is not. */
final class AutomaticReductionTest {
  @ParameterizedTest
  @CsvSource({
    "relu, 1.5, 0, 100, 100, NONE",
    "relu, 2, 0, 100, 5, NONE",
    "relu, 2, 0, 100, 50, SIZE_BIASED",
    "relu, 2.5, 0, 100, 100, SIZE_BIASED",
    "relu, 1.5, 0.3, 100, 100, NONE",
    "relu, 3, 0.3, 100, 100, SIZE_BIASED",
    "leaky_relu(0.2), 3, 0, 50, 50, SIZE_BIASED",
    "tanh, 0.5, 0, 50, 50, NONE",
    "tanh, 3, 0, 50, 50, SIZE_BIASED",
    "tanh, 3, 0, 50, 4, NONE",
    "erf, 4, 0.1, 50, 100, SIZE_BIASED",
    // In order, but near the edge, where networks are narrow: ratios of 25,000, 2.8, 47 and 1.5.
    "relu, 1.95, 0, 50, 200, SIZE_BIASED",
    "relu, 1.95, 0, 100, 50, SIZE_BIASED",
    "tanh, 3.25, 1, 50, 80, SIZE_BIASED",
    "tanh, 2.75, 1, 50, 30, SIZE_BIASED",
    "gelu, 1.5, 0, 50, 80, NONE"
  })
  void byThePredictedError(
      String activation,
      double sigmaW2,
      double sigmaB2,
      int width,
      int depth,
      VarianceReduction expected) {
    assertThat(AutomaticReduction.of(law(activation, sigmaW2, sigmaB2, width, depth)))
        .isEqualTo(expected);
  }

  /** The forecast from the exact ratio, which is dearer. */
  @Test
  void agreesWithTheForecast() {
    for (double sigmaW2 : new double[] {1, 1.9, 2, 2.2, 3}) {
      for (int depth : new int[] {2, 5, 10, 40, 80}) {
        Network law = law("relu", sigmaW2, 0.1, 100, depth);
        assertThat(AutomaticReduction.of(law))
            .as("%s", law)
            .isEqualTo(ErrorForecast.of(law).better());
      }
    }
  }

  private static Network law(
      String activation, double sigmaW2, double sigmaB2, int width, int depth) {
    Widths widths = Widths.constant(width, width, depth);
    return new Network(
        Activation.parse(activation), sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
  }
}
