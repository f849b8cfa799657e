package org.ntksweep.core.sampling;

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
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;

@DisplayName("The error of a ratio is forecast")
class ErrorForecastTest {

  /** What size-biased networks leave, from ratio 1.07 to 1e20, within two fifths. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 100, 100",
    "2.5, 100, 10",
    "2.5, 100, 50",
    "2.5, 100, 200",
    "2.2, 200, 1000",
    "3, 100, 1000"
  })
  void sizeBiased(double sigmaW2, int width, int depth) {
    Network law = law("relu", sigmaW2, Widths.constant(width, width, depth));
    KernelMoments moments = ExactMoments.of(law);
    int n = 10_000;
    Weighted.Mean deviation =
        new Weighted(SamplerKind.NORM_CHAIN, law, Inputs.single(), 41, n)
            .means(
                kernel ->
                    Math.exp(2 * kernel.logAbsTheta(0, 0) - moments.logSecondMoment())
                        - 2 * Math.exp(kernel.logAbsTheta(0, 0) - moments.logMean()))[0];
    double found = n * deviation.se() * deviation.se();
    ErrorForecast forecast = ErrorForecast.of(law);
    assertThat(forecast.logRatio()).isEqualTo(moments.logRatio());
    assertThat(forecast.sizeBiased()).isCloseTo(found, within(0.4 * found));
  }

  @Test
  void theLimits() {
    ErrorForecast known = ErrorForecast.ofLogRatio(Math.log(2));
    assertThat(known.plain()).isCloseTo(16 - 16 + 8 - 1, within(1e-12));
    ErrorForecast none = ErrorForecast.ofLogRatio(0);
    assertThat(none.plain()).isZero();
    assertThat(none.sizeBiased()).isLessThan(1e-12);
    assertThat(none.better()).isEqualTo(VarianceReduction.NONE);
    ErrorForecast endless = ErrorForecast.ofLogRatio(3000);
    assertThat(endless.plain()).isInfinite();
    assertThat(endless.sizeBiased()).isCloseTo(14, within(1e-6));
  }

  /** Plain below a ratio of 1.3, size-biased above. */
  @ParameterizedTest
  @CsvSource({"1.05, NONE", "1.29, NONE", "1.31, SIZE_BIASED", "64, SIZE_BIASED"})
  void theBetterOne(double ratio, VarianceReduction better) {
    assertThat(ErrorForecast.ofLogRatio(Math.log(ratio)).better()).isEqualTo(better);
  }

  /** Where the ratio is not known a pilot tells order from chaos, the same one every time. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 0.8, 20, NONE",
    "tanh, 3, 50, SIZE_BIASED",
    "gelu, 3, 60, SIZE_BIASED",
    "sigmoid, 2, 20, NONE"
  })
  void pilot(String activation, double sigmaW2, int depth, VarianceReduction better) {
    Network law = law(activation, sigmaW2, Widths.constant(50, 50, depth));
    ErrorForecast forecast = ErrorForecast.of(law);
    assertThat(forecast.better()).isEqualTo(better);
    assertThat(ErrorForecast.of(law)).isEqualTo(forecast);
  }

  private static Network law(String activation, double sigmaW2, Widths widths) {
    return new Network(Activation.parse(activation), sigmaW2, 0, widths, Parametrization.STANDARD);
  }
}
