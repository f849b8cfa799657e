package org.ntksweep.core.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Trains random networks of one law, one after another. The network of a sample is a function of
 * (seed, law, sample) alone, as for {@link org.ntksweep.core.sampling.KernelSampler}, and so is
 * everything that happens to it. One thread at a time.
 */
public interface Trainer extends AutoCloseable {

  /** Turns to a network as it is drawn. */
  void begin(long seed, long sample);

  /** Whether the network is where training ends. */
  boolean isFinished();

  /**
   * Goes on to where the network is to be looked at next, the initialization first.
   *
   * @param most how many gradients may be computed meanwhile, at least 1
   * @return what was seen; empty if it is not there yet, and {@code advance} is to be called again
   */
  Optional<TrainingRecord> advance(long most);

  /** How many steps were made so far, of gradient flow gradients: what progress counts. */
  long stepsMade();

  /**
   * Writes all that {@link #restore} needs to go on from here with the same bits.
   *
   * @throws IOException if {@code out} cannot be written
   */
  void save(DataOutput out) throws IOException;

  /**
   * Turns to a network on its way, as it was saved by a trainer of the same law and training.
   *
   * @throws IOException if {@code in} cannot be read, or is not what such a trainer saves
   */
  void restore(DataInput in) throws IOException;

  @Override
  void close();
}
