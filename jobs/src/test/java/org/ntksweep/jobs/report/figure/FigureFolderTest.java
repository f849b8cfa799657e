package org.ntksweep.jobs.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of figures may come from anywhere, with links in it. */
final class FigureFolderTest {
  @TempDir private Path temp;

  @Test
  void figuresReplaceLinksAndNotWhatTheyLeadTo() throws IOException {
    Path victim = Files.writeString(temp.resolve("victim"), "precious");
    Path figures = Files.createDirectory(temp.resolve("figures"));
    Files.createSymbolicLink(figures.resolve("mean.svg"), victim);
    Files.createSymbolicLink(figures.resolve(".figures"), victim);
    FigureFolder.empty(figures).write("mean.svg", new byte[] {1});
    assertThat(victim).hasContent("precious");
    assertThat(figures.resolve("mean.svg")).isRegularFile().hasBinaryContent(new byte[] {1});
    assertThat(figures.resolve(".figures")).isRegularFile().hasContent("mean.svg");
  }
}
