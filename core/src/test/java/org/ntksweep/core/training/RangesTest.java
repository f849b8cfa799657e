package org.ntksweep.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.training.schedule.RateSchedule;

@DisplayName("What trainings are made of")
class RangesTest {
  private static void refused(ThrowingCallable made, String message) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static Method steps(double weightDecay, long steps, Long... recorded) {
    RateSchedule rate = RateSchedule.constant(1);
    return new Method.Steps(
        new Optimizer.Plain(), weightDecay, Optional.empty(), rate, steps, List.of(recorded));
  }

  @Test
  void optimizersHaveRanges() {
    refused(() -> new Optimizer.Momentum(1), "momentum 1.0: must be in [0, 1)");
    refused(() -> new Optimizer.Nesterov(-0.1), "momentum -0.1: must be in [0, 1)");
    refused(() -> new Optimizer.Adam(0.9, Double.NaN, 1), "beta2 NaN: must be in [0, 1)");
    refused(() -> new Optimizer.Adam(1, 0.9, 1), "beta1 1.0: must be in [0, 1)");
    refused(() -> new Optimizer.Adam(0, 0, 0), "epsilon 0.0: must be finite and above 0");
    assertThat(new Optimizer.Momentum(0).momentum()).isZero();
  }

  @Test
  void scalesHaveRanges() {
    for (double alpha : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> new LazyScale(alpha, true), "alpha " + alpha + ": must be finite and above 0");
    }
  }

  @Test
  void placesRiseFromTheStartToTheEnd() {
    assertThat(steps(0, 3, 0L, 2L, 3L).looks()).isEqualTo(3);
    assertThat(steps(0, 0, 0L).looks()).isEqualTo(1);
    refused(() -> steps(0, -1, 0L), "steps -1: must be at least 0");
    refused(() -> steps(-1, 1, 0L, 1L), "weight_decay -1.0: must be finite and at least 0");
    refused(() -> steps(0, 3), "recorded []: must rise from 0 to 3");
    refused(() -> steps(0, 3, 0L, 2L), "recorded [0, 2]: must rise from 0 to 3");
    refused(() -> steps(0, 3, 1L, 3L), "recorded [1, 3]: must rise from 0 to 3");
    refused(() -> steps(0, 3, 0L, 2L, 2L, 3L), "recorded [0, 2, 2, 3]: must rise from 0 to 3");
  }

  @Test
  void flowsHaveRanges() {
    assertThat(new Method.Flow(0, 1e-3, List.of(0.0)).looks()).isEqualTo(1);
    double infinite = Double.POSITIVE_INFINITY;
    refused(
        () -> new Method.Flow(infinite, 1e-3, List.of(0.0, infinite)),
        "time Infinity: must be finite and at least 0");
    refused(
        () -> new Method.Flow(1, 0, List.of(0.0, 1.0)),
        "tolerance 0.0: must be finite and above 0");
    refused(
        () -> new Method.Flow(1, 1e-3, List.of(0.0)), "recorded [0.0]: must rise from 0.0 to 1.0");
  }
}
