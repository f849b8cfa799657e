package org.ntksweep.jobs.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  @Test
  void whatFailsStopsNeitherTheClockNorTheRun() throws InterruptedException {
    CountDownLatch later = new CountDownLatch(1);
    StringWriter err = new StringWriter();
    try (Progress progress = new Progress(new PrintWriter(err, true), false)) {
      progress.after(
          Duration.ZERO,
          () -> {
            throw new IllegalStateException("Spark has stopped");
          });
      progress.after(Duration.ofMillis(1), later::countDown);
      assertThat(later.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(err.toString()).isEmpty();
  }
}
