package org.ntksweep.core.sampling;

import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;

/**
 * Where a {@link DenseSampler} keeps the weights it needs twice, on the way up and on the way down.
 * Layers are kept from the top while they fit; the others share the room of the largest and are
 * drawn again on the way down. Which are kept does not show in the results.
 */
final class MemoryPlan {
  private final int depth;
  private final int lowestKept;
  private final int sharedEntries;

  private MemoryPlan(int depth, int lowestKept, int sharedEntries) {
    this.depth = depth;
    this.lowestKept = lowestKept;
    this.sharedEntries = sharedEntries;
  }

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
    long left = options.memory() - least;
    int lowest = network.depth() + 1;
    // Nothing goes back through the first layer, so keeping it would serve nobody.
    while (lowest > 2) {
      left -= entries(network, inputs, lowest - 1) * options.precision().bytes();
      if (left < 0) {
        break;
      }
      lowest--;
    }
    return new MemoryPlan(
        network.depth(), lowest, Math.toIntExact(largest(network, inputs, lowest - 1)));
  }

  /** The bytes without which a network cannot be drawn: its signals and its largest layer. */
  static long leastBytes(Network network, Inputs inputs, Precision precision) {
    long layer = largest(network, inputs, network.depth());
    long frame = network.isGaussian() ? 0 : (layer + width(network)) * Double.BYTES;
    return signalBytes(network, inputs, precision) + layer * precision.bytes() + frame;
  }

  /** Why no memory would be enough, if it would not. */
  static Optional<String> objection(Network network, Inputs inputs) {
    long most = largest(network, inputs, network.depth());
    most = Math.max(most, width(network) * inputs.count());
    return most <= NativeMatrix.MAX_ENTRIES
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "dense holds a layer in one piece of at most %,d numbers, not %,d",
                NativeMatrix.MAX_ENTRIES,
                most));
  }

  /** The entries of the largest of the first layers. */
  private static long largest(Network network, Inputs inputs, int layers) {
    long largest = 0;
    for (int l = 1; l <= layers; l++) {
      largest = Math.max(largest, entries(network, inputs, l));
    }
    return largest;
  }

  private static long width(Network network) {
    return network.widths().maxLayerWidth();
  }

  /** The weights of layer l that are drawn. */
  static long entries(Network network, Inputs inputs, int l) {
    return (long) network.widths().at(l) * columns(network, inputs, l);
  }

  /** Of the first layer only the columns that meet an input: its other coordinates are 0. */
  static int columns(Network network, Inputs inputs, int l) {
    return l == 1 ? inputs.dimension() : network.widths().at(l - 1);
  }

  /** Signals and slopes of every layer, and the products of the signals of all inputs. */
  private static long signalBytes(Network network, Inputs inputs, Precision precision) {
    long k = inputs.count();
    long pairs = k * (k + 1) / 2;
    long bytes = k * k * (precision.bytes() + Double.BYTES) + pairs * Double.BYTES;
    for (int l = 0; l <= network.depth(); l++) {
      long n = l == 0 ? inputs.dimension() : network.widths().at(l);
      bytes += n * k * (precision.bytes() + Double.BYTES) + pairs * Double.BYTES;
    }
    return bytes;
  }

  /** Whether the weights of layer l have a place of their own. */
  boolean keeps(int l) {
    return l >= lowestKept;
  }

  /** How many layers have a place of their own. */
  int kept() {
    return depth + 1 - lowestKept;
  }

  /** The entries of the place that the other layers share. */
  int sharedEntries() {
    return sharedEntries;
  }
}
