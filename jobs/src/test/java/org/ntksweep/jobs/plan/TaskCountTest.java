package org.ntksweep.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskCountTest {

  @ParameterizedTest
  @CsvSource({
    "0.01, 8, 1", // not worth a second task
    "1, 8, 5", // tasks of 0.2 s
    "8, 8, 32", // four for each core
    "60, 8, 32",
    "200, 8, 56", // tasks of at most 4 s, in whole rounds
    "1e9, 8, 10000", // longer tasks rather than more
    "1e9, 4000, 16000"
  })
  void tasksAreBalancedButNotTooShortNorTooMany(double seconds, int parallelism, int tasks) {
    assertThat(TaskCount.balanced(seconds * 1e9, parallelism)).isEqualTo(tasks);
  }
}
