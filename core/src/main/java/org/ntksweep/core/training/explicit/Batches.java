package org.ntksweep.core.training.explicit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.training.schedule.Batch;

/** Which examples a step sees, of those that are trained on. */
final class Batches {
  private final long law;
  private final int examples;
  private final Batch batch;

  /** What balanced batches have as many of each of. */
  private final Optional<TargetClasses> classes;

  private final RandomStream stream = new RandomStream();
  private int[] order;
  private long seed;
  private long sample;

  /** The epoch whose order is there. */
  private long epoch = -1;

  Batches(long law, Examples examples, Batch batch) {
    this.law = law;
    this.examples = examples.count();
    this.batch = batch;
    classes = batch.balanced() ? TargetClasses.of(examples) : Optional.empty();
    order = new int[this.examples];
  }

  /** Turns to a sample. */
  void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
    epoch = -1;
  }

  /** The examples of a step, from 0. */
  int[] of(long step) {
    long perEpoch = batch.stepsPerEpoch(examples);
    turnTo(step / perEpoch);
    int from = (int) (step % perEpoch) * batch.size();
    return Arrays.copyOfRange(order, from, (int) Math.min(examples, (long) from + batch.size()));
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
    classes.ifPresent(this::deal);
  }

  /** Puts examples of the classes in turn, those of a class in the order they have. */
  private void deal(TargetClasses ofClass) {
    int[] dealt = new int[examples];
    int[] next = IntStream.range(0, ofClass.count()).toArray();
    for (int i : order) {
      int c = ofClass.of(i);
      dealt[next[c]] = i;
      next[c] += ofClass.count();
    }
    order = dealt;
  }
}
