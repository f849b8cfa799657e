package org.ntksweep.jobs.data;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.training.TrainingData;

/**
 * What the networks of a sweep are trained on. Immutable, and of the same value wherever it is
 * sent.
 */
public sealed interface SweepData extends Serializable
    permits FileData, PairData, BlobData, UnreadData {

  /** The examples as networks of a law meet them. */
  TrainingData at(Network law);

  /** The number N of examples to train on. */
  int examples();

  /** The number of examples to test on. */
  default int tests() {
    return 0;
  }

  /** How many numbers an input has, if that does not follow from the law. */
  default OptionalInt dimension() {
    return OptionalInt.empty();
  }

  /** How many outputs a network must have, if that does not follow from the law. */
  default OptionalInt outputs() {
    return OptionalInt.empty();
  }

  /**
   * The memory that examples take which are made for a law, in bytes; 0 of those that were read.
   */
  default double bytes(Network law) {
    return 0;
  }

  /** What the examples are known by as networks of a law meet them. */
  default String digest(Network law) {
    return digest().orElseGet(() -> at(law).digest());
  }

  /** What the data are known by, if they were read. */
  default Optional<String> digest() {
    return Optional.empty();
  }
}
