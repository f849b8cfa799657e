package org.ntksweep.core.network;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The widths {@code n_0, n_1, ..., n_L} of a fully connected network: the input dimension, the
 * hidden widths and the number of outputs. The depth L counts affine layers. Immutable.
 */
public final class Widths implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] n;

  /** Made when first asked for: points share widths, and their identities the text. */
  private String text;

  private Widths(int[] n) {
    this.n = n;
  }

  /**
   * Widths as listed, input dimension first.
   *
   * @throws IllegalArgumentException if there are fewer than two, or one is below 1
   */
  public static Widths of(int... widths) {
    if (widths.length < 2) {
      throw new IllegalArgumentException(
          "widths "
              + Arrays.toString(widths)
              + ": at least an input dimension and the outputs are needed");
    }
    for (int width : widths) {
      if (width < 1) {
        throw new IllegalArgumentException(
            "widths " + Arrays.toString(widths) + ": every width must be at least 1");
      }
    }
    return new Widths(widths.clone());
  }

  /**
   * Constant hidden width and one output: {@code inputDim, width repeated depth - 1 times, 1}.
   *
   * @throws IllegalArgumentException if an argument is below 1
   */
  public static Widths constant(int inputDim, int width, int depth) {
    if (depth < 1) {
      throw new IllegalArgumentException(
          "depth " + depth + ": at least one affine layer is needed");
    }
    if (width < 1) {
      throw new IllegalArgumentException("width " + width + ": must be at least 1");
    }
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    widths[0] = inputDim;
    widths[depth] = 1;
    return of(widths);
  }

  /** The number L of affine layers. */
  public int depth() {
    return n.length - 1;
  }

  /** The width {@code n_l}, for l from 0 (the input) to {@link #depth()} (the output). */
  public int at(int layer) {
    return n[layer];
  }

  /** The input dimension {@code n_0}. */
  public int inputDim() {
    return n[0];
  }

  /** The number {@code n_L} of outputs. The law of a kernel of one output does not depend on it. */
  public int outputs() {
    return n[depth()];
  }

  /** The width all hidden layers share, if they share one and there is a hidden layer. */
  public OptionalInt hiddenWidth() {
    for (int l = 2; l < depth(); l++) {
      if (n[l] != n[1]) {
        return OptionalInt.empty();
      }
    }
    return depth() == 1 ? OptionalInt.empty() : OptionalInt.of(n[1]);
  }

  /** The widths as an array of its own. */
  public int[] toArray() {
    return n.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Widths that && Arrays.equals(n, that.n);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(n);
  }

  /** The widths separated by commas, as in tables: {@code 784,300,1}. */
  @Override
  public String toString() {
    if (text == null) {
      text = Arrays.stream(n).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
    return text;
  }

  @Serial
  private Object writeReplace() {
    return new Runs(n);
  }

  /** Widths as they travel: a constant hidden width takes the same few bytes at any depth. */
  private static final class Runs implements Serializable {
    private static final long serialVersionUID = 1;

    /** Width and length of each run of equal widths, in turn. */
    private final int[] runs;

    Runs(int[] n) {
      int[] found = new int[2 * n.length];
      int end = 0;
      for (int l = 0; l < n.length; l++) {
        if (l == 0 || n[l] != n[l - 1]) {
          found[end] = n[l];
          end += 2;
        }
        found[end - 1]++;
      }
      runs = Arrays.copyOf(found, end);
    }

    @Serial
    private Object readResolve() {
      return Widths.of(
          IntStream.range(0, runs.length / 2)
              .flatMap(r -> IntStream.generate(() -> runs[2 * r]).limit(runs[2 * r + 1]))
              .toArray());
    }
  }
}
