package org.ntksweep.core.sampling.dense;

import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.draw.LayerDraw;
import org.ntksweep.core.sampling.DenseOptions;

/**
 * Where a {@link DenseSampler} keeps the weights it needs twice, on the way up and on the way down.
 * Layers are kept from the top while they fit; the others share the room of the largest and are
 * drawn again on the way down. Which are kept does not show in the results.
 *
 * @param depth the number L of layers
 * @param lowestKept the lowest layer with a place of its own, L + 1 if none has
 */
public record MemoryPlan(int depth, int lowestKept) {
  /** Weights are drawn so many at a time, about. */
  private static final int SCRATCH = 2048;

  /** Bytes of the objects that stand for the products of a layer with one vector. */
  private static final long PRODUCTS = 20_000;

  /**
   * The plan that keeps the most.
   *
   * @throws IllegalArgumentException if the memory is less than {@link #leastBytes}
   */
  static MemoryPlan of(Network network, Inputs inputs, DenseOptions options) {
    long least = leastBytes(network, inputs, options.precision());
    if (options.memory() < least) {
      throw new IllegalArgumentException(
          "dense needs " + least + " bytes for this network, and has " + options.memory());
    }
    PassShape shape = new PassShape(network, inputs.dimension());
    long left = options.memory() - least;
    int lowest = network.depth() + 1;
    // Nothing goes back through the first layer, so keeping it would serve nobody.
    while (lowest > 2) {
      left -= shape.entries(lowest - 1) * options.precision().bytes();
      if (left < 0) {
        break;
      }
      lowest--;
    }
    return new MemoryPlan(network.depth(), lowest);
  }

  /** The bytes without which a network cannot be drawn: its signals and its largest layer. */
  public static long leastBytes(Network network, Inputs inputs, Precision precision) {
    PassShape shape = new PassShape(network, inputs.dimension());
    long k = inputs.count();
    long signals = k * (shape.dimension() + 2L * shape.widest() + k);
    long numbers = signals + shape.mostEntries(network.depth());
    return numbers * precision.bytes() + Double.BYTES * heapNumbers(shape, k);
  }

  /** What is on the Java heap: the rest of that, and the objects of ND4J. */
  public static long heapBytes(Network network, Inputs inputs) {
    PassShape shape = new PassShape(network, inputs.dimension());
    int k = inputs.count();
    long products = k <= Product.VECTORS ? k : 1;
    return Double.BYTES * heapNumbers(shape, k) + PRODUCTS * products * network.depth();
  }

  private static long heapNumbers(PassShape shape, long k) {
    long doubles = SCRATCH + 4L * Math.max(shape.widest(), shape.dimension());
    for (int l = 1; l <= shape.depth(); l++) {
      doubles += shape.rows(l) * (k + 1) + k * (k + 1) / 2;
    }
    return doubles + LayerDraw.frameNumbers(shape);
  }

  /** Why no memory would be enough, if it would not. */
  public static Optional<String> objection(Network network, Inputs inputs) {
    PassShape shape = new PassShape(network, inputs.dimension());
    long longest = Math.max(shape.widest(), shape.dimension());
    long most = Math.max(shape.mostEntries(network.depth()), longest * inputs.count());
    return most <= NativeMatrix.MAX_ENTRIES
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "dense holds a layer in one piece of at most %,d numbers, not %,d",
                NativeMatrix.MAX_ENTRIES,
                most));
  }

  /** How many layers have a place of their own. */
  int kept() {
    return depth + 1 - lowestKept;
  }
}
