package org.ntksweep.core.random;

import java.util.ArrayDeque;
import java.util.function.IntToDoubleFunction;

/**
 * A discrete law as a table of columns, each shared by two values (Walker 1977, built as by Vose
 * 1991). One word draws: its upper bits choose the column, the others the value.
 */
public final class AliasTable {
  private final int first;
  private final int columnBits;

  /**
   * The column's own value is taken if the word's remaining bits, as an unsigned number, are below
   * this.
   */
  private final long[] threshold;

  private final int[] alias;

  private AliasTable(int first, int columnBits, long[] threshold, int[] alias) {
    this.first = first;
    this.columnBits = columnBits;
    this.threshold = threshold;
    this.alias = alias;
  }

  /** The value that a random word stands for. */
  public int at(long word) {
    int column = (int) (word >>> (64 - columnBits));
    // One bit less, so that a signed comparison does.
    long rest = word << columnBits >>> 1;
    return first + (rest < threshold[column] ? column : alias[column]);
  }

  /** Binomial(n, 1/2), without the values whose probability is below 1e-20 of the largest. */
  static AliasTable halfBinomial(int n) {
    return halfBinomial(n, k -> 1);
  }

  /** The same, each value's probability multiplied by a function of it. */
  static AliasTable halfBinomial(int n, IntToDoubleFunction tilt) {
    int mode = n / 2;
    int last = mode;
    double p = 1;
    while (last < n && p > 1e-20) {
      p *= (double) (n - last) / (last + 1);
      last++;
    }
    int first = n - last;
    double[] weight = new double[last - first + 1];
    weight[mode - first] = 1;
    for (int k = mode; k < last; k++) {
      weight[k + 1 - first] = weight[k - first] * (n - k) / (k + 1);
    }
    for (int k = mode; k > first; k--) {
      weight[k - 1 - first] = weight[k - first] * k / (n - k + 1);
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= tilt.applyAsDouble(first + i);
    }
    return of(first, weight);
  }

  /**
   * The law of {@code first + i} with probability proportional to {@code weight[i]}, to about
   * 2^-63.
   *
   * @param weight at least one, each at least 0, their sum positive and finite
   */
  public static AliasTable of(int first, double[] weight) {
    int columnBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(weight.length - 1));
    int columns = 1 << columnBits;
    double[] share = shares(weight, columns);
    long[] threshold = new long[columns];
    int[] alias = new int[columns];
    ArrayDeque<Integer> poor = new ArrayDeque<>();
    ArrayDeque<Integer> rich = new ArrayDeque<>();
    for (int i = 0; i < columns; i++) {
      (share[i] < 1 ? poor : rich).add(i);
    }
    while (!poor.isEmpty() && !rich.isEmpty()) {
      int low = poor.remove();
      int high = rich.peek();
      threshold[low] = (long) (share[low] * 0x1p63);
      alias[low] = high;
      share[high] -= 1 - share[low];
      if (share[high] < 1) {
        poor.add(rich.remove());
      }
    }
    // What is left over is full up to rounding.
    rich.addAll(poor);
    for (int i : rich) {
      threshold[i] = Long.MAX_VALUE;
      alias[i] = i;
    }
    return new AliasTable(first, columnBits, threshold, alias);
  }

  /** The probabilities in units of a column. */
  private static double[] shares(double[] weight, int columns) {
    double total = 0;
    for (double w : weight) {
      total += w;
    }
    double[] share = new double[columns];
    for (int i = 0; i < weight.length; i++) {
      share[i] = weight[i] / total * columns;
    }
    return share;
  }

  /** The probability of each of the values 0 to {@code max} under the table as it stands. */
  double[] probabilities(int max) {
    double[] p = new double[max + 1];
    double column = Math.scalb(1.0, -columnBits);
    for (int i = 0; i < alias.length; i++) {
      double own = threshold[i] == Long.MAX_VALUE ? 1 : threshold[i] * 0x1p-63;
      addTo(p, first + i, column * own);
      addTo(p, first + alias[i], column * (1 - own));
    }
    return p;
  }

  private static void addTo(double[] p, int value, double share) {
    if (share > 0) {
      p[value] += share;
    }
  }
}
