package org.ntksweep.jobs.run.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GroupingTest {

  @Test
  void fewPointsAreATaskEach() {
    assertThat(Grouping.partitions(5, 100, 8)).isEqualTo(5);
  }

  @Test
  void manyPointsKeepEveryCoreBusy() {
    assertThat(Grouping.partitions(1000, 100, 8)).isEqualTo(128);
  }

  @Test
  void tasksHoldNoMoreThanTheyShould() {
    // 1000 points of 1.6 MB each are 24 times 64 MiB.
    assertThat(Grouping.partitions(1000, 100_000, 1)).isEqualTo(24);
  }

  @Test
  void theDriverKeepsTrackOfThemAll() {
    assertThat(Grouping.partitions(5_000_000, 10_000_000_000L, 1)).isEqualTo(100_000);
  }
}
