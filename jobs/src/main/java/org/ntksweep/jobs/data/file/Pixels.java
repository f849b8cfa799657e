package org.ntksweep.jobs.data.file;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.ntksweep.core.data.DataException;

/** The pixels of an image file, PNG or another that Java reads, as numbers from 0 to 1. */
final class Pixels {
  /** As many as a network may have inputs. */
  private static final int MOST_PIXELS = 1_000_000;

  private Pixels() {}

  /**
   * Row by row, of colours red, green and blue of each.
   *
   * @throws DataException if it is no such file, or damaged
   */
  static double[] of(byte[] file) {
    BufferedImage image = decoded(file);
    return image.getColorModel() instanceof IndexColorModel ? ofPalette(image) : ofBands(image);
  }

  private static BufferedImage decoded(byte[] file) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DataException("an image is neither PNG nor of another form that is known");
      }
      ImageReader reader = readers.next();
      reader.setInput(in, true, true);
      try {
        checkSize(reader.getWidth(0), reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // readers throw whatever they come upon
      throw new DataException("an image is damaged");
    }
  }

  /** Few bytes may say that they are very many pixels. */
  private static void checkSize(int width, int height) {
    if ((long) width * height > MOST_PIXELS) {
      throw new DataException(
          "an image of " + width + " x " + height + " pixels: must be at most " + MOST_PIXELS);
    }
  }

  private static double[] ofBands(BufferedImage image) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands() < 3 ? 1 : 3;
    double white = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    double[] all = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (double[]) null);
    int kept = raster.getNumBands();
    return IntStream.range(0, all.length)
        .filter(i -> i % kept < bands)
        .mapToDouble(i -> all[i] / white)
        .toArray();
  }

  /** Grey if all colours are. */
  private static double[] ofPalette(BufferedImage image) {
    int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    boolean grey = IntStream.of(rgb).allMatch(c -> (c >> 8 & 0xffff) == (c & 0xffff));
    return IntStream.of(rgb)
        .flatMap(
            c ->
                grey
                    ? IntStream.of(c & 0xff)
                    : IntStream.of(c >> 16 & 0xff, c >> 8 & 0xff, c & 0xff))
        .mapToDouble(level -> level / 255.0)
        .toArray();
  }
}
