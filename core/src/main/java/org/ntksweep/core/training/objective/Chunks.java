package org.ntksweep.core.training.objective;

/**
 * Examples in chunks of nearly equal length, which pass through the network one after the other.
 * Where they are cut depends on nothing but their number, so neither do the bits of a sum over
 * them.
 *
 * @param examples how many there are, at least 1
 * @param count the number of chunks
 */
public record Chunks(int examples, int count) {
  /** More do not make products faster. */
  private static final int LONGEST = 1024;

  /** As few as can be. */
  public static Chunks of(int examples) {
    return new Chunks(examples, (examples + LONGEST - 1) / LONGEST);
  }

  /** Whether all pass together, and stay where they went up to. */
  public boolean isOne() {
    return count == 1;
  }

  /** Where chunk c begins; where the last ends, for c their number. */
  public int from(int c) {
    return (int) ((long) examples * c / count);
  }

  /** The length of the longest. */
  public int longest() {
    return (examples + count - 1) / count;
  }
}
