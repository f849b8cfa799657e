package org.ntksweep.jobs.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

final class FigureFormatTest {
  private static final String FIGURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">
        <rect width="40" height="20" fill="#ffffff"/><rect width="20" height="20" fill="#ff0000"/>
        <text x="2" y="12" font-family="sans-serif">σ²</text>
      </svg>
      """;

  @Test
  void svgIsTheFigureInPoints() throws IOException {
    assertThat(new String(FigureFormat.svg.of(FIGURE), StandardCharsets.UTF_8))
        .isEqualTo(
            FIGURE.replaceFirst("width=\"40\" height=\"20\"", "width=\"40pt\" height=\"20pt\""));
  }

  @Test
  void pngHas300PixelsAnInch() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFormat.png.of(FIGURE)));
    assertThat(image.getWidth()).isEqualTo(167);
    assertThat(image.getHeight()).isEqualTo(84);
    assertThat(image.getRGB(1, 1)).isEqualTo(0xffff0000);
    assertThat(image.getRGB(160, 80)).isEqualTo(0xffffffff);
  }

  @Test
  void aFigureMayHaveTensOfThousandsOfMarks() throws IOException {
    String figure =
        FIGURE.replace(
            "<text", "<path d=\"M21,0h1v1h-1Z\" fill=\"#0000ff\"/>".repeat(20_000) + "<text");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFormat.png.of(figure)));
    assertThat(image.getRGB(89, 1)).isEqualTo(0xff0000ff);
  }

  @Test
  void pdfHasOnePageOfTheSizeOfTheFigure() throws IOException {
    byte[] pdf = FigureFormat.pdf.of(FIGURE);
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(40);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(20);
    }
  }
}
