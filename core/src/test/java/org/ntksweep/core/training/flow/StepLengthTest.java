package org.ntksweep.core.training.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The length of steps of gradient flow")
class StepLengthTest {
  private static final double RADIUS = 1e4;

  /** No step is as good as one within the tolerance because the loss falls. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-2, 1e-4, 1e-7, 1e-9})
  void countsErrorsAsErrorsWhereTheLossFalls(double tolerance) {
    StepLength length = new StepLength(true, tolerance);
    assertThat(length.withDrift(1e9, -0.1)).isGreaterThan(1);
    assertThat(length.withDrift(0.5, -0.1)).isEqualTo(0.5);
    assertThat(length.suffices(0.3, length.withDrift(1e9, -0.1), 1, RADIUS)).isFalse();
  }

  @Test
  void makesStepsOfAShareOfTimeWhereTheLossFalls() {
    StepLength length = new StepLength(true, 1e-2);
    assertThat(length.suffices(0.05, length.withDrift(1e9, -0.1), 1, RADIUS)).isTrue();
    assertThat(length.suffices(0.05, length.withDrift(1e9, 1e-3), 1, RADIUS)).isFalse();
    assertThat(length.suffices(0.05, length.withDrift(50, 1e-3), 1, RADIUS)).isTrue();
    assertThat(length.suffices(0.05, Double.POSITIVE_INFINITY, 1, RADIUS)).isFalse();
  }

  /** A step that is at most its share of time is too long for its drift alone. */
  @Test
  void halvesStepsThatDrift() {
    StepLength length = new StepLength(true, 1e-2);
    assertThat(length.shorter(0.04, 150, 1, RADIUS)).isEqualTo(0.02);
    assertThat(length.shorter(0.2, 150, 1, RADIUS)).isLessThan(0.05);
    assertThat(new StepLength(false, 1e-2).shorter(0.04, 1000, 1, RADIUS)).isLessThan(0.005);
  }

  @Test
  void growsNoStepThatWasMadeShorterWhereTheFieldJumps() {
    StepLength length = new StepLength(true, 1e-2);
    length.shorter(0.02, 150, 1, RADIUS);
    length.made(0.01, 1e-3, false, 1, RADIUS);
    assertThat(length.next()).isEqualTo(0.01);
    length.made(0.01, 1e-3, false, 1, RADIUS);
    assertThat(length.next()).isGreaterThan(0.01);
  }

  /** Along the flow the loss never rises: however small the error is said to be. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-2, 1e-4, 1e-7, 1e-9})
  void mindsRises(double tolerance) {
    StepLength length = new StepLength(true, tolerance);
    double share = 0.1 * Math.sqrt(tolerance);
    double error = length.withDrift(1e-3, 2 * tolerance);
    assertThat(length.suffices(share, error, 1, 1e12)).isFalse();
    assertThat(length.suffices(share, length.withDrift(1e-3, 0.5 * tolerance), 1, 1e12)).isTrue();
    assertThat(length.suffices(0.04 / RADIUS, error, 1, RADIUS)).isTrue();
  }

  @Test
  void mindsErrorsOfFieldsThatDoNotJump() {
    StepLength length = new StepLength(false, 1e-2);
    assertThat(length.withDrift(1e9, -0.1)).isEqualTo(1e9);
    assertThat(length.suffices(1e-9, 2, 1, RADIUS)).isFalse();
  }
}
