package org.ntksweep.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.theory.training.FrozenKernel;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;

/** One eigenvalue, 1: a residual of 2 and what is left of it. */
class PredictedLossTest {
  private static Method decaying(double weightDecay, RateSchedule rate) {
    List<Long> recorded = List.of(0L, 10L);
    return new Method.Steps(
        new Optimizer.Plain(), weightDecay, Optional.empty(), rate, 10, recorded);
  }

  private static final FrozenKernel KERNEL = FrozenKernel.of(new double[] {1}, 1);
  private static final double[] RESIDUAL = {2};

  private static Method.Steps steps(Optimizer optimizer, Optional<Batch> batch) {
    return new Method.Steps(optimizer, batch, 0.5, 10, List.of(0L, 10L));
  }

  private static double after(Optimizer optimizer, long steps) {
    return PredictedLoss.of(steps(optimizer, Optional.empty()), KERNEL, RESIDUAL)
        .orElseThrow()
        .at(steps, Double.NaN);
  }

  @Test
  void plain() {
    assertThat(after(new Optimizer.Plain(), 0)).isEqualTo(2);
    assertThat(after(new Optimizer.Plain(), 2)).isCloseTo(0.5 * 0.5 * 0.5, within(1e-15));
  }

  /** r = 2, v = 2: r = 1, v = 0.5 * 2 + 1 = 2: r = 0. */
  @Test
  void momentum() {
    assertThat(after(new Optimizer.Momentum(0.5), 1)).isCloseTo(0.5, within(1e-15));
    assertThat(after(new Optimizer.Momentum(0.5), 2)).isCloseTo(0, within(1e-15));
  }

  /** v = 2, r = 2 - (2 + 1)/2 = 0.5; v = 1.5, r = 0.5 - (0.5 + 0.75)/2 = -0.125. */
  @Test
  void nesterov() {
    assertThat(after(new Optimizer.Nesterov(0.5), 1)).isCloseTo(0.125, within(1e-15));
    assertThat(after(new Optimizer.Nesterov(0.5), 2)).isCloseTo(0.0078125, within(1e-15));
  }

  @Test
  void flow() {
    Method.Flow flow = new Method.Flow(2, 1e-6, List.of(0.0, 2.0));
    PredictedLoss predicted = PredictedLoss.of(flow, KERNEL, RESIDUAL).orElseThrow();
    assertThat(predicted.at(TrainingRecord.NO_STEP, 1.5))
        .isCloseTo(2 * StrictMath.exp(-3), within(1e-15));
  }

  /** Their steps are random, or not linear in the gradients. */
  @Test
  void whatNoKernelPredicts() {
    for (Method method :
        List.of(
            steps(new Optimizer.Plain(), Optional.of(Batch.of(1))),
            steps(new Optimizer.Adam(0.9, 0.999, 1e-8), Optional.empty()),
            decaying(0.1, RateSchedule.constant(0.5)),
            decaying(0, new RateSchedule(0.5, List.of(3L), 0.1)))) {
      assertThat(PredictedLoss.appliesTo(method)).isFalse();
      assertThat(PredictedLoss.of(method, KERNEL, RESIDUAL)).isEmpty();
    }
  }
}
