package org.ntksweep.jobs.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void onlyFiguresGo() throws IOException {
    for (String file : List.of("mean.svg", "mean-sweep.pdf", "thesis.tex", ".hidden.svg")) {
      Files.writeString(temp.resolve(file), "old");
    }
    Files.createDirectories(temp.resolve("folder.png/full"));
    Path outside = Files.writeString(temp.resolve("kept.svg"), "precious");
    Path figures = Files.createDirectories(temp.resolve("thesis.tex.d"));
    Files.writeString(
        temp.resolve(".figures"),
        "mean.svg\nmean-sweep.pdf\nthesis.tex\n.hidden.svg\nfolder.png\n/\n\n..\n.\nmean\0.svg\n"
            + outside
            + "\n");
    Files.writeString(figures.resolve(".figures"), "../kept.svg\n" + outside);
    FigureFolder.empty(temp);
    FigureFolder.empty(figures);
    assertThat(temp.resolve("mean.svg")).doesNotExist();
    assertThat(temp.resolve("mean-sweep.pdf")).doesNotExist();
    for (String kept : List.of("thesis.tex", ".hidden.svg", "folder.png/full", "kept.svg")) {
      assertThat(temp.resolve(kept)).exists();
    }
  }

  @Test
  void listsThatAreLinksOrNoTextAreNotBelieved() throws IOException {
    Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "mean.svg");
    Path mean = Files.writeString(temp.resolve("mean.svg"), "precious");
    Files.createSymbolicLink(temp.resolve(".figures"), elsewhere);
    FigureFolder.empty(temp);
    assertThat(mean).exists();
    Files.delete(temp.resolve(".figures"));
    Files.write(temp.resolve(".figures"), new byte[] {(byte) 0xff, '\n'});
    FigureFolder.empty(temp);
    assertThat(mean).exists();
  }
}
