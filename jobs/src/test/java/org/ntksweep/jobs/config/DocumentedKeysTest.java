package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.config.key.Key;

/** What people read of keys is what the program knows of them. */
class DocumentedKeysTest {
  private static String documentedSweep() throws IOException {
    Matcher block =
        Pattern.compile("## A sweep file\\s+```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void theDocumentedSweepIsOne() throws IOException {
    assertThat(SweepFile.parse(documentedSweep(), "README.md", List.of()).sweep().points())
        .isNotEmpty();
  }

  @Test
  void theDocumentedSweepHasEveryKey() throws IOException {
    assertThat(SweepKeys.all())
        .extracting(Key::name)
        .allSatisfy(name -> assertThat(documentedSweep()).containsPattern("\\b" + name + ": "));
  }

  @Test
  void helpNamesEveryKeyAndItsDefault() {
    String help = String.join("\n", SweepKeys.help());
    assertThat(SweepKeys.help()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(SweepKeys.all())
        .allSatisfy(
            key -> {
              assertThat(help).contains("\n  " + key.path() + " ");
              key.fallback()
                  .ifPresent(
                      value ->
                          assertThat(help.replaceAll("\\s+", " ")).contains("default " + value));
            });
  }
}
