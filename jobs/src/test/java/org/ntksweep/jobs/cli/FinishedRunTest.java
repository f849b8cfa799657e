package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

final class FinishedRunTest {

  @Test
  void aProblemIsALineWithoutSecretsOrControl() {
    assertThat(FinishedRun.problem(new IOException("s3a://me:pass@host/x\u001b[2J: gone\nat x")))
        .isEqualTo("s3a://me:*********(redacted)@host/x?[2J: gone");
    assertThat(FinishedRun.problem(new AccessDeniedException("a/report.html")))
        .isEqualTo("a/report.html: permission denied");
  }
}
