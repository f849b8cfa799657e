package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.yaml.ConfigException;

/** Sweeps nobody wrote: whatever stands in a file is a sweep or a line for its writer. */
@Timeout(300)
class SweepFuzzTest {
  private static final String[] FRAGMENTS = {
    "[",
    "]",
    "{",
    "}",
    ":",
    ": ",
    ",",
    "-",
    "- ",
    "\n",
    "\n  ",
    " ",
    "#",
    "'",
    "\"",
    "|",
    ">",
    "&a ",
    "*a",
    "!x ",
    "? ",
    "%",
    "@",
    "`",
    "\t",
    "\u0000",
    "\u0085",
    "\ud800",
    "\ufeff",
    "---\n",
    "...\n",
    "0",
    "-1",
    "1e9",
    "1e308",
    "1e-308",
    "0.5",
    "1000000",
    "9e18",
    "auto",
    "width",
    "n_0",
    "true",
    "{from: 1, to: 3}",
    "{from: 1, to: 1e5, step: 1}",
    "{from: 1, to: width, step: 2}",
    "{from: 0.1, to: 10, count: 5, scale: log}",
    "[1, 2, 3]",
    "[[3, 2], [5, 4, 1]]",
    "relu",
    "tanh",
    "leaky_relu(0.2)",
    "leaky_relu(",
    "512MiB",
    "0.0",
    "",
    "<<",
    "null",
    "{a: b}",
    "[[[[]]]]",
  };

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "conf"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String mutated(String text, Random random) {
    StringBuilder result = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(result.length() + 1);
      int end = Math.min(result.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> result.insert(at, fragment(random));
        case 1 -> result.delete(at, end);
        case 2 -> result.replace(at, end, fragment(random));
        default -> replaceValue(result, random);
      }
    }
    return result.toString();
  }

  /** What stands behind some colon becomes something else. */
  private static void replaceValue(StringBuilder text, Random random) {
    int colon = text.indexOf(": ", random.nextInt(text.length() + 1));
    if (colon >= 0) {
      int end = text.indexOf("\n", colon);
      text.replace(colon + 2, end < 0 ? text.length() : end, fragment(random));
    }
  }

  private static String fragment(Random random) {
    return FRAGMENTS[random.nextInt(FRAGMENTS.length)];
  }

  @Test
  void mutatedFilesAreSweepsOrRefusedInALine() throws IOException {
    Random random = new Random(11);
    for (String text : texts()) {
      for (int i = 0; i < 100; i++) {
        isASweepOrRefused(mutated(text, random), List.of());
      }
    }
  }

  @Test
  void anyFragmentForAnyKeyIsASweepOrRefusedInALine() {
    for (Key<?> key : SweepKeys.all()) {
      for (String fragment : FRAGMENTS) {
        isASweepOrRefused(Texts.MINIMAL, List.of(key.path() + "=" + fragment));
        isASweepOrRefused(Texts.MINIMAL, List.of(key.path() + ".from=" + fragment));
      }
    }
  }

  /** Sweeps read back; all else names its place in one line or two. */
  private static void isASweepOrRefused(String text, List<String> overrides) {
    try {
      SweepFile file = SweepFile.parse(text, "fuzz.yaml", overrides);
      if (file.sweep().points().size() < 1000) {
        assertThat(SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of())).isEqualTo(file);
      }
    } catch (ConfigException e) {
      assertThat(e.getMessage().lines()).as(text + overrides).hasSizeLessThanOrEqualTo(2);
      assertThat(e.getMessage()).as(text + overrides).hasSizeLessThan(1000).contains(": ");
    }
  }

  /** Sweeps of random values of every key, which are all allowed. */
  @Test
  void resolvedFilesReadBackToEqualSweeps() {
    Random random = new Random(12);
    for (int i = 0; i < 300; i++) {
      String text = generated(random);
      SweepFile file = SweepFile.parse(text, "generated.yaml", List.of());

      SweepFile again = SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of());

      assertThat(again).as(text).isEqualTo(file);
      assertThat(again.sweep().points()).containsExactlyElementsOf(file.sweep().points());
    }
  }

  private static String generated(Random random) {
    return String.join(
        "\n",
        one(random, "name: a1", "name: '007'", "name: \"x-y\"", "#"),
        "seed: " + random.nextLong(),
        "grid:",
        "  activation: " + one(random, "relu", "[tanh, 'erf']", "[\"gelu\", leaky_relu(0.25)]"),
        "  sigma_w2: " + numbers(random),
        "  sigma_b2: " + numbers(random),
        "  input_norm2: " + one(random, "1", "n_0", "[n_0, 4, 2.5]", "[1, 2]"),
        one(
            random,
            "  widths: [[3, 4, 5, 2], {from: 4, to: 9, depth: [2, 3]}]",
            "  width: [3, 4]\n  depth: {from: 1, to: width}\n  input_dim: [2, 5]",
            "  width: 10\n  depth_to_width: [0.1, 0.5]\n  alpha0: 1\n  outputs: [1, 3]"),
        one(random, "cosines: [0.5, -1]", "cosines: []", "cosines: {from: -1, to: 1, count: 5}"),
        "samples: " + (2 + random.nextInt(1000)),
        one(random, "target_rel_error: 0.1", "target_rel_error: 0.1\nmax_samples: 1e6", "#"),
        one(random, "parametrization: ntk", "trainable: weights", "initialization: uniform", "#"),
        one(random, "estimator: u_ratio", "estimator: plug_in", "#"),
        one(random, "bootstrap: {replicates: 10}", "bootstrap: {confidence: 0.5}", "#"),
        one(random, "output: {samples: false}", "execution: {task_seconds: 2.5}", "#"),
        one(random, "dense: {precision: float, memory: 1.5MiB}", "sampler: dense", "#"),
        "");
  }

  private static String numbers(Random random) {
    double from = random.nextInt(1, 100) / 8.0;
    double to = from + random.nextInt(1, 100) / 8.0;
    return one(
        random,
        String.valueOf(random.nextDouble()),
        "[" + random.nextDouble() + ", 1e-5, .5]",
        "{from: " + from + ", to: " + to + ", count: 4}",
        "{from: " + from + ", to: " + to + ", count: 5, scale: log}",
        "{from: " + to + ", to: " + from + ", step: -3.3}");
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
