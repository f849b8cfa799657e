package org.ntksweep.jobs.config.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingId;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.data.DataRequest;
import org.ntksweep.jobs.data.FileData;
import org.ntksweep.jobs.data.SweepData;

final class TrainingSweepTest {
  static final String MINIMAL =
      """
      name: learns
      grid:
        activation: tanh
        sigma_w2: 1.5
        width: 10
        depth: 3
        learning_rate: 0.1
      samples: 5
      training:
        data: {source: some/where}
        steps: 1000
      """;

  /** Six examples of three numbers and two classes, whatever is asked for but no file named so. */
  static SweepData read(DataRequest request) {
    if (request.location().equals("nowhere")) {
      throw new DataException("nowhere: there is no such file or folder");
    }
    int n = request.choice().count().orElse(6);
    double[][] x = new double[n][];
    double[][] y = new double[n][];
    double[] labels = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {1, i, -0.5};
      y[i] = request.targets().isOfClasses() ? new double[] {i % 2, 1 - i % 2} : new double[] {i};
      labels[i] = i % 2;
    }
    return new FileData(new TrainingData(Examples.of(x, y, labels), Optional.empty()));
  }

  static SweepFile parse(String... overrides) {
    return SweepFile.parse(MINIMAL, "learns.yaml", List.of(overrides), TrainingSweepTest::read);
  }

  static TrainingPart part(String... overrides) {
    return parse(overrides).sweep().training().orElseThrow();
  }

  @Test
  void whatIsLeftOutFollowsFromTheRest() {
    SweepFile file = parse();

    assertThat(file.resolvedYaml())
        .contains(
            """
              input_norm2: 1
              width: 10
              depth: 3
              input_dim: 3
              outputs: 2
              learning_rate: 0.1
              alpha: 1
            """)
        .contains(
            """
            training:
              data:
                source: some/where
                examples: 6
                classes: all
                balanced: false
                inputs: unit_norm
                test: 0
                digest: %s
              targets: one_hot
              loss: mean
              centered: false
              method: gradient_descent
              batch: full
              weight_decay: 0
              schedule:
                milestones: []
                gamma: 0.1
              steps: 1000
              stop:
                decrease_below: 0
                within: 100
                loss_below: 0
              record: {per_decade: 2}
              kernel:
                examples: 6
                outputs: traced
              observe: [kernel, labels, collapse]
            """
                .formatted(file.sweep().training().orElseThrow().data().digest().orElseThrow()));
  }

  @Test
  void whatIsLookedAtIsNoPartOfWhatIsTrained() {
    Training all = part().at(0.1, 1);
    Training some = part("training.observe=[kernel, collapse]").at(0.1, 1);

    assertThat(all.observed()).isEqualTo(Observation.USUAL);
    assertThat(some.observed()).containsExactlyInAnyOrder(Observation.KERNEL, Observation.COLLAPSE);
    Network law = new Network(Activation.RELU, 2, 0, Widths.of(3, 10, 2), Parametrization.NTK);
    assertThat(TrainingId.of(law, "data", some)).isEqualTo(TrainingId.of(law, "data", all));
  }

  @Test
  void trainingIsWhatTheFileSays() {
    assertThat(part().at(0.1, 1))
        .isEqualTo(
            new Training(
                Loss.MEAN,
                new Method.Steps(
                    new Optimizer.Plain(),
                    0.1,
                    1000,
                    List.of(0L, 1L, 3L, 10L, 32L, 100L, 316L, 1000L)),
                new StopRule(0, 100, 0),
                LazyScale.NONE,
                6));
    assertThat(
            part(
                    "training.method=adam",
                    "training.batch=4",
                    "training.beta2=0.99",
                    "training.record=[7, 1e2]",
                    "training.loss=sum",
                    "training.centered=true",
                    "training.stop={decrease_below: 1e-7, within: 50, loss_below: 1e-3}",
                    "training.kernel.examples=2")
                .at(0.5, 4))
        .isEqualTo(
            new Training(
                Loss.SUM,
                new Method.Steps(
                    new Optimizer.Adam(0.9, 0.99, 1e-8),
                    Optional.of(Batch.of(4)),
                    0.5,
                    1000,
                    List.of(0L, 7L, 100L, 1000L)),
                new StopRule(1e-7, 50, 1e-3),
                new LazyScale(4, true),
                2));
  }

  /** Six examples in batches of four: two steps an epoch. */
  @Test
  void whatIsCountedInEpochsIsCountedInThemThroughout() {
    String epochs = MINIMAL.replace("steps: 1000", "epochs: 30");
    List<String> overrides =
        List.of(
            "training.method=nesterov",
            "training.schedule={milestones: [10, 100], gamma: 0.5}",
            "training.weight_decay=1e-4",
            "training.batch={size: 4, balanced: true}",
            "training.weight_decay=5e-4",
            "training.schedule={milestones: [20, 10, 20], gamma: 0.2}",
            "training.record=[3]",
            "training.stop={decrease_below: 1e-7, within: 5}");
    SweepFile file = SweepFile.parse(epochs, "learns.yaml", overrides, TrainingSweepTest::read);

    assertThat(file.sweep().training().orElseThrow().at(0.1, 1))
        .isEqualTo(
            new Training(
                Loss.MEAN,
                new Method.Steps(
                    new Optimizer.Nesterov(0.9),
                    5e-4,
                    Optional.of(new Batch(4, true)),
                    new RateSchedule(0.1, List.of(20L, 40L, 40L), 0.2),
                    60,
                    List.of(0L, 6L, 60L)),
                new StopRule(1e-7, 10, 0),
                LazyScale.NONE,
                6));
    assertThat(file.resolvedYaml()).contains("epochs: 30").doesNotContain("\n  steps:");
    assertThat(
            SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of(), TrainingSweepTest::read))
        .isEqualTo(file);
  }

  @Test
  void anEpochOfAllExamplesIsAStep() {
    String epochs = MINIMAL.replace("steps: 1000", "epochs: 30");
    Method method =
        SweepFile.parse(epochs, "learns.yaml", List.of(), TrainingSweepTest::read)
            .sweep()
            .training()
            .orElseThrow()
            .at(1, 1)
            .method();
    assertThat(((Method.Steps) method).steps()).isEqualTo(30);
  }

  @Test
  void howStepsAreMadeIsPartOfWhatIsTrained() {
    Network law = new Network(Activation.RELU, 2, 0, Widths.of(3, 10, 2), Parametrization.NTK);
    assertThat(
            Stream.of(
                    "samples=5",
                    "training.weight_decay=1e-3",
                    "training.schedule.milestones=[10]",
                    "training.schedule={milestones: [10], gamma: 0.5}",
                    "training.schedule.milestones=[10, 20]")
                .map(override -> TrainingId.of(law, "data", part(override).at(0.1, 1)))
                .distinct())
        .hasSize(5);
    assertThat(
            Stream.of("4", "{size: 4}", "{size: 4, balanced: true}")
                .map(batch -> part("training.method=sgd", "training.batch=" + batch).at(0.1, 1))
                .map(training -> TrainingId.of(law, "data", training))
                .distinct())
        .hasSize(2);
  }

  @Test
  void aFlowHasATimeAndNoRate() {
    SweepFile file =
        SweepFile.parse(
            MINIMAL.replace("  learning_rate: 0.1\n", "").replace("steps: 1000", "time: 2"),
            "learns.yaml",
            List.of("training.method=gradient_flow", "training.record=[0.5]"),
            TrainingSweepTest::read);

    TrainingPart part = file.sweep().training().orElseThrow();
    assertThat(part.learningRates()).hasSize(1);
    assertThat(part.at(1, 1).method()).isEqualTo(new Method.Flow(2, 1e-3, List.of(0.0, 0.5, 2.0)));
    assertThat(part.at(3, 1)).isEqualTo(part.at(1, 1));
    TrainingPart stopping =
        SweepFile.parse(
                file.resolvedYaml(),
                "learns.yaml",
                List.of("training.stop={decrease_below: 1e-7, within: 0.001}"),
                TrainingSweepTest::read)
            .sweep()
            .training()
            .orElseThrow();
    assertThat(stopping.at(1, 1).stop()).isEqualTo(new StopRule(1e-7, 0.001, 0));
    assertThat(file.resolvedYaml())
        .contains("tolerance: 1e-3")
        .doesNotContain("batch", "weight_decay", "schedule");
  }

  @Test
  void ratesAreNumbersOrSharesOrBoth() {
    assertThat(part("grid.learning_rate=[0.1, {of_stable: [0.5, 1.5]}, 0.1]").learningRates())
        .containsExactly(
            new LearningRate.Fixed(0.1),
            new LearningRate.OfStable(0.5),
            new LearningRate.OfStable(1.5));
    assertThat(part("grid.learning_rate={from: 0.1, to: 10, count: 3, scale: log}").learningRates())
        .containsExactly(
            new LearningRate.Fixed(0.1), new LearningRate.Fixed(1), new LearningRate.Fixed(10));
    assertThat(part("grid.learning_rate={of_stable: 0.2}").learningRates().get(0).at(() -> 5))
        .isEqualTo(1);
  }

  @Test
  void withoutStepsNoRateIsNeeded() {
    SweepFile file =
        SweepFile.parse(
            MINIMAL.replace("  learning_rate: 0.1\n", ""),
            "learns.yaml",
            List.of("training.steps=0"),
            TrainingSweepTest::read);

    assertThat(file.sweep().training().orElseThrow().at(1, 1).method())
        .isEqualTo(new Method.Steps(new Optimizer.Plain(), 1, 0, List.of(0L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "samples=5",
        "grid.alpha=[1, 10]",
        "grid.widths=[[3, 20, 30, 2]]",
        "grid.learning_rate=[1e-5, {of_stable: 0.5}]",
        "training.data.inputs=standardized",
        "training.data.classes=[1, 0]",
        "training.data={source: \"a: b\", examples: 4, balanced: true, inputs: raw}",
        "training.targets=values",
        "training.method=nesterov",
        "training.schedule={milestones: [10, 100], gamma: 0.5}",
        "training.weight_decay=1e-4",
        "training={data: {source: pairs}, steps: 10}",
        "training={data: {source: blobs, classes: 3, examples: 9, test: 3}, steps: 10}",
        "training.record=[]",
        "training.record={per_decade: 5}",
        "output.kernels=true",
      })
  void readsBackToAnEqualSweep(String override) {
    SweepFile file =
        override.startsWith("training={")
            ? parse(
                override,
                "grid.input_dim=4",
                "cosines=" + (override.contains("pairs") ? "[0.5]" : "[]"))
            : parse(override);

    assertThat(
            SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of(), TrainingSweepTest::read))
        .isEqualTo(file);
    SweepFile unread = SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of());
    assertThat(unread.fixedYaml()).isEqualTo(file.fixedYaml());
    assertThat(unread.sweep().points()).isEqualTo(file.sweep().points());
  }
}
