package org.ntksweep.jobs.tables.training;

import java.util.List;

/**
 * A kernel that was looked at: a row of the kernels table.
 *
 * @param at of which network, and when
 * @param labels those of its examples
 */
public record TrainedKernel(TrainedStep at, List<Double> labels) {

  /** Copies the list. */
  public TrainedKernel {
    labels = List.copyOf(labels);
  }
}
