package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.data.UnreadData;

/**
 * Text that nobody means well with is refused in a line. All of it together takes a second or two;
 * the limits of time are there for what would take minutes.
 */
@Timeout(100)
class HostileTextTest {
  private static String refused(String text, String... overrides) {
    Throwable error = catchThrowable(() -> SweepFile.parse(text, "bad.yaml", List.of(overrides)));
    assertThat(error).isInstanceOf(ConfigException.class);
    assertThat(error.getMessage())
        .hasSizeLessThan(800)
        .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
    assertThat(error.getMessage().lines()).hasSizeLessThanOrEqualTo(2);
    return error.getMessage();
  }

  static Stream<Arguments> texts() {
    int million = 1_000_000;
    return Stream.of(
        Arguments.of("brackets", "[".repeat(5000)),
        Arguments.of("closed brackets", "[".repeat(3000) + "]".repeat(3000)),
        Arguments.of("braces", "{a: ".repeat(5000) + "}".repeat(5000)),
        Arguments.of("many brackets", "[".repeat(3 * million)),
        Arguments.of("brackets, a line each", "[\n".repeat(million)),
        Arguments.of("dashes", "- ".repeat(million)),
        Arguments.of("questions", "? ".repeat(million)),
        Arguments.of("colons", ": ".repeat(million)),
        Arguments.of("steps", steps(1000)),
        Arguments.of("a long key", "k".repeat(2_900_000) + ": 1"),
        Arguments.of("a long explicit key", "? " + "k".repeat(2_900_000) + "\n: 1"),
        Arguments.of("a long quoted key", "? \"" + "\\n".repeat(1_400_000) + "\"\n: 1"),
        Arguments.of("a key of 100 kB in the grid", "grid: {? " + "k".repeat(100_000) + " : 1}"),
        Arguments.of("a key of 99 letters", "k".repeat(99) + ": 1"),
        Arguments.of("a long value", Texts.MINIMAL + "name: " + "long ".repeat(500_000)),
        Arguments.of("a long number", Texts.MINIMAL + "seed: " + "9".repeat(million)),
        Arguments.of("a long list", Texts.MINIMAL + "seed: [" + "1,".repeat(million) + "]"),
        Arguments.of("lines of a value", Texts.MINIMAL + "name: a" + "\n a".repeat(million / 2)),
        Arguments.of(
            "blank lines of a value", Texts.MINIMAL + "name: a" + "\n".repeat(million) + " b"),
        Arguments.of("a list of keys", keys(150_000)),
        Arguments.of("anchors", anchors(200_000)),
        Arguments.of("an unknown alias", "samples: *" + "a".repeat(million)),
        Arguments.of("a tag", "samples: !<tag:yaml.org,2002:int> 5"),
        Arguments.of("a tag of Java", "samples: !!javax.script.ScriptEngineManager [5]"),
        Arguments.of("a long tag", "samples: !" + "a".repeat(million) + " 5"),
        Arguments.of("directives", "%YAML 1.2\n".repeat(million / 10)),
        Arguments.of("documents", "---\n".repeat(million / 2)),
        Arguments.of("comments", "# nothing\n".repeat(300_000)),
        Arguments.of("blanks", " ".repeat(3 * million)),
        Arguments.of("tabs", "\t".repeat(million)),
        Arguments.of("20 MB", " ".repeat(20 * million)),
        Arguments.of("a control in a key", "\"sam\\u001b[31mples\": 5"),
        Arguments.of("a line in a key", "\"sam\\nples\": 5"),
        Arguments.of("direction marks", Texts.MINIMAL + "name: \"\u202eabc\u2066\""),
        Arguments.of("half a pair", Texts.MINIMAL + "name: \"\\ud800\""),
        Arguments.of("a control as it is", Texts.MINIMAL + "name: \u001b[31m"),
        Arguments.of("a bell in quotes", Texts.MINIMAL + "name: \"\\a\\b\\0\""));
  }

  private static String steps(int depth) {
    return IntStream.range(0, depth)
        .mapToObj(i -> " ".repeat(i) + "a:\n")
        .reduce("", String::concat);
  }

  private static String keys(int count) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append("k").append(i).append(": 1\n"));
    return text.toString();
  }

  private static String anchors(int count) {
    StringBuilder text = new StringBuilder("samples: [");
    IntStream.range(0, count).forEach(i -> text.append("&a").append(i).append(" 1,"));
    return text.append("]").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void isRefused(String name, String text) {
    refused(text);
    // As the value of an override, it may be the wrong value of the right key.
    refused(Texts.MINIMAL, "samples=" + text);
    refused(Texts.MINIMAL, text + "=1");
  }

  @Test
  void manyOverrides() {
    assertThat(
            refused(Texts.MINIMAL, Collections.nCopies(1_000_000, "seed=1").toArray(new String[0])))
        .isEqualTo(
            "on the command line: has 1000000 values of the form key=value;"
                + " at most 1000 are read");
    refused(Texts.MINIMAL, "a" + ".a".repeat(140) + "=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "١٢٣",
        "१२",
        "１２",
        "NaN",
        ".nan",
        "+.inf",
        "Infinity",
        "0x10",
        "0b1",
        "0o7",
        "1_000",
        "1:30",
        "1,5",
        "1e",
        "e5",
        ".",
        "-",
        "+",
        "--1",
        "1.5.2",
        "1d",
        "1f",
        "1L",
        "٠.٥",
        "0x1p3",
        "null",
        "~",
        "true",
        "'5'",
        "\"5\"",
        "5 5",
      })
  void whatIsNoNumber(String text) {
    assertThat(refused(Texts.MINIMAL, "grid.sigma_w2=" + text))
        .startsWith("on the command line: grid.sigma_w2: must be a number of at least 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grid.depth_to_width={from: 1e-9, to: 1e-3, count: 1000000}",
        "grid.alpha0={from: 1e-9, to: 1e-3, count: 1000000, scale: log}",
        "grid.depth_to_width={from: 1, to: 1.001, step: 1e-9}",
      })
  void manyTinyRatios(String ratios) {
    refused(Texts.MINIMAL, "grid.width={from: 1, to: 1000000}", ratios);
  }

  @Test
  void manyRatiosThatAreOneDepth() {
    assertThat(
            refused(
                Texts.MINIMAL,
                "grid.width={from: 1, to: 1000000}",
                "grid.depth_to_width={from: 1, to: 1.00001, count: 1000000}"))
        .contains("has more than 5,000,000 combinations");
  }

  /** A device, or whatever never ends. */
  @Test
  void anEndlessStream() {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            return length;
          }
        };
    assertThat(
            catchThrowable(
                () -> SweepFile.read(zeros, "hdfs://x/zeros", List.of(), UnreadData::of)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("hdfs://x/zeros: is too large for a sweep file (above 3 MB)");
  }

  @Test
  void anEmptyStream() throws IOException {
    try (InputStream nothing = InputStream.nullInputStream()) {
      assertThat(
              catchThrowable(
                  () -> SweepFile.read(nothing, "/dev/stdin", List.of(), UnreadData::of)))
          .hasMessage("/dev/stdin: is empty; a sweep file has keys");
    }
  }

  @Test
  void namesOfFilesAreShownAsTheyAre() {
    String name = "Grüße \u001b[31m\nund 漢字.yaml";
    assertThat(catchThrowable(() -> SweepFile.parse("", name, List.of())))
        .hasMessage("Grüße \\u001b[31m\\nund 漢字.yaml: is empty; a sweep file has keys");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(refused("name: ü"))).isTrue();
  }
}
