package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands as they are typed, with what they print and how they exit. */
abstract class CommandLineTest {
  static final String SWEEP =
      """
      name: tiny
      grid:
        activation: relu
        sigma_w2: [1.0, 2.0]
        width: 8
        depth: 3
        input_dim: 8
      samples: 50
      bootstrap: {replicates: 20}
      """;

  @TempDir private static Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void writeSweep() throws IOException {
    Files.writeString(temp.resolve("tiny.yaml"), SWEEP);
  }

  static String path(String name) {
    return temp.resolve(name).toString();
  }

  /** Words of a command, and more of them. */
  static String[] joined(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  int execute(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Exit 2, at most two lines on stderr with these words, and nothing written anywhere. */
  void assertRefused(List<String> args, String... words) throws IOException {
    List<String> before = tree();
    int exit = execute(args.toArray(String[]::new));
    assertThat(err()).contains(words);
    assertThat(err().lines().count()).as(err()).isLessThanOrEqualTo(2);
    assertThat(exit).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(tree()).isEqualTo(before);
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
