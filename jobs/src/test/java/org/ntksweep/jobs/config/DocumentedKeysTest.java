package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.data.file.DataFiles;

/** What people read of keys is what the program knows of them. */
class DocumentedKeysTest {
  /** The first is a sweep of networks as they are drawn, the second one that trains them. */
  private static List<String> documentedSweeps() throws IOException {
    return List.of(
        block(Path.of("README.md"), "## A sweep file\n"),
        block(Path.of("conf", "README.md"), "# A sweep that trains\n"));
  }

  private static String block(Path document, String heading) throws IOException {
    Matcher block =
        Pattern.compile(heading + ".*?```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..").resolve(document)));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void theDocumentedSweepsAreSweeps() throws IOException {
    List<String> sweeps = documentedSweeps();

    assertThat(SweepFile.parse(sweeps.get(0), "README.md", List.of()).sweep().points())
        .isNotEmpty();
    Sweep training =
        SweepFile.parse(
                sweeps.get(1),
                "README.md",
                List.of("training.data.source=../conf/data/mnist-1280"),
                new DataFiles(new Configuration()))
            .sweep();
    assertThat(training.training().orElseThrow().data().examples()).isEqualTo(128);
  }

  @Test
  void theDocumentedSweepsHaveEveryKey() throws IOException {
    String sweeps = String.join("\n", documentedSweeps());

    assertThat(SweepKeys.all())
        .extracting(Key::name)
        .allSatisfy(name -> assertThat(sweeps).containsPattern("\\b" + name + ": "));
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
