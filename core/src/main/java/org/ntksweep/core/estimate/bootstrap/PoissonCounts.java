package org.ntksweep.core.estimate.bootstrap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.ntksweep.core.random.RandomStream;

/**
 * How often a unit of samples occurs in each replicate of a Poisson bootstrap: independent Poisson
 * numbers of mean 1, which for many units is the law of drawing with replacement (Hanley and
 * MacGibbon 2006). They are a function of the seed, the number of the unit and the number of
 * replicates alone, shared by all points and entries.
 *
 * <p>Inversion of 64 random bits, so probabilities are right to 2^-64: twelve bits decide by table
 * in all but 13 of 4096 cases, where 52 more are drawn. One thread at a time.
 */
public final class PoissonCounts {
  /** The first eight bytes of the SHA-256 digest of "poisson bootstrap". */
  private static final long STREAM = 0x0012559552f7db82L;

  private static final int SHORT = 12;
  private static final int SHORTS = 64 / SHORT;
  private static final int MASK = (1 << SHORT) - 1;

  /** {@code floor(2^64 P(X <= k))}, unsigned, as far as it is below {@code 2^64 - 1}. */
  private static final long[] BELOW = cumulative();

  /** The value that all words with these upper bits stand for, or -1 if they differ. */
  private static final double[] BY_UPPER_BITS = byUpperBits();

  private final RandomStream stream = new RandomStream();
  private final long seed;
  private final double[] counts;

  /** For that many replicates. */
  public PoissonCounts(long seed, int replicates) {
    this.seed = seed;
    counts = new double[SHORTS * ((replicates + SHORTS - 1) / SHORTS)];
  }

  /**
   * The multiplicities of a unit, one for every replicate and perhaps more; until the next call.
   */
  public double[] of(long unit) {
    stream.reset(seed, STREAM, unit);
    int words = counts.length / SHORTS;
    long[] bits = stream.bits(words);
    boolean open = false;
    int at = 0;
    for (int i = 0; i < words; i++) {
      long word = bits[i];
      for (int k = 0; k < SHORTS; k++) {
        double count = BY_UPPER_BITS[(int) word & MASK];
        counts[at++] = count;
        open |= count < 0;
        word >>>= SHORT;
      }
    }
    if (open) {
      decideOpen(bits);
    }
    return counts;
  }

  private void decideOpen(long[] bits) {
    for (int b = 0; b < counts.length; b++) {
      if (counts[b] < 0) {
        long upper = (bits[b / SHORTS] >>> (SHORT * (b % SHORTS))) & MASK;
        counts[b] = value((upper << (64 - SHORT)) | (stream.nextLong() >>> SHORT));
      }
    }
  }

  /** The number that a word, a uniform fraction of 2^64, stands for. */
  static int value(long word) {
    int k = 0;
    while (k < BELOW.length && Long.compareUnsigned(word, BELOW[k]) >= 0) {
      k++;
    }
    return k;
  }

  private static long[] cumulative() {
    MathContext digits = new MathContext(60);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal e = BigDecimal.ONE;
    for (int k = 1; k < 60; k++) {
      term = term.divide(BigDecimal.valueOf(k), digits);
      e = e.add(term, digits);
    }
    BigInteger end = BigInteger.ONE.shiftLeft(64);
    long[] below = new long[64];
    int size = 0;
    term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; ; k++) {
      BigInteger bound = sum.divide(e, digits).multiply(new BigDecimal(end)).toBigInteger();
      if (bound.equals(end.subtract(BigInteger.ONE))) {
        return Arrays.copyOf(below, size);
      }
      below[size++] = bound.longValue();
      term = term.divide(BigDecimal.valueOf(k), digits);
      sum = sum.add(term, digits);
    }
  }

  private static double[] byUpperBits() {
    double[] values = new double[1 << SHORT];
    for (int i = 0; i < values.length; i++) {
      int least = value((long) i << (64 - SHORT));
      int greatest = value(((long) i << (64 - SHORT)) | (-1L >>> SHORT));
      values[i] = least == greatest ? least : -1;
    }
    return values;
  }
}
