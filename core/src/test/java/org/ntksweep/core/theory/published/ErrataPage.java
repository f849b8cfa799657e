package org.ntksweep.core.theory.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** ERRATA.md, whose numbers are those the code computes. */
final class ErrataPage {
  private ErrataPage() {}

  /** That the page has a text with numbers. */
  static void assertHas(String format, Object... numbers) {
    String expected = String.format(Locale.ROOT, format, numbers);
    assertThat(text().contains(expected)).as("ERRATA.md has %s", expected).isTrue();
  }

  private static String text() {
    try {
      return Files.readString(Path.of("ERRATA.md"));
    } catch (IOException e) {
      throw new AssertionError("tests run in the module's folder, beside ERRATA.md", e);
    }
  }
}
