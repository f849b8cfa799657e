package org.ntksweep.jobs.run.training.network;

import java.util.function.LongSupplier;

/** How many gradients to compute before looking up: about a quarter of a second of them. */
final class Stride {
  private static final long SHORT = 100_000_000;
  private static final long LONG = 400_000_000;
  private static final long MOST = 1 << 20;

  private final LongSupplier clock;
  private long gradients = 1;
  private long start;

  Stride(LongSupplier clock) {
    this.clock = clock;
  }

  /** A stride begins. */
  long next() {
    start = clock.getAsLong();
    return gradients;
  }

  /** It is made, now. */
  long made() {
    long now = clock.getAsLong();
    if (now - start < SHORT) {
      gradients = Math.min(2 * gradients, MOST);
    } else if (now - start > LONG) {
      gradients = Math.max(gradients / 2, 1);
    }
    return now;
  }
}
