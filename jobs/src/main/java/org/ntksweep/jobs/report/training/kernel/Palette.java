package org.ntksweep.jobs.report.training.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.template.Resources;

/**
 * The colours of kernels: one scale for all pictures of a page.
 *
 * @param low the entry of the first colour; the last is that of 1 and of what is above
 */
record Palette(double low) {
  /** From dark to light. */
  private static final JsonNode COLOURS = Json.parse(Resources.text("chart/kernel-colours.json"));

  /** Between classes, and for what is no number. */
  private static final int WHITE = COLOURS.size();

  private static final int BITS = 4;

  /** Pictures are about so wide: enlarged here, for some viewers would blur them. */
  private static final int PIXELS = 192;

  /** What a legend's scale is made of. */
  JsonNode scale() {
    return Json.NODES
        .objectNode()
        .put("interpolate", "rgb")
        .<ObjectNode>set("range", COLOURS)
        .set("domain", Json.NODES.arrayNode().add(low).add(1));
  }

  /** A picture of a kernel, as the address that holds it. */
  String picture(Tile tile) {
    int n = tile.size();
    int scale = Math.max(2, PIXELS / n);
    BufferedImage image =
        new BufferedImage(n * scale, n * scale, BufferedImage.TYPE_BYTE_BINARY, model());
    for (int y = 0; y < n * scale; y++) {
      for (int x = 0; x < n * scale; x++) {
        boolean between = isBorder(tile, x, scale) || isBorder(tile, y, scale);
        int colour = between ? WHITE : colour(tile.entry(y / scale, x / scale));
        image.getRaster().setSample(x, y, 0, colour);
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  private static boolean isBorder(Tile tile, int pixel, int scale) {
    return pixel % scale == 0 && tile.beginsClass(pixel / scale);
  }

  private int colour(double entry) {
    if (!Double.isFinite(entry)) {
      return WHITE;
    }
    double share = (entry - low) / (1 - low);
    return (int) Math.max(0, Math.min(COLOURS.size() - 1, share * COLOURS.size()));
  }

  private static IndexColorModel model() {
    int[] colours = new int[1 << BITS];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = i < WHITE ? Integer.decode(COLOURS.get(i).asText()) : 0xffffff;
    }
    return new IndexColorModel(BITS, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static byte[] png(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
