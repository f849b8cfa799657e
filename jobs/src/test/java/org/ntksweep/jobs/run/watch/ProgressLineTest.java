package org.ntksweep.jobs.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private static final OptionalLong NONE = OptionalLong.empty();

  @Test
  void workGivesPercentAndTimeLeftAndCountsGiveTheRate() {
    Phase phase =
        new Phase("sampling", "samples", 6_376_000, () -> 0, 200, () -> 0, Optional.empty());
    assertThat(new ProgressLine(phase, 2_677_920, 84, NONE, 6.5))
        .hasToString("sampling  42 %  2,677,920 / 6,376,000 samples  411,988/s  9 s left");
  }

  @Test
  void stepsGiveTheRateWhereNetworksTakeLong() {
    Phase phase = new Phase("training", "networks", 36, () -> 0, 200, () -> 0, Optional.empty());
    assertThat(new ProgressLine(phase, 0, 10, OptionalLong.of(12_000), 20))
        .hasToString("training   5 %  0 / 36 networks  12,000 steps  600/s  6 min 20 s left");
  }

  @Test
  void nothingDoneHasNoRate() {
    Phase phase = Phase.counted("estimating", "points", 20, () -> 0);
    assertThat(new ProgressLine(phase, 0, 0, NONE, 3))
        .hasToString("estimating   0 %  0 / 20 points");
  }

  @Test
  void aPhaseThatJustBeganHasNoRate() {
    Phase phase = Phase.counted("estimating", "points", 20, () -> 0);
    assertThat(new ProgressLine(phase, 6, 6, NONE, 1e-6))
        .hasToString("estimating  30 %  6 / 20 points");
  }

  @Test
  void allDoneHasNoTimeLeft() {
    Phase phase = Phase.counted("estimating", "points", 20, () -> 0);
    assertThat(new ProgressLine(phase, 20, 20, NONE, 4))
        .hasToString("estimating 100 %  20 / 20 points  5/s");
  }

  @Test
  void durationsAreSaidAsPeopleDo() {
    assertThat(Durations.text(0.4)).isEqualTo("0 s");
    assertThat(Durations.text(200)).isEqualTo("3 min 20 s");
    assertThat(Durations.text(5 * 3600 + 7 * 60)).isEqualTo("5 h 07 min");
  }
}
