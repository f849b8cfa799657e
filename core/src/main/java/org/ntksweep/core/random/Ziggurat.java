package org.ntksweep.core.random;

import java.util.Arrays;
import org.ntksweep.core.number.Elementary;

/**
 * Standard normal numbers by the ziggurat method of Marsaglia and Tsang (2000), laid out for bulk
 * draws: one word gives layer, sign and position, and all but 0.4 % of the numbers are finished by
 * one multiplication and one comparison. The others follow afterwards, in order, from words drawn
 * one by one. Exact in law up to the spacing of doubles, in the tails too.
 */
final class Ziggurat {
  private static final int LAYERS = 1024;

  /** Where the tail begins. */
  private static final double TAIL = 4.038849846109504;

  /** The area of every layer, the base with its tail included. */
  private static final double AREA = 0.001226324646353088;

  private static final long EXPONENT_OF_2 = 0x4000000000000000L;

  /** Numbers drawn at once: small enough for the words to stay in the nearest cache. */
  static final int CHUNK = 512;

  /** The width of layer i; the base layer's is the width of a box of its area. */
  private static final double[] WIDTH = new double[LAYERS];

  /** Up to here, layer i lies wholly under the curve: the width of the layer above. */
  private static final double[] INNER = new double[LAYERS];

  /** The density at the width of layer i. */
  private static final double[] DENSITY = new double[LAYERS];

  /** How far the density may be from its chord within layer i, in units of the layer's height. */
  private static final double[] BEND = new double[LAYERS];

  static {
    WIDTH[0] = AREA / density(TAIL);
    WIDTH[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      double y = AREA / WIDTH[i - 1] + density(WIDTH[i - 1]);
      WIDTH[i] = Math.sqrt(-2 * Elementary.log(y));
    }
    System.arraycopy(WIDTH, 1, INNER, 0, LAYERS - 1);
    INNER[LAYERS - 1] = 0;
    Arrays.setAll(DENSITY, i -> density(WIDTH[i]));
    Arrays.setAll(BEND, Ziggurat::bend);
  }

  private Ziggurat() {}

  /** The normal density times sqrt(2 pi). */
  private static double density(double x) {
    return Elementary.exp(-0.5 * x * x);
  }

  static void fill(RandomStream stream, double[] out, int from, int count) {
    for (int done = 0; done < count; done += CHUNK) {
      fillChunk(stream, out, from + done, Math.min(CHUNK, count - done));
    }
  }

  private static void fillChunk(RandomStream stream, double[] out, int from, int count) {
    long[] words = stream.bits(count);
    int[] open = stream.openSlots();
    int opened = fillInner(words, out, from, count, open);
    for (int i = 0; i < opened; i++) {
      out[from + open[i]] = finish(stream, words[open[i]]);
    }
  }

  /**
   * Fills in what one comparison accepts and lists the slots of the rest, whose number it returns.
   */
  private static int fillInner(long[] words, double[] out, int from, int count, int[] open) {
    int opened = 0;
    for (int i = 0; i < count; i++) {
      long word = words[i];
      int layer = layer(word);
      double x = position(word) * WIDTH[layer];
      out[from + i] = x;
      if (Math.abs(x) >= INNER[layer]) {
        open[opened++] = i;
      }
    }
    return opened;
  }

  private static int layer(long word) {
    return (int) word & (LAYERS - 1);
  }

  /** A number uniform on [-1, 1) from the bits above those that choose the layer. */
  private static double position(long word) {
    return Double.longBitsToDouble(word >>> 12 | EXPONENT_OF_2) - 3;
  }

  /** One number, word by word. */
  static double next(RandomStream stream) {
    return finish(stream, stream.nextLong());
  }

  /** What {@code word} leads to, drawing further words while a point falls above the curve. */
  private static double finish(RandomStream stream, long word) {
    while (true) {
      int layer = layer(word);
      double x = position(word) * WIDTH[layer];
      if (Math.abs(x) < INNER[layer]) {
        return x;
      }
      if (layer == 0) {
        return Math.copySign(tail(stream), x);
      }
      if (isUnderCurve(layer, Math.abs(x), stream.nextDouble())) {
        return x;
      }
      word = stream.nextLong();
    }
  }

  /**
   * Whether a point at the fraction {@code u} of a layer's height, outside its inner part, is under
   * the curve.
   */
  private static boolean isUnderCurve(int layer, double x, double u) {
    // The chord decides nearly always, without an exponential.
    double chord = (WIDTH[layer] - x) / (WIDTH[layer] - INNER[layer]);
    if (Math.abs(u - chord) > BEND[layer]) {
      return u < chord;
    }
    return DENSITY[layer] + u * height(layer) < density(x);
  }

  private static double height(int layer) {
    return (layer == LAYERS - 1 ? 1 : DENSITY[layer + 1]) - DENSITY[layer];
  }

  /**
   * The second derivative of the density is nowhere beyond 1: chords are off by at most an eighth
   * of the square.
   */
  private static double bend(int layer) {
    double width = WIDTH[layer] - INNER[layer];
    return width * width / 8 / height(layer);
  }

  /** A normal number beyond {@link #TAIL} (Marsaglia 1964). */
  private static double tail(RandomStream stream) {
    double x;
    double y;
    do {
      x = -Elementary.log(stream.nextPositive()) / TAIL;
      y = -Elementary.log(stream.nextPositive());
    } while (2 * y < x * x);
    return TAIL + x;
  }

  /** The area of a layer as the tables have it, in units of what all layers should have. */
  static double relativeArea(int layer) {
    return (layer == 0 ? WIDTH[0] * density(TAIL) : WIDTH[layer] * height(layer)) / AREA;
  }

  static int layers() {
    return LAYERS;
  }
}
