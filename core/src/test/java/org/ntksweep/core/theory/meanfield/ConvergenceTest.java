package org.ntksweep.core.theory.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.published.PublishedLimits;
import org.ntksweep.core.theory.published.PublishedMoments;

/**
 * Moments at widths 500, 1000, 2000, 4000 and depths lambda times that go to the limits like 1/M.
 * If they do, and with a series in 1/M, Richardson's extrapolation gives the limit to six digits
 * and more. (In the chaotic phase there is also a^-L, so L at the smallest width must not be too
 * small.)
 */
@DisplayName("Finite widths converge to their limits")
class ConvergenceTest {
  private static final int[] WIDTHS = {500, 1000, 2000, 4000};

  @ParameterizedTest
  @CsvSource({
    "3.5, 0.1, 1",
    "2.5, 0.5, 1",
    "2.5, 1, 1",
    "2.5, 2, 0.1",
    "3.5, 1, 2",
    "2, 0.1, 1",
    "2, 0.5, 1",
    "2, 1, 0.1",
    "2, 1, 1",
    "2, 1, 2",
    "2, 2, 1",
    "1.5, 1, 1",
    "1.5, 0.5, 0.1",
    "1.0, 2, 2"
  })
  void exactMoments(double sigmaW2, double lambda, double alpha0) {
    double[] ratios = ratios(sigmaW2, lambda, alpha0, Parametrization.STANDARD, ExactMoments::of);
    double limit = Limits.ratio(sigmaW2, lambda, alpha0);
    assertConverges(ratios, limit);
    double published = PublishedLimits.ratio(sigmaW2, lambda, alpha0);
    if (sigmaW2 >= 2) {
      assertThat(published).isLessThan(limit - 1e-3);
      assertThat(extrapolated(ratios)).isGreaterThan(published + 1e-3);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1, 1", "2, 0.5, 2", "2.5, 1, 0.1"})
  void ntkParametrization(double sigmaW2, double lambda, double alpha0) {
    double[] ratios = ratios(sigmaW2, lambda, alpha0, Parametrization.NTK, ExactMoments::of);
    assertConverges(ratios, Limits.chaotic(lambda));
  }

  @ParameterizedTest
  @CsvSource({"2.5, 0.5, 1", "2.5, 1, 1", "2, 0.5, 1", "2, 1, 0.1", "2, 1, 2", "1.5, 1, 1"})
  void publishedMoments(double sigmaW2, double lambda, double alpha0) {
    double[] ratios =
        ratios(sigmaW2, lambda, alpha0, Parametrization.STANDARD, PublishedMoments::of);
    assertConverges(ratios, PublishedLimits.ratio(sigmaW2, lambda, alpha0));
  }

  private static double[] ratios(
      double sigmaW2,
      double lambda,
      double alpha0,
      Parametrization parametrization,
      Function<Network, KernelMoments> moments) {
    return Arrays.stream(WIDTHS)
        .mapToDouble(
            m -> {
              Widths widths = Widths.constant((int) (alpha0 * m), m, (int) Math.round(lambda * m));
              return moments
                  .apply(new Network(Activation.RELU, sigmaW2, 0, widths, parametrization))
                  .ratio();
            })
        .toArray();
  }

  /** The error halves with every doubling, and is gone after extrapolation. */
  private static void assertConverges(double[] ratios, double limit) {
    for (int i = 1; i < ratios.length; i++) {
      assertThat((ratios[i - 1] - limit) / (ratios[i] - limit)).isCloseTo(2, within(0.1));
    }
    assertThat(extrapolated(ratios)).isCloseTo(limit, within(1e-6 * limit));
  }

  /** Richardson's extrapolation: errors in 1/M, 1/M^2 and 1/M^3 taken out in turn. */
  private static double extrapolated(double[] ratios) {
    double[] r = ratios.clone();
    for (int order = 1; order < r.length; order++) {
      double power = Math.scalb(1.0, order);
      for (int i = r.length - 1; i >= order; i--) {
        r[i] = (power * r[i] - r[i - 1]) / (power - 1);
      }
    }
    return r[r.length - 1];
  }
}
