package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The page and the figures of a run, from the command line. */
@TestInstance(Lifecycle.PER_CLASS)
final class ReportAndFiguresTest extends CommandLineTest {

  @BeforeAll
  void run() {
    int exit = execute("run", path("tiny.yaml"), "--out", path("a"), "--master", "local[2]");
    assertThat(exit).as(err()).isZero();
  }

  @Test
  void aRunEndsWithItsPageAndReportWritesItAnew() throws IOException {
    Path page = Path.of(path("a/report.html"));
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("<h1>tiny</h1>");
    Files.delete(page);
    assertThat(execute("report", path("a"))).as(err()).isZero();
    assertThat(out()).contains("report.html");
    assertThat(page).content().contains("deploy/ntk-sweep run");
  }

  @Test
  void aRunWhosePageCannotBeWrittenIsComplete() throws IOException {
    Path inTheWay = Files.createDirectory(Path.of(path("a/report.html.incomplete")));
    int exit =
        execute(
            "run",
            path("tiny.yaml"),
            "samples=60",
            "--out",
            path("a"),
            "--resume",
            "--master",
            "local[2]");
    Files.delete(inTheWay);
    assertThat(exit).as(err()).isZero();
    assertThat(err().lines().filter(line -> line.startsWith("ntk-sweep: ")))
        .singleElement()
        .asString()
        .contains("the run is complete", "report.html", "try ntk-sweep report " + path("a"));
    assertThat(execute("report", path("a"))).as(err()).isZero();
  }

  @Test
  void figuresBecomeFiles() throws IOException {
    String out = path("figures");
    assertThat(execute("figures", path("a"), "sigma_w2=2", "--format", "pdf", "--out", out))
        .as(err())
        .isZero();
    assertThat(out().lines()).contains(out + "/ratio-depth-to-width.pdf");
    assertThat(Path.of(out, "z-scores-the-mean.pdf"))
        .content(StandardCharsets.ISO_8859_1)
        .startsWith("%PDF-");
  }

  @Test
  void whatIsNotThereIsNotDrawn() throws IOException {
    assertRefused(List.of("report", path("nowhere")), "nowhere: holds no run");
    assertRefused(List.of("figures", path("nowhere")), "nowhere: holds no run");
    assertRefused(List.of("figures", path("a"), "--format", "gif"), "gif", "svg, png, pdf");
    assertRefused(List.of("figures", path("a"), "width=9"), "width=9: the run has 8");
    assertRefused(List.of("figures", path("a"), "depth=9"), "depth: cannot be chosen", "width");
    Path file = Files.writeString(Path.of(path("file")), "mine");
    assertRefused(List.of("figures", path("a"), "--out", file.toString()), "is no folder");
    assertRefused(List.of("figures", path("a"), "--out", file + "/in"), "is no folder");
    assertThat(file).content().isEqualTo("mine");
    assertRefused(List.of("figures", path("a"), "wide"), "'wide': must be key=value");
  }
}
