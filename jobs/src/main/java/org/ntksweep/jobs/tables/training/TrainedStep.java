package org.ntksweep.jobs.tables.training;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * A look at a network that is trained: a row of the training table, and of kernels.
 *
 * @param point the point
 * @param sample the number of the network
 * @param record what was seen
 */
public record TrainedStep(SweepPoint point, long sample, TrainingRecord record) {

  /** The number of the step; null where there are none. */
  Long step() {
    return record.step() == TrainingRecord.NO_STEP ? null : (Long) record.step();
  }

  /** Why training ended here; null if it did not, or at its end. */
  String stopped() {
    return record.stopped().map(StopRule.Reason::label).orElse(null);
  }

  /** What was seen of kernels; null if it was not. */
  List<Double> entries(KernelEntries of) {
    double[] entries = record.entries(of);
    return entries.length == 0 ? null : DoubleStream.of(entries).boxed().toList();
  }
}
