package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Edge of chaos")
class EdgeOfChaosTest {
  /** The values of tanh come from quadrature in 25-digit arithmetic (mpmath 1.3). */
  @ParameterizedTest
  @CsvSource({
    "TANH, 0, 1, 1e-14",
    "TANH, 0.05, 1.7609546396067391, 1e-13",
    "TANH, 0.1, 1.9860726411358642, 1e-13",
    "TANH, 0.3, 2.5051271896797650, 1e-13",
    "TANH, 1.0, 3.4432109122654405, 1e-13",
    "ERF, 0, 0.785398163397448310, 1e-15",
    "ERF, 0.05, 1.37583901, 5e-9",
    "ERF, 0.1, 1.55211786, 5e-9",
    "ERF, 0.3, 1.96307059, 5e-9",
    "ERF, 1.0, 2.71838135, 5e-9",
    "RELU, 0, 2, 0",
    "RELU, 7, 2, 0",
    "LINEAR, 0.3, 1, 0"
  })
  void referenceValues(Activation activation, double sigmaB2, double sigmaW2, double tolerance) {
    assertThat(EdgeOfChaos.sigmaW2(activation, sigmaB2).orElseThrow())
        .isCloseTo(sigmaW2, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "TANH, 1e-15", "TANH, 1e-6", "TANH, 0.2", "TANH, 5", "TANH, 1e3", "TANH, 1e8", "ERF, 1e-15",
    "ERF, 1e-6", "ERF, 0.2", "ERF, 5", "ERF, 1e3", "ERF, 1e8", "RELU, 0.4", "LINEAR, 0"
  })
  void isWhereGradientsKeepTheirSize(Activation activation, double sigmaB2) {
    double sigmaW2 = EdgeOfChaos.sigmaW2(activation, sigmaB2).orElseThrow();
    Network law =
        new Network(activation, sigmaW2, sigmaB2, Widths.of(1, 1), Parametrization.STANDARD);
    assertThat(MeanField.of(law).chi1()).isCloseTo(1, within(1e-10));
    assertThat(MeanField.of(law).phase()).isEqualTo(Phase.EDGE_OF_CHAOS);
  }

  @Test
  void badVariances() {
    assertThatThrownBy(() -> EdgeOfChaos.sigmaW2(Activation.TANH, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> EdgeOfChaos.sigmaW2(Activation.RELU, Double.NaN))
        .hasMessageContaining("NaN");
  }
}
