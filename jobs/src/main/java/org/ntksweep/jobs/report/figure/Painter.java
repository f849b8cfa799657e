package org.ntksweep.jobs.report.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Figures painted by libraries that only the command {@code figures} has on its class path: a class
 * of its own, loaded when the first is painted.
 */
final class Painter {
  /** Of a point, at 300 an inch. */
  private static final double PIXELS = 300 / 72.0;

  /** Figures come from here, not from strangers: a sweep of many points has as many marks. */
  private static final DocumentLimits ANY_SIZE =
      new DocumentLimits(
          DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
          DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
          Integer.MAX_VALUE);

  private Painter() {}

  /** A figure given as SVG, as PNG. */
  static byte[] png(String figure) throws IOException {
    SVGDocument document = load(figure);
    FloatSize size = document.size();
    BufferedImage image =
        new BufferedImage(pixels(size.width), pixels(size.height), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(PIXELS, PIXELS);
    document.render((Component) null, graphics, new ViewBox(size));
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** A figure given as SVG, as PDF. */
  static byte[] pdf(String figure) throws IOException {
    SVGDocument document = load(figure);
    FloatSize size = document.size();
    try (PDDocument file = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(size.width, size.height));
      file.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(file, size.width, size.height);
      document.render((Component) null, graphics, new ViewBox(size));
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(file, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.save(out);
      return out.toByteArray();
    }
  }

  private static SVGDocument load(String figure) throws IOException {
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(figure.getBytes(StandardCharsets.UTF_8)),
                URI.create("figure.svg"),
                LoaderContext.builder().documentLimits(ANY_SIZE).build());
    if (document == null) {
      throw new IOException("a figure is not SVG");
    }
    return document;
  }

  private static int pixels(float length) {
    return (int) Math.ceil(PIXELS * length);
  }
}
