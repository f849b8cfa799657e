package org.ntksweep.jobs.report.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.TableRow;

/** For how many networks kernel theory described training, and where. */
final class TrainedTest {
  private final List<TableRow> last = TrainingEstimates.last(TrainingEstimates.of(0.1));

  @Test
  void saysWhere() {
    // The kernel moved by less than a tenth where sigma_w2 L is less than ten.
    Trained trained = new Trained(last);
    assertThat(trained.described()).isEqualTo(6);
    assertThat(String.join("\n", trained.lines()))
        .isEqualTo(
            """
            18 networks of 9 points trained; 0 diverged, 0 ended early by a stop rule
            kernel theory described training for 12 of 18 networks, at 6 of 9 points (at the
                last step the kernel had moved by less than 10 % of its norm and the loss
                predicted by the network's own kernel at initialization was within 10 % of
                the measured one):
              ordered: 3 of 3 points, up to L/M = 1; edge of chaos: 2 of 3 points, up to L/M
              = 0.5; chaotic: 1 of 3 points, up to L/M = 0.25
                sigma_w2 = 1: at every depth; sigma_w2 = 2: up to L = 4; sigma_w2 = 4: up to
                L = 2\
            """);
  }

  @Test
  void neighboursOfOneAnswerShareIt() {
    List<TableRow> rows =
        last.stream().map(row -> TrainingEstimates.with(row, "change", 0.5)).toList();
    assertThat(new Trained(rows).where().get(0).answer("s")).isEqualTo("s = 1 to 4: at no depth");
  }

  @Test
  void depthsWithAGapAreNamed() {
    List<TableRow> rows = new ArrayList<>(last);
    rows.set(1, TrainingEstimates.with(rows.get(1), "diverged", 1L));
    assertThat(new Trained(rows).where().get(0).answer("s")).startsWith("s = 1: at L = 2, 8;");
  }

  @Test
  void learningRatesAreToldApart() {
    Trained trained = new Trained(TrainingEstimates.last(TrainingEstimates.of(0.1, 0.00001)));
    assertThat(trained.where())
        .extracting(Where::subject)
        .containsExactly("learning rate 0.1", "learning rate 0.00001");
  }

  @Test
  void aPhaseHoldsUpToWhereItFirstFails() {
    List<TableRow> rows = new ArrayList<>(last);
    rows.set(1, TrainingEstimates.with(rows.get(1), "diverged", 1L));
    rows.set(3, TrainingEstimates.with(rows.get(3), "change", 0.5));
    assertThat(new Trained(rows).phases())
        .startsWith(
            "ordered: 2 of 3 points, up to L/M = 0.25; edge of chaos: 1 of 3 points; chaotic");
  }

  @Test
  void aBadLearningRateDoesNotHideHowFarAGoodOneReaches() {
    List<TableRow> rows = new ArrayList<>(last);
    last.forEach(
        row ->
            rows.add(
                TrainingEstimates.with(
                    TrainingEstimates.with(row, "diverged", 1L), "learning_rate", 9.0)));
    assertThat(new Trained(rows).phases())
        .startsWith("ordered: 3 of 6 points, at best up to L/M = 1; edge of chaos: 2 of 6");
  }

  @Test
  void withoutAPredictedLossTheKernelDecides() {
    List<TableRow> rows = new ArrayList<>();
    last.forEach(
        row -> {
          TableRow other = TrainingEstimates.with(row, "predicted_loss", null);
          other.values().remove("predicted_loss");
          rows.add(other);
        });
    Trained trained = new Trained(rows);
    assertThat(trained.described()).isEqualTo(6);
    assertThat(trained.criterion()).contains("no predicted loss");
  }

  @Test
  void aWrongPredictionDecides() {
    TableRow row = TrainingEstimates.with(last.get(0), "predicted_loss", 1.0);
    assertThat(Described.holds(last.get(0))).isTrue();
    assertThat(Described.holds(row)).isFalse();
    assertThat(Described.error(row, Quantity.PREDICTED_LOSS)).isBetween(99.9, 100.1);
  }
}
