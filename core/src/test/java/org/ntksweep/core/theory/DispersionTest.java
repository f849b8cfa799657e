package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.ExactMoments;

@DisplayName("What a dispersion means")
class DispersionTest {
  @Test
  void samplesForAnError() {
    assertThat(Dispersion.samplesFor(7, 0.1)).isCloseTo(700, within(1.0));
    assertThat(Dispersion.samplesFor(7, 0.01)).isCloseTo(70_000, within(1.0));
    assertThat(Dispersion.samplesFor(0, 0.01)).isEqualTo(2);
    assertThat(Dispersion.samplesFor(Double.POSITIVE_INFINITY, 0.1)).isInfinite();
  }

  @Test
  void theDepthBeyondABound() {
    Widths widths = Widths.constant(50, 50, 3);
    Network chaotic = new Network(Activation.RELU, 2.5, 0, widths, Parametrization.STANDARD);
    int depth = Dispersion.depthBeyond(2, chaotic).orElseThrow();
    assertThat(ratioAt(depth)).isGreaterThan(2);
    assertThat(ratioAt(depth - 1)).isLessThanOrEqualTo(2);
    Network ordered = new Network(Activation.RELU, 1, 0, widths, Parametrization.STANDARD);
    assertThat(Dispersion.depthBeyond(2, ordered)).isEmpty();
    Network tanh = new Network(Activation.TANH, 2.5, 0, widths, Parametrization.STANDARD);
    assertThat(Dispersion.depthBeyond(2, tanh)).isEmpty();
  }

  private static double ratioAt(int depth) {
    Widths widths = Widths.constant(50, 50, depth);
    return ExactMoments.of(new Network(Activation.RELU, 2.5, 0, widths, Parametrization.STANDARD))
        .ratio();
  }

  @Test
  void deviationInUnitsOfTheMean() {
    assertThat(Dispersion.relativeDeviation(OptionalDouble.of(1.25))).hasValue(0.5);
    assertThat(Dispersion.relativeDeviation(OptionalDouble.empty())).isEmpty();
  }
}
