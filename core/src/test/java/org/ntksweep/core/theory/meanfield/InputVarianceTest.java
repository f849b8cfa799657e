package org.ntksweep.core.theory.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.expectation.NormalMean;

@DisplayName("The variance that the inputs of a network flow to")
class InputVarianceTest {
  private static Network gelu(double sigmaW2, double sigmaB2, int inputDim, double inputNorm2) {
    Widths widths = Widths.constant(inputDim, 100, 40);
    return new Network(Activation.GELU, sigmaW2, sigmaB2, widths, Parametrization.STANDARD)
        .withInputNorm2(inputNorm2);
  }

  /** Mean of f over a normal number of variance q, by a library's quadrature. */
  private static double mean(double q, DoubleUnaryOperator f) {
    return NormalMean.of(0, q, f);
  }

  private static double phi(double h) {
    return 0.5 * h * Erfc.value(-h / Math.sqrt(2));
  }

  private static double slope(double h) {
    double density = Math.exp(-0.5 * h * h) / Math.sqrt(2 * Math.PI);
    return 0.5 * Erfc.value(-h / Math.sqrt(2)) + h * density;
  }

  /** The map, iterated as a network does. */
  private static double iterated(Network law, int layers) {
    double q = law.sigmaW2() * law.inputNorm2() / law.widths().inputDim() + law.sigmaB2();
    for (int l = 0; l < layers && q < 1e6; l++) {
      q = law.sigmaW2() * mean(q, h -> phi(h) * phi(h)) + law.sigmaB2();
    }
    return q;
  }

  /** Both sides of the fixed point that repels, at 3, and far beyond. */
  @ParameterizedTest
  @CsvSource({
    "1.9960624844319927, 0.15437952960937507, 0.1,  200",
    "1.9960624844319927, 0.15437952960937507, 1.35, 1500",
    "1.9960624844319927, 0.15437952960937507, 1.5,  3000",
    "1.9960624844319927, 0.15437952960937507, 100,  1500",
    "1.8, 0.1, 0.1, 100",
    "1.8, 0.1, 50, 200",
    "3.5, 0, 0.01, 300",
    "3.5, 0, 5, 60",
    "2.1, 0.1, 0.01, 300",
    "2.1, 0.1, 1, 300"
  })
  void isWhereTheMapEnds(double sigmaW2, double sigmaB2, double inputNorm2, int layers) {
    Network law = gelu(sigmaW2, sigmaB2, 1, inputNorm2);
    double q = iterated(law, layers);
    MeanField theory = MeanField.of(law);
    double limit = theory.limitVariance().orElseThrow();
    if (q >= 1e6) {
      assertThat(limit).isInfinite();
      q = 1e6;
    } else {
      // It is a fixed point, and most of the way to it is done without passing another.
      double next = sigmaW2 * mean(limit, h -> phi(h) * phi(h)) + sigmaB2;
      assertThat(next).isCloseTo(limit, within(1e-10 * limit));
      double first = theory.firstVariance();
      assertThat((q - limit) / (first - limit)).isBetween(-1e-9, 0.4);
      q = limit;
    }
    double chi = sigmaW2 * mean(q, h -> slope(h) * slope(h));
    assertThat(theory.chi1()).isCloseTo(chi, within(2e-3));
  }

  /**
   * One input of one dimension starts beyond the fixed point that repels; many dimensions do not.
   */
  @Test
  void thePhaseIsThatOfTheInputs() {
    MeanField chaotic = MeanField.of(gelu(2.1, 0.1, 1, 1));
    assertThat(chaotic.firstVariance()).isEqualTo(2.2);
    assertThat(chaotic.phase()).isEqualTo(Phase.CHAOTIC);
    assertThat(chaotic.chi1()).isCloseTo(1.05, within(1e-12));
    assertThat(MeanField.of(gelu(2.1, 0.1, 100, 1)).phase()).isEqualTo(Phase.ORDERED);
    assertThat(MeanField.of(gelu(2.1, 0.1, 100, 1)).chi1()).isCloseTo(0.845, within(1e-3));
    assertThat(MeanField.of(gelu(2.1, 0.1, 100, 100)).phase()).isEqualTo(Phase.CHAOTIC);
    double q = 2.2;
    double[] gains = new double[300];
    for (int l = 0; l < gains.length; l++) {
      double variance = q;
      gains[l] = 2.1 * mean(variance, h -> slope(h) * slope(h));
      q = chaotic.nextVariance(q);
    }
    assertThat(gains[0]).isCloseTo(1.035, within(1e-3));
    assertThat(Arrays.stream(gains)).allMatch(gain -> gain > 1.03 && gain < 1.1);
    assertThat(gains[299]).isCloseTo(1.05, within(1e-3));
  }

  /** A network that starts on the fixed point that repels stays there, as the map says. */
  @Test
  void aFixedPointIsKept() {
    double sigmaW2 = 1.9960624844319927;
    double sigmaB2 = 0.15437952960937507;
    double repelling = 3;
    for (int i = 0; i < 50; i++) {
      // Newton's method on the map.
      MeanField any = MeanField.of(gelu(sigmaW2, sigmaB2, 1, 1));
      double h = 1e-6;
      double slope = (any.nextVariance(repelling + h) - any.nextVariance(repelling - h)) / (2 * h);
      repelling -= (any.nextVariance(repelling) - repelling) / (slope - 1);
    }
    MeanField on = MeanField.of(gelu(sigmaW2, sigmaB2, 1, (repelling - sigmaB2) / sigmaW2));
    MeanField below =
        MeanField.of(gelu(sigmaW2, sigmaB2, 1, (repelling - sigmaB2) / sigmaW2 * (1 - 1e-9)));
    MeanField above =
        MeanField.of(gelu(sigmaW2, sigmaB2, 1, (repelling - sigmaB2) / sigmaW2 * (1 + 1e-9)));
    assertThat(on.limitVariance()).hasValueCloseTo(repelling, within(1e-12));
    assertThat(below.limitVariance()).hasValueCloseTo(1.128, within(1e-3));
    assertThat(above.limitVariance().orElseThrow()).isGreaterThan(50);
    assertThat(below.phase()).isEqualTo(Phase.ORDERED);
  }

  @ParameterizedTest
  @CsvSource({"1e308, 1e308", "1e-308, 1e-308", "1e308, 0", "0, 1e308", "1e-320, 1e308"})
  void everyVarianceHasALimit(double sigmaW2, double sigmaB2) {
    for (Activation activation : Activation.all()) {
      for (double norm2 : new double[] {Double.MIN_VALUE, 1, Double.MAX_VALUE}) {
        Network law =
            new Network(activation, sigmaW2, sigmaB2, Widths.of(1, 1), Parametrization.STANDARD)
                .withInputNorm2(norm2);
        for (Initialization initialization : Initialization.values()) {
          MeanField theory = MeanField.of(law.with(initialization));
          assertThat(theory.chi1()).as("%s", law).isNotNaN().isNotNegative();
          theory.limitVariance().ifPresent(q -> assertThat(q).isNotNaN().isNotNegative());
        }
      }
    }
  }
}
