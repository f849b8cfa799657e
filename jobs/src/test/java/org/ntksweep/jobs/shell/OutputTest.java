package org.ntksweep.jobs.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutputTest {
  @Test
  void aFullDiskIsAFailureAndAReaderThatLeftIsNone() {
    assertThat(failureOf("No space left on device")).contains("No space left on device");
    assertThat(failureOf("Broken pipe")).isEmpty();
    assertThat(new Output(new ByteArrayOutputStream()).failure()).isEmpty();
  }

  private static Optional<String> failureOf(String reason) {
    Output output =
        new Output(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    PrintWriter writer = output.writer();
    writer.println("a");
    writer.flush();
    return output.failure();
  }
}
