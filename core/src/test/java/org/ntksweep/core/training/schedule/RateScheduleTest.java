package org.ntksweep.core.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateScheduleTest {

  /**
   * Against torch.optim.lr_scheduler.MultiStepLR(milestones=[3, 5, 6, 6], gamma=0.5), a step at a
   * time.
   */
  @Test
  void ratesDropAtMilestones() {
    RateSchedule rate = new RateSchedule(8, List.of(3L, 5L, 6L, 6L), 0.5);
    double[] expected = {8, 8, 8, 4, 4, 2, 0.5, 0.5};
    double time = 0;
    for (int t = 0; t < expected.length; t++) {
      assertThat(rate.at(t)).isEqualTo(expected[t]);
      assertThat(rate.time(t)).isCloseTo(time, within(1e-14));
      time += expected[t];
    }
    assertThat(rate.isConstant()).isFalse();
    assertThat(rate.from(1).at(4)).isEqualTo(0.5);
  }

  @Test
  void withoutMilestonesItIsOne() {
    RateSchedule rate = RateSchedule.constant(0.1);
    assertThat(rate.at(1_000_000)).isEqualTo(0.1);
    assertThat(rate.time(7)).isEqualTo(0.1 * 7);
    assertThat(rate.isConstant()).isTrue();
  }

  @Test
  void aMilestoneAtTheStartCounts() {
    assertThat(new RateSchedule(8, List.of(0L), 0.5).at(0)).isEqualTo(4);
    assertThat(new RateSchedule(8, List.of(0L), 0.5).time(2)).isEqualTo(8);
  }
}
