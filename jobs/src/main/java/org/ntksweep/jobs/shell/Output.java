package org.ntksweep.jobs.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a command prints, and whether it arrived. */
public final class Output extends OutputStream {
  private final OutputStream out;
  private IOException failure;

  /** Output that goes to a stream. */
  public Output(OutputStream out) {
    this.out = out;
  }

  /** The standard output of this process. */
  public static Output standard() {
    return new Output(new FileOutputStream(FileDescriptor.out));
  }

  /** Writes to it in the encoding of the terminal. */
  public PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(this, encoding()));
  }

  private static Charset encoding() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Why something was not written; a reader that wanted no more is no reason. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(message -> !message.contains("Broken pipe"));
  }
}
