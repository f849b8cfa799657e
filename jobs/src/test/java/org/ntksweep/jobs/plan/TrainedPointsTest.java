package org.ntksweep.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

final class TrainedPointsTest {
  private static final String SWEEP =
      """
      seed: 3
      grid:
        activation: relu
        sigma_w2: [1.5, 2.0]
        input_dim: 4
        width: 16
        depth: 3
        learning_rate: [0.1, {of_stable: 0.5}]
        alpha: [1, 4]
      cosines: [0.5]
      samples: 2
      training:
        data: {source: pairs}
        steps: 10
      """;

  private static Points points(String... overrides) {
    return Points.of(SweepFile.parse(SWEEP, "trained", List.of(overrides)).sweep());
  }

  @Test
  void everyLawIsTrainedAtEveryRateAndScale() {
    Points points = points();

    assertThat(points.count()).isEqualTo(8);
    assertThat(points.all())
        .extracting(p -> p.law().sigmaW2())
        .containsExactly(1.5, 1.5, 1.5, 1.5, 2.0, 2.0, 2.0, 2.0);
    assertThat(points.all())
        .extracting(p -> p.training().orElseThrow().training().lazy().alpha())
        .containsExactly(1.0, 4.0, 1.0, 4.0, 1.0, 4.0, 1.0, 4.0);
    assertThat(points.all().subList(0, 2)).allSatisfy(p -> assertThat(rate(p)).isEqualTo(0.1));
    assertThat(points.all())
        .allSatisfy(p -> assertThat(points.positionOf(p.key())).isEqualTo(p.position()));
    assertThat(points.data(points.at(0)).train().count()).isEqualTo(2);
  }

  /**
   * A linear network of two layers has {@code Theta(x, y) = sigma_w2 (1 + n_1/n_0) <x, y>} without
   * biases; the kernel of two inputs has the largest eigenvalue {@code Theta(x, x) + Theta(x, y)}.
   */
  @Test
  void aShareIsOfTheLargestStableRate() {
    Points points =
        points(
            "grid.activation=linear",
            "grid.depth=2",
            "grid.sigma_w2=2",
            "trainable=weights",
            "grid.learning_rate={of_stable: 0.5}",
            "grid.alpha=1");
    double largest = (2 + 2 * 16 / 4.0) * (1 + 0.5);

    assertThat(rate(points.at(0))).isCloseTo(0.5 * 2 / (largest / 2), within(1e-12));
  }

  @Test
  void aShareThatIsARateThereIsIsRefused() {
    double stable = rate(points("grid.learning_rate={of_stable: 0.5}").at(0));

    assertThatThrownBy(() -> points("grid.learning_rate=[%s, {of_stable: 0.5}]".formatted(stable)))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith(
            "grid.learning_rate: must be different rates, not %s and {of_stable: 0.5}", stable)
        .hasMessageContaining("sigma_w2 1.5");
  }

  /** The law alone is named as it was before there was training. */
  @Test
  void identitiesAreOfAllThatIsDone() {
    String drawn = SWEEP.substring(0, SWEEP.indexOf("training:"));
    drawn = drawn.replaceAll("  (learning_rate|alpha): .*\n", "");
    Points twins = Points.of(SweepFile.parse(drawn, "drawn", List.of()).sweep());

    assertThat(twins.all())
        .extracting(SweepPoint::key)
        .containsExactly("89e07bb1ddedb318", "dd071aedb5665c57");
    assertThat(points().all()).extracting(SweepPoint::key).doesNotHaveDuplicates();
    assertThat(points().at(0).law()).isEqualTo(twins.at(0).law());
    assertThat(points().at(0).key()).isEqualTo("ee54c3b9f1378033");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grid.learning_rate=0.2",
        "grid.alpha=2",
        "training.loss=sum",
        "training.steps=11",
        "training.record=[4]",
        "training.method=momentum",
        "training.method=adam",
        "training.centered=true",
        "training.stop.loss_below=0.1",
        "training.stop={decrease_below: 0.1, within: 5}",
        "training.kernel.examples=1",
        "cosines=[0.25]",
        "seed=4",
      })
  void whateverChangesResultsChangesTheIdentity(String override) {
    assertThat(points(override).at(0).id()).isNotEqualTo(points().at(0).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "samples=3",
        "sampler=dense",
        "grid.sigma_w2=1.5",
        "dense.memory=2GiB",
        "training.data.source=pairs"
      })
  void whateverDoesNotLeavesIt(String override) {
    assertThat(points(override).at(0).id()).isEqualTo(points().at(0).id());
  }

  @Test
  void theSamplerIsTheTrainerAskedForOrTheCheapest() {
    assertThat(points("sampler=dense").all())
        .allSatisfy(
            p -> assertThat(p.training().orElseThrow().trainer()).isEqualTo(TrainerKind.DENSE));
    assertThat(points("grid.width=100000").at(0).training().orElseThrow().trainer())
        .isEqualTo(TrainerKind.CONDITIONED);
  }

  @Test
  void whereNoStepIsMadeThereIsNoRate() {
    String sweep = SWEEP.replaceFirst("  learning_rate: .*\n", "").replace("steps: 10", "steps: 0");
    Points points = Points.of(SweepFile.parse(sweep, "still", List.of()).sweep());

    assertThat(PointColumns.TRAINED.row(points.at(0)).value(PointTrainingColumns.LEARNING_RATE))
        .isEmpty();
  }

  @Test
  void aRowHasTheTraining() {
    Points points = points("training.method=sgd", "training.batch=1");
    TableRow row = PointColumns.TRAINED.row(points.at(2));

    assertThat(row.number(LawColumns.SIGMA_W2)).isEqualTo(1.5);
    assertThat(row.number(PointTrainingColumns.LEARNING_RATE)).isEqualTo(rate(points.at(2)));
    assertThat(row.number(PointTrainingColumns.OF_STABLE)).isEqualTo(0.5);
    assertThat(row.values())
        .containsAllEntriesOf(
            Map.of(
                "sampler",
                "dense",
                "method",
                "sgd",
                "batch",
                1,
                "steps",
                10L,
                "loss_function",
                "mean",
                "examples",
                2,
                "kernel_examples",
                2,
                "data_digest",
                points.data(points.at(2)).digest()));
    assertThat(row.values()).doesNotContainKey("flow_time");
    assertThat(PointColumns.ALL.names()).doesNotContain("learning_rate");
  }

  @Test
  void pointsTravelWithTheirRates() throws Exception {
    Points points = points();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(points);
    }

    Points read =
        (Points) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(read.all()).isEqualTo(points.all());
    assertThat(read.sweep()).isEqualTo(points.sweep());
    assertThat(read.data(read.at(1)).digest()).isEqualTo(points.data(points.at(1)).digest());
  }

  private static double rate(SweepPoint point) {
    return ((Method.Steps) point.training().orElseThrow().training().method()).learningRate();
  }
}
