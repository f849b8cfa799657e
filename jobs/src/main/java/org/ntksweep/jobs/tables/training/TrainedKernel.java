package org.ntksweep.jobs.tables.training;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A kernel that was looked at: a row of the kernels table.
 *
 * @param at of which network, and when
 * @param labels those of its examples
 */
public record TrainedKernel(TrainedStep at, double[] labels) {

  List<Double> labelsAsList() {
    return DoubleStream.of(labels).boxed().toList();
  }
}
