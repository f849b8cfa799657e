package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ntksweep.jobs.shell.Output;

/** What a run tells, and what is told of run folders that are not as a run left them. */
@TestInstance(Lifecycle.PER_CLASS)
final class SafetyTest extends CommandLineTest {
  /** Every byte as a character. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final String SECRET = "hunter2-Xyz";
  private static final String[] THEORY = {
    "theory", "activation=relu", "sigma_w2=2.5", "width=100", "depth=50", "input_dim=100"
  };
  private String told = "";

  @BeforeAll
  void run() {
    String key = "spark.hadoop.fs.s3a.secret.key=" + SECRET;
    String[] words = {
      "run", path("tiny.yaml"), "--out", path("a"), "--master", "local[2]", "--conf", key
    };
    assertThat(execute(words)).as(err()).isZero();
    told = out() + err();
  }

  @Test
  void secretsAreNowhere() throws IOException {
    assertThat(told).doesNotContain(SECRET);
    for (Map.Entry<Path, String> file : files(Path.of(path("a"))).entrySet()) {
      assertThat(file.getValue()).as(file.getKey().toString()).doesNotContain(SECRET);
    }
    assertThat(Files.readString(Path.of(path("a/manifest.json"))))
        .contains("'spark.hadoop.fs.s3a.secret.key=*********(redacted)'");
    execute("run", "s3a://me:" + SECRET + "@bucket/a.yaml");
    assertThat(out() + err()).doesNotContain(SECRET);
    execute("run", path("tiny.yaml"), "--out", "s3a://me:" + SECRET + "@bucket/a");
    assertThat(out() + err()).doesNotContain(SECRET);
  }

  @Test
  void outputThatIsLostIsAFailure() {
    for (String format : List.of("table", "csv", "json")) {
      assertThat(Main.execute(full(), "show", path("a"), "--format", format)).isEqualTo(1);
    }
    assertThat(Main.execute(full(), THEORY)).isEqualTo(1);
    assertThat(Main.execute(full(), "--help")).isEqualTo(1);
  }

  private static Output full() {
    return new Output(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        });
  }

  @Test
  void everyTableIsShown() {
    assertThat(execute("show", path("a"), "--table", "points")).isZero();
    assertThat(out()).contains("sigma_w2");
    assertThat(execute("show", path("a"), "--table", "samples", "--format", "csv")).isZero();
    assertThat(out().lines().count()).isEqualTo(1 + 2 * 50);
    assertThat(execute("show", path("a"), "--table", "samples")).isEqualTo(2);
    assertThat(err()).contains("--format csv");
  }

  @Test
  void whatIsDamagedIsNamedInALine() throws IOException {
    Path file = parquet(Path.of(path("a")), "estimates");
    byte[] whole = Files.readAllBytes(file);
    byte[] points = Files.readAllBytes(parquet(Path.of(path("a")), "points"));
    byte[][] damaged = {{}, "garbage".getBytes(StandardCharsets.UTF_8), half(whole), points};
    for (byte[] bytes : damaged) {
      Path copy = copy("damaged-" + bytes.length);
      Files.write(parquet(copy, "estimates"), bytes);
      if (bytes != points) {
        assertToldOf(copy, "estimates/" + file.getFileName());
        assertResumeChangesNothing(copy, "estimates/" + file.getFileName());
      }
    }
    Path copy = copy("gone");
    Files.delete(parquet(copy, "estimates"));
    assertToldOf(copy, "estimates/" + file.getFileName() + ": is missing");
  }

  @Test
  void manifestsAndCommitsThatCannotBeAreNamedInALine() throws IOException {
    String manifest = Files.readString(Path.of(path("a/manifest.json")));
    for (String text :
        List.of(
            "",
            "[]",
            "{",
            manifest.replaceFirst("\"points\" : 2", "\"points\" : \"two\""),
            manifest.replaceFirst("\"seed\" : \\d+", "\"seed\" : 1e99"),
            manifest.replaceFirst("\"seed\" : \\d+", "\"seed\" : \"" + "9".repeat(99_999) + "\""),
            manifest.replaceFirst("\"samples\" : \\d+", "\"samples\" : -1"))) {
      Path copy = copy("manifest-" + text.hashCode());
      Files.writeString(copy.resolve("manifest.json"), text);
      assertToldOf(copy, "manifest.json: is damaged");
    }
    for (String text : List.of("", "null", "{}", "[]")) {
      Path copy = copy("commit-" + text.length() + text.hashCode());
      Files.writeString(copy.resolve("waves/000001.json"), text);
      assertToldOf(copy, "waves/000001.json: is damaged");
      assertResumeChangesNothing(copy, "waves/000001.json: is damaged");
    }
  }

  private void assertToldOf(Path folder, String what) {
    for (String command : List.of("show", "report", "figures")) {
      assertThat(execute(command, folder.toString())).as(command).isIn(1, 2);
      assertThat(err()).as(command).contains(what).doesNotContain("\tat ");
      assertThat(err().strip().lines().count()).as(err()).isLessThanOrEqualTo(2);
    }
  }

  private void assertResumeChangesNothing(Path folder, String what) throws IOException {
    Map<Path, String> before = files(folder);
    String config = folder.resolve("config.yaml").toString();
    String[] words = {"run", config, "samples=60", "--out", folder.toString(), "--resume"};
    assertThat(execute(words)).isEqualTo(2);
    assertThat(err()).contains(what, "nothing was changed").doesNotContain("to go on:");
    assertThat(files(folder).equals(before)).isTrue();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static Path parquet(Path folder, String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private static Map<Path, String> files(Path folder) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file), Files.readString(file, BYTES));
      }
    }
    return contents;
  }

  private static Path copy(String name) throws IOException {
    Path copy = Path.of(path(name));
    for (Map.Entry<Path, String> file : files(Path.of(path("a"))).entrySet()) {
      Path target = copy.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue(), BYTES);
    }
    return copy;
  }
}
