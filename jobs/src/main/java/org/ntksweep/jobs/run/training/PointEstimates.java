package org.ntksweep.jobs.run.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ntksweep.core.estimate.MeanEstimate;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.course.OutputVarianceLimit;
import org.ntksweep.jobs.run.training.network.Looks;
import org.ntksweep.jobs.tables.point.SweepPoint;
import org.ntksweep.jobs.tables.training.StepEstimate;

/**
 * What the networks of a point come to, at every place they are looked at. One that ended early by
 * a stop rule stays where it is: it counts at later places as it was last seen. One that diverged
 * is nowhere: from then on it counts in no mean.
 *
 * @param point the point
 * @param confidence of intervals
 * @param limit what the variance of outputs tends to, where it is known
 */
record PointEstimates(SweepPoint point, double confidence, Optional<OutputVarianceLimit> limit) {
  /**
   * The rows of a point.
   *
   * @param looks where networks are looked at
   * @param networks what was seen of each, in order
   */
  List<StepEstimate> of(List<Looks.Look> looks, List<List<TrainingRecord>> networks) {
    return looks.stream().map(look -> at(look, networks)).toList();
  }

  private StepEstimate at(Looks.Look look, List<List<TrainingRecord>> networks) {
    List<TrainingRecord> there =
        networks.stream().flatMap(records -> last(records, look).stream()).toList();
    List<TrainingRecord> counted = there.stream().filter(r -> !hasDiverged(r)).toList();
    return new StepEstimate(
        point,
        look.step(),
        look.time(),
        counted.size(),
        counted.stream().filter(record -> record.stopped().isPresent()).count(),
        there.size() - counted.size(),
        means(counted),
        MeanEstimate.ofVariance(values(Quantity.TEST_OUTPUT, counted), confidence),
        limit.map(of -> of.at(look.step(), look.time())).orElse(Double.NaN));
  }

  /** How a network was seen last. */
  private static Optional<TrainingRecord> last(List<TrainingRecord> records, Looks.Look look) {
    return records.stream().filter(look::isFrom).reduce((earlier, later) -> later);
  }

  private static boolean hasDiverged(TrainingRecord record) {
    return record.stopped().filter(reason -> reason == StopRule.Reason.DIVERGED).isPresent();
  }

  private Map<Quantity, MeanEstimate> means(List<TrainingRecord> records) {
    Map<Quantity, MeanEstimate> means = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      means.put(quantity, MeanEstimate.of(values(quantity, records), confidence));
    }
    return means;
  }

  private static double[] values(Quantity quantity, List<TrainingRecord> records) {
    return records.stream().mapToDouble(record -> record.get(quantity)).toArray();
  }
}
