package org.ntksweep.core.theory.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Edge of chaos")
class EdgeOfChaosTest {
  /**
   * The values of tanh, sin, sigmoid and gelu come from quadrature in 25-digit arithmetic (mpmath
   * 1.3).
   */
  @ParameterizedTest
  @CsvSource({
    "tanh, 0, 1, 1e-14",
    "tanh, 0.05, 1.7609546396067391, 1e-13",
    "tanh, 0.1, 1.9860726411358642, 1e-13",
    "tanh, 0.3, 2.5051271896797650, 1e-13",
    "tanh, 1.0, 3.4432109122654405, 1e-13",
    "erf, 0, 0.785398163397448310, 1e-15",
    "erf, 0.05, 1.37583901, 5e-9",
    "erf, 0.1, 1.55211786, 5e-9",
    "erf, 0.3, 1.96307059, 5e-9",
    "erf, 1.0, 2.71838135, 5e-9",
    "relu, 0, 2, 0",
    "relu, 7, 2, 0",
    "linear, 0.3, 1, 0",
    "leaky_relu, 0.3, 1.9998000199980002, 1e-15",
    "sigmoid, 0, 103.00755385551932, 1e-11",
    "sigmoid, 0.1, 103.24912450624181, 1e-11",
    "sigmoid, 5, 113.86265093670696, 1e-11",
    "gelu, 0.3, 1.9561586283194329, 1e-13",
    "gelu, 1, 1.9766800125470594, 1e-13",
    "sin, 0, 1, 0",
    "sin, 0.1, 1.611811554865309, 1e-13",
    "sin, 0.3, 1.8007784778089115, 1e-13",
    "sin, 1, 1.9611797513715395, 1e-13"
  })
  void referenceValues(Activation activation, double sigmaB2, double sigmaW2, double tolerance) {
    assertThat(EdgeOfChaos.sigmaW2(activation, sigmaB2).orElseThrow())
        .isCloseTo(sigmaW2, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "tanh, 1e-15",
    "tanh, 1e-6",
    "tanh, 0.2",
    "tanh, 5",
    "tanh, 1e3",
    "tanh, 1e8",
    "erf, 1e-15",
    "erf, 1e-6",
    "erf, 0.2",
    "erf, 5",
    "erf, 1e3",
    "erf, 1e8",
    "relu, 0.4",
    "linear, 0",
    "leaky_relu, 0.4",
    "sigmoid, 0",
    "sigmoid, 3",
    "sigmoid, 1e4",
    "gelu, 0.175",
    "gelu, 2",
    "gelu, 1e3",
    "sin, 1e-15",
    "sin, 0.2",
    "sin, 30"
  })
  void isWhereGradientsKeepTheirSize(Activation activation, double sigmaB2) {
    double sigmaW2 = EdgeOfChaos.sigmaW2(activation, sigmaB2).orElseThrow();
    Network law =
        new Network(activation, sigmaW2, sigmaB2, Widths.of(1, 1), Parametrization.STANDARD);
    assertThat(MeanField.of(law).chi1()).isCloseTo(1, within(1e-10));
    assertThat(MeanField.of(law).phase()).isEqualTo(Phase.EDGE_OF_CHAOS);
  }

  /**
   * Where the variance that small ones approach jumps from one fixed point to another, or to
   * infinity, there is no weight variance at which gradients keep their size.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.1, 0.17})
  void geluHasNoneWithSmallBiases(double sigmaB2) {
    assertThat(EdgeOfChaos.sigmaW2(Activation.GELU, sigmaB2)).isEmpty();
    double previous = 0;
    for (double sigmaW2 = 1.9; sigmaW2 < 4.2; sigmaW2 += 1e-3) {
      Network law =
          new Network(Activation.GELU, sigmaW2, sigmaB2, Widths.of(1, 1), Parametrization.STANDARD);
      double chi1 = MeanField.of(law).chi1();
      if (previous < 1 && chi1 >= 1) {
        assertThat(chi1 - previous).isGreaterThan(5e-3);
      }
      previous = chi1;
    }
    assertThat(previous).isGreaterThan(1);
  }

  @Test
  void badVariances() {
    assertThatThrownBy(() -> EdgeOfChaos.sigmaW2(Activation.TANH, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> EdgeOfChaos.sigmaW2(Activation.RELU, Double.NaN))
        .hasMessageContaining("NaN");
  }
}
