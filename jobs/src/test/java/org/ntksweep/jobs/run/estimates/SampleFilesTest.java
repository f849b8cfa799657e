package org.ntksweep.jobs.run.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.run.estimates.files.SampleFiles;

final class SampleFilesTest {

  @Test
  void aTaskWritesItsOwnFile() {
    assertThat(SampleFiles.gathered(144_000, 8)).isEmpty();
    assertThat(SampleFiles.gathered(500_000_000, 1_000)).isEmpty();
  }

  @Test
  void manySmallFilesBecomeFewLargeOnes() {
    assertThat(SampleFiles.gathered(100_000, 1_000)).hasValue(1);
    assertThat(SampleFiles.gathered(20_000_001, 10_000)).hasValue(21);
  }
}
