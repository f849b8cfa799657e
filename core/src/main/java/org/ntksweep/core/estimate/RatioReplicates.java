package org.ntksweep.core.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What complete units leave behind for the ratio of every entry and its error. */
sealed interface RatioReplicates permits PoissonReplicates, DebiasedReplicates {

  static RatioReplicates of(Estimation estimation, int entries) {
    return estimation.estimator() == RatioEstimator.DEBIASED
        ? new DebiasedReplicates(estimation.bootstrap().confidence(), entries)
        : new PoissonReplicates(estimation, entries);
  }

  /** Adds the samples of a unit. */
  void add(OpenUnit unit);

  /** Adds all units of another of the same kind and shape. */
  void add(RatioReplicates that);

  /**
   * The ratio of an entry, with its error.
   *
   * @param moments of all samples
   */
  RatioEstimate estimate(int entry, EntryMoments moments, long samples);

  void write(DataOutput out) throws IOException;

  /** Reads into this one, which is empty. */
  void read(DataInput in) throws IOException;
}
