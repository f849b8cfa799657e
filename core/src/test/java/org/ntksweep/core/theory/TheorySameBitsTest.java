package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.infinite.InfiniteWidthKernel;
import org.ntksweep.core.theory.meanfield.EdgeOfChaos;

/** Columns of tables are compared bit by bit: theory, too, has the same bits on any machine. */
@DisplayName("Theory has the same bits on any machine")
class TheorySameBitsTest {
  @ParameterizedTest
  @CsvSource({
    "relu, 0x1.2347381725006p4, 0x1.0p1",
    "tanh, 0x1.4dd2d15e68203p2, 0x1.40a801fbff5bap1",
    "erf, 0x1.180a8ba1f73a2p2, 0x1.f68bcb40d2002p0",
    "linear, 0x1.a170d34176b5cp5, 0x1.0p0",
    "sigmoid, 0x1.070292368c6c8p1, 0x1.9eea155a1842cp6",
    "gelu, 0x1.190333cf55372p4, 0x1.f4c6cfd66b912p0",
    "leaky_relu, 0x1.236a9e621c4cbp4, 0x1.fff2e4e46e7a8p0",
    "sin, 0x1.703ca2dca5e4dp1, 0x1.ccffd17d87a9fp0"
  })
  void bits(Activation activation, String logTheta, String critical) {
    Network law =
        new Network(activation, 2.6, 0.3, Widths.constant(10, 20, 50), Parametrization.STANDARD);
    double log = InfiniteWidthKernel.atCosine(law, 0.3).atFullDepth().logAbsTheta();
    assertThat(Double.toHexString(log)).isEqualTo(logTheta);
    double sigmaW2 = EdgeOfChaos.sigmaW2(activation, 0.3).orElseThrow();
    assertThat(Double.toHexString(sigmaW2)).isEqualTo(critical);
  }
}
