package org.ntksweep.core.estimate.summary;

import java.util.Optional;
import org.ntksweep.core.estimate.Estimation;

/**
 * What summaries have to agree in to be merged.
 *
 * @param estimation how samples become estimates
 * @param entries how many kernel entries a sample has
 * @param weighted whether samples were drawn from another law and carry weights
 */
record SummaryKind(Estimation estimation, int entries, boolean weighted) {

  /**
   * @throws IllegalArgumentException if there is no entry, or the estimator takes no weights
   */
  SummaryKind {
    if (entries < 1) {
      throw new IllegalArgumentException("entries " + entries + ": must be at least 1");
    }
    Optional<String> objection = estimation.estimator().objectionToWeights();
    if (weighted && objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
  }

  @Override
  public String toString() {
    return entries + " entries " + (weighted ? "with weights " : "") + "for " + estimation;
  }
}
