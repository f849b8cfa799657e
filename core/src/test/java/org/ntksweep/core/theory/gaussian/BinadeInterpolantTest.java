package org.ntksweep.core.theory.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Interpolation by binades")
class BinadeInterpolantTest {
  private static double analytic(double x) {
    return StrictMath.atan(x / Math.sqrt(0.01 + x));
  }

  /** Both ends of a binade, its middle, and the least convenient place for the singularity. */
  @ParameterizedTest
  @ValueSource(
      doubles = {0x1p-99, 3e-9, 0.01, 0.5, 0.5000000000000001, 0.7, 0.999999999999999, 1, 1e9})
  void followsTheFunction(double x) {
    BinadeInterpolant interpolant = new BinadeInterpolant(BinadeInterpolantTest::analytic);
    assertThat(interpolant.applyAsDouble(x))
        .isCloseTo(analytic(x), within(2e-15 * Math.abs(analytic(x))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0x1p-101, 0x1p101, Double.POSITIVE_INFINITY})
  void leavesExtremesToTheFunction(double x) {
    assertThat(new BinadeInterpolant(StrictMath::sqrt).applyAsDouble(x)).isEqualTo(Math.sqrt(x));
  }

  @Test
  void asksTheFunctionOnceForABinade() {
    AtomicInteger asked = new AtomicInteger();
    BinadeInterpolant interpolant =
        new BinadeInterpolant(
            x -> {
              asked.incrementAndGet();
              return 1 / x;
            });
    interpolant.applyAsDouble(1);
    int first = asked.get();
    interpolant.applyAsDouble(1.7);
    assertThat(asked).hasValue(first);
    interpolant.applyAsDouble(2);
    assertThat(asked).hasValue(2 * first);
  }
}
