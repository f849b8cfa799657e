package org.ntksweep.jobs.tables.training;

import java.util.Map;
import org.ntksweep.core.estimate.MeanEstimate;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * What is known of the networks of a point at a step: a row of the training estimates.
 *
 * @param point the point
 * @param step how many steps were made, or {@link TrainingRecord#NO_STEP}
 * @param time when that is
 * @param samples how many networks the means are of
 * @param stopped how many of them had ended early, and are as they were then
 * @param diverged how many others had diverged, of which nothing is in the means
 * @param means of every quantity
 * @param outputVariance of {@link Quantity#TEST_OUTPUT} over networks
 * @param outputVarianceLimit the same in the limit of infinite width; NaN where it is not known
 */
public record StepEstimate(
    SweepPoint point,
    long step,
    double time,
    long samples,
    long stopped,
    long diverged,
    Map<Quantity, MeanEstimate> means,
    MeanEstimate outputVariance,
    double outputVarianceLimit) {

  /** The number of the step; null where there are none. */
  Long stepOrNull() {
    return step == TrainingRecord.NO_STEP ? null : (Long) step;
  }

  MeanEstimate of(Quantity quantity) {
    return means.getOrDefault(quantity, MeanEstimate.NONE);
  }
}
