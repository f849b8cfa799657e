package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.estimate.RatioEstimate;
import org.ntksweep.core.estimate.SampleShape;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.StreamedKind;
import org.ntksweep.core.estimate.ratio.SumsFormula;

/** What complete units leave behind for the ratio of every entry and its error. */
sealed interface RatioReplicates permits PoissonReplicates, DebiasedReplicates {

  /**
   * Of no units yet.
   *
   * @throws IllegalArgumentException if the estimator needs the samples themselves
   */
  static RatioReplicates of(SummaryKind summary) {
    RatioEstimator estimator = summary.estimation().estimator();
    if (estimator.kind() instanceof StreamedKind kind) {
      return kind instanceof SumsFormula formula
          ? new PoissonReplicates(formula, summary)
          : new DebiasedReplicates(summary);
    }
    throw new IllegalArgumentException(
        estimator.label() + " needs the samples themselves, not a summary of them");
  }

  /** What a unit has to sum up beside its moments: blocks for every entry, or nothing. */
  BlockSums[] newBlocks();

  /** Adds the samples of a unit. */
  void add(OpenUnit unit);

  /** Adds all units of another of the same kind and shape. */
  void add(RatioReplicates that);

  /**
   * Checks that there is enough for an estimate.
   *
   * @throws IllegalArgumentException if there is not
   */
  void require(RatioEstimator estimator, long samples);

  /**
   * The ratio of an entry, with its error.
   *
   * @param moments of all samples
   * @param shape of these samples
   */
  RatioEstimate estimate(int entry, EntryMoments moments, SampleShape shape);

  void write(DataOutput out) throws IOException;

  /** Reads into this one, which is empty. */
  void read(DataInput in) throws IOException;
}
