package org.ntksweep.core.random;

import java.util.function.IntToDoubleFunction;

/**
 * Binomial(n, 1/2) numbers: how many of n fair coins show heads. For few coins the ones among n
 * random bits are counted, which is exact; for many, one word chooses from an alias table (Walker
 * 1977) of the values within the range of a double's precision, exact to about 1e-15 in total
 * variation.
 */
public final class HalfBinomial {
  /** Beyond this many words a draw, a table is faster. */
  private static final int MAX_WORDS = 2;

  private final int n;
  private final int words;
  private final AliasTable table;

  private HalfBinomial(int n, int words, AliasTable table) {
    this.n = n;
    this.words = words;
    this.table = table;
  }

  /**
   * The law for {@code n} coins.
   *
   * @throws IllegalArgumentException if n is below 1
   */
  public static HalfBinomial of(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n " + n + ": at least one coin is needed");
    }
    int words = (n - 1) / 64 + 1;
    return words <= MAX_WORDS
        ? new HalfBinomial(n, words, null)
        : new HalfBinomial(n, 1, AliasTable.halfBinomial(n));
  }

  /**
   * The law of as many coins with the probability of every number of heads multiplied by a function
   * of it, and normalized: from a table, one word a draw.
   *
   * @param tilt at least 0, of the order of a power of the number, and positive somewhere
   * @throws IllegalArgumentException if n is below 1
   */
  public static HalfBinomial tilted(int n, IntToDoubleFunction tilt) {
    return new HalfBinomial(of(n).n, 1, AliasTable.halfBinomial(n, tilt));
  }

  /** About how much of the Java heap the law for {@code n} coins takes, in bytes. */
  public static long heapBytes(int n) {
    // Values more than 4.8 sqrt(n) from the mean are left out; the table has a power of two
    // columns.
    double values = 9.7 * Math.sqrt(n);
    return n <= 64 * MAX_WORDS ? 32 : 12L * Long.highestOneBit((long) (2 * values)) + 100;
  }

  /** How many random words a draw takes. */
  public int words() {
    return words;
  }

  /**
   * The number of heads that the words from {@code bits[at]} on, {@link #words()} of them, stand
   * for.
   */
  public int at(long[] bits, int at) {
    if (table != null) {
      return table.at(bits[at]);
    }
    int last = at + words - 1;
    int heads = Long.bitCount(bits[last] >>> (64 * words - n));
    return words == 1 ? heads : heads + Long.bitCount(bits[at]);
  }
}
