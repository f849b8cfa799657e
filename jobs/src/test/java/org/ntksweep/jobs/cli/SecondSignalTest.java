package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecondSignalTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String READY = "ready";
  private static final String ENDING = "ending";

  /** A run whose end takes for ever, such as a commit to a place that does not answer. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) throws InterruptedException {
      SecondSignal.endsAtOnce();
      CountDownLatch never = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endFor(never), "end"));
      System.out.println(READY);
      never.await();
    }

    private static void endFor(CountDownLatch never) {
      System.out.println(ENDING);
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void theSecondOneDoesNotWait(String signal, int status) throws Exception {
    Process process = endless();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo(READY);
      send(signal, process);
      assertThat(out.readLine()).isEqualTo(ENDING);
      long end = System.nanoTime() + PATIENCE.toNanos();
      // One that comes before Java listens for it is none.
      while (process.isAlive() && System.nanoTime() < end) {
        send(signal, process);
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
      assertThat(process.isAlive()).isFalse();
      assertThat(process.exitValue()).isEqualTo(status);
      assertThat(out.readLine()).as("what else it said").isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process endless() throws IOException {
    // Those that are started in the background ignore Ctrl-C.
    return new ProcessBuilder(
            "env",
            "--default-signal=INT,HUP",
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Endless.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void send(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
