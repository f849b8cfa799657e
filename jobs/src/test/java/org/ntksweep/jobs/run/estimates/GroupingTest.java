package org.ntksweep.jobs.run.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GroupingTest {

  @Test
  void fewPointsAreATaskEach() {
    assertThat(Grouping.of(5, 100, 8).partitions()).isEqualTo(5);
  }

  @Test
  void manyPointsKeepEveryCoreBusy() {
    assertThat(Grouping.of(1000, 100, 8).partitions()).isEqualTo(128);
  }

  @Test
  void tasksHoldNoMoreThanTheyShould() {
    // 1000 points of 1.6 MB each are 25 times 64 MiB.
    Grouping grouping = Grouping.of(1000, 100_000, 1);
    assertThat(grouping.partitions()).isEqualTo(24);
    assertThat(grouping.pointsInMemory()).isEqualTo(41);
  }

  @Test
  void aPointThatFillsATaskStillFits() {
    assertThat(Grouping.of(2, 100_000_000, 1).pointsInMemory()).isEqualTo(1);
  }
}
