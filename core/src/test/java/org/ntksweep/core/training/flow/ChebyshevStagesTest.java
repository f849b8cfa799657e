package org.ntksweep.core.training.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Runge-Kutta-Chebyshev formulas")
class ChebyshevStagesTest {
  /** What a step of s stages makes of 1 where {@code dy/dt = z y} and the step is 1. */
  private static double step(int s, double z) {
    ChebyshevStages stages = new ChebyshevStages(s);
    double before = 1;
    double now = 1 + stages.first * z;
    for (int j = 2; j <= s; j++) {
      stages.next();
      double next =
          stages.mu * now
              + stages.nu * before
              + (1 - stages.mu - stages.nu)
              + stages.f * z * now
              + stages.f0 * z;
      before = now;
      now = next;
    }
    return now;
  }

  /** The exponential to its second power: what is left is of the third. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12, 50})
  void areOfSecondOrder(int s) {
    for (double z : new double[] {-0.02, -0.005, 0.005, 0.02}) {
      double third = Math.abs(z * z * z);
      assertThat(step(s, z)).isCloseTo(1 + z + z * z / 2, within(0.2 * third));
    }
  }

  /** As far as {@code 2/3 (s^2 - 1) (1 - 2/15 epsilon)}, says the paper, with the damping 2/13. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12, 50})
  void areStableAsFarAsIsSaid(int s) {
    double far = 2.0 / 3 * (s * s - 1) * (1 - 2.0 / 15 * 2 / 13);
    for (int i = 0; i <= 400; i++) {
      assertThat(Math.abs(step(s, -far * i / 400))).isLessThanOrEqualTo(1 + 1e-12);
    }
    assertThat(Math.abs(step(s, -1.5 * far))).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 10, 1000, 1e6})
  void areAsManyAsAStepNeeds(double radius) {
    int s = ChebyshevStages.count(1, radius);
    assertThat(Math.abs(step(s, -radius))).isLessThanOrEqualTo(1);
    assertThat(s).isLessThanOrEqualTo((int) (2.5 + Math.sqrt(radius / 0.6)));
  }
}
