package org.ntksweep.jobs.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.MeanEstimate;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.Sweeps;
import org.ntksweep.jobs.run.training.network.Looks.Look;
import org.ntksweep.jobs.tables.training.StepEstimate;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

class PointEstimatesTest {
  private static final List<Look> LOOKS = List.of(new Look(0, 0), new Look(10, 1), new Look(20, 2));

  @Test
  void meansAreOverNetworks() {
    List<StepEstimate> rows = rows(List.of(network(1, 5, 4), network(2, 3, 4), network(6, 4, 4)));
    assertThat(rows).extracting(StepEstimate::step).containsExactly(0L, 10L, 20L);
    assertThat(rows).extracting(StepEstimate::time).containsExactly(0.0, 1.0, 2.0);
    assertThat(rows).extracting(StepEstimate::samples).containsOnly(3L);
    MeanEstimate first = loss(rows.get(0)); // of 1, 2 and 6: variance 7; t of 2 degrees: 4.3026527
    assertThat(first.mean()).isEqualTo(3);
    assertThat(first.se()).isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
    assertThat(first.hi()).isCloseTo(3 + 4.3026527 * Math.sqrt(7 / 3.0), within(1e-6));
    assertThat(loss(rows.get(2))).isEqualTo(new MeanEstimate(4, 0, 4, 4));
  }

  /** Of -1, 0 and 4: mean 1, variance 7, pseudo-values 5, -4 and 20. */
  @Test
  void outputsHaveAVarianceOverNetworks() {
    List<List<TrainingRecord>> networks = new ArrayList<>();
    for (double output : new double[] {-1, 0, 4}) {
      TrainingRecord record = record(0, 0, 1);
      record.set(Quantity.TEST_OUTPUT, output);
      networks.add(List.of(record));
    }
    StepEstimate row = rows(networks).get(0);
    assertThat(row.outputVariance().mean()).isCloseTo(7, within(1e-14));
    assertThat(row.outputVariance().se()).isCloseTo(Math.sqrt(147 / 3.0), within(1e-13));
    assertThat(row.outputVarianceLimit()).isNaN();
    assertThat(rows(networks.subList(0, 2)).get(0).outputVariance()).isEqualTo(MeanEstimate.NONE);
  }

  @Test
  void whatIsNotMeasuredIsNull() {
    StepEstimate row = rows(List.of(network(1, 5, 4), network(2, 3, 4))).get(1);
    assertThat(row.means().get(Quantity.ACCURACY)).isEqualTo(MeanEstimate.NONE);
    assertThat(
            TrainingEstimateColumns.ALL.value(TrainingEstimateColumns.mean(Quantity.ACCURACY), row))
        .isNull();
  }

  /** One ends by its loss at step 7, between two looks. */
  @Test
  void aNetworkThatEndsEarlyStaysAsItWas() {
    List<TrainingRecord> early = List.of(record(0, 0, 8), stopped(7, 0.7, 6, StopRule.Reason.LOSS));
    List<StepEstimate> rows = rows(List.of(network(2, 4, 1), early));
    assertThat(rows).extracting(row -> loss(row).mean()).containsExactly(5.0, 5.0, 3.5);
    assertThat(rows).extracting(StepEstimate::samples).containsOnly(2L);
    assertThat(rows).extracting(StepEstimate::stopped).containsExactly(0L, 1L, 1L);
    assertThat(rows).extracting(StepEstimate::diverged).containsOnly(0L);
  }

  @Test
  void aNetworkThatDivergesCountsUntilThen() {
    double infinite = Double.POSITIVE_INFINITY;
    List<TrainingRecord> gone =
        List.of(
            record(0, 0, 8),
            record(10, 1, 9),
            stopped(13, 1.3, infinite, StopRule.Reason.DIVERGED));
    List<StepEstimate> rows = rows(List.of(network(2, 4, 1), gone));
    assertThat(rows).extracting(row -> loss(row).mean()).containsExactly(5.0, 6.5, 1.0);
    assertThat(rows).extracting(StepEstimate::samples).containsExactly(2L, 2L, 1L);
    assertThat(rows).extracting(StepEstimate::stopped).containsOnly(0L);
    assertThat(rows).extracting(StepEstimate::diverged).containsExactly(0L, 0L, 1L);
  }

  @Test
  void whereAllDivergedThereIsARowWithoutMeans() {
    List<TrainingRecord> gone = List.of(stopped(0, 0, Double.NaN, StopRule.Reason.DIVERGED));
    StepEstimate last = rows(List.of(gone)).get(2);
    assertThat(last.samples()).isZero();
    assertThat(last.diverged()).isEqualTo(1);
    assertThat(loss(last)).isEqualTo(MeanEstimate.NONE);
  }

  @Test
  void inGradientFlowTimeTells() {
    long none = TrainingRecord.NO_STEP;
    List<TrainingRecord> early =
        List.of(record(none, 0, 8), stopped(none, 0.7, 6, StopRule.Reason.LOSS));
    List<StepEstimate> rows =
        estimates().of(List.of(new Look(none, 0), new Look(none, 0.5)), List.of(early));
    assertThat(rows).extracting(row -> loss(row).mean()).containsExactly(8.0, 8.0);
    Object[] values = TrainingEstimateColumns.ALL.values(rows.get(0));
    int step = TrainingEstimateColumns.ALL.names().indexOf("step");
    assertThat(values[step]).isNull();
  }

  private static List<StepEstimate> rows(List<List<TrainingRecord>> networks) {
    return estimates().of(LOOKS, networks);
  }

  private static PointEstimates estimates() {
    return new PointEstimates(Points.of(Sweeps.trained().sweep()).at(0), 0.95, Optional.empty());
  }

  private static MeanEstimate loss(StepEstimate row) {
    return row.means().get(Quantity.LOSS);
  }

  /** A network with these losses at the looks. */
  private static List<TrainingRecord> network(double... losses) {
    List<TrainingRecord> records = new ArrayList<>();
    for (int i = 0; i < losses.length; i++) {
      records.add(record(LOOKS.get(i).step(), LOOKS.get(i).time(), losses[i]));
    }
    return records;
  }

  private static TrainingRecord record(long step, double time, double loss) {
    TrainingRecord record = new TrainingRecord(step, time);
    record.set(Quantity.LOSS, loss);
    return record;
  }

  private static TrainingRecord stopped(
      long step, double time, double loss, StopRule.Reason reason) {
    TrainingRecord record = record(step, time, loss);
    record.setStopped(reason);
    return record;
  }
}
