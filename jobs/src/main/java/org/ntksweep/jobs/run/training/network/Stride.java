package org.ntksweep.jobs.run.training.network;

/** How many gradients to compute before looking up: about a quarter of a second of them. */
final class Stride {
  private static final long SHORT = 100_000_000;
  private static final long LONG = 400_000_000;
  private static final long MOST = 1 << 20;

  private long gradients = 1;
  private long start;

  /** A stride begins. */
  long next() {
    start = System.nanoTime();
    return gradients;
  }

  /** It is made, now. */
  long made() {
    long now = System.nanoTime();
    if (now - start < SHORT) {
      gradients = Math.min(2 * gradients, MOST);
    } else if (now - start > LONG) {
      gradients = Math.max(gradients / 2, 1);
    }
    return now;
  }
}
