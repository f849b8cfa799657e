package org.ntksweep.core.training.explicit;

import java.util.Arrays;
import org.ntksweep.core.random.RandomStream;

/**
 * Which examples a step sees: batch after batch of a random order, another one every epoch, drawn
 * from the stream of the sample. The last batch of an epoch takes what is left.
 */
final class Batches {
  private final long law;
  private final int examples;
  private final int size;
  private final RandomStream stream = new RandomStream();
  private final int[] order;
  private long seed;
  private long sample;

  /** The epoch whose order is there. */
  private long epoch = -1;

  Batches(long law, int examples, int size) {
    this.law = law;
    this.examples = examples;
    this.size = Math.min(size, examples);
    order = new int[examples];
  }

  /** Turns to a sample. */
  void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
    epoch = -1;
  }

  /** The examples of a step, from 0. */
  int[] of(long step) {
    long perEpoch = ((long) examples + size - 1) / size;
    turnTo(step / perEpoch);
    int from = (int) (step % perEpoch) * size;
    return Arrays.copyOfRange(order, from, Math.min(examples, from + size));
  }

  /** Layers have the parts of the stream above 0, epochs those below. */
  private void turnTo(long wanted) {
    if (wanted == epoch) {
      return;
    }
    epoch = wanted;
    stream.reset(seed, law, sample, -1 - epoch);
    Arrays.setAll(order, i -> i);
    for (int i = examples - 1; i > 0; i--) {
      int j = (int) (stream.nextDouble() * (i + 1));
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
  }
}
