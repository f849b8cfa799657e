package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ntksweep.core.training.revealed.ConditionedCases.assertSameBits;
import static org.ntksweep.core.training.revealed.ConditionedCases.classes;
import static org.ntksweep.core.training.revealed.ConditionedCases.data;
import static org.ntksweep.core.training.revealed.ConditionedCases.rest;
import static org.ntksweep.core.training.revealed.ConditionedCases.restored;
import static org.ntksweep.core.training.revealed.ConditionedCases.train;
import static org.ntksweep.core.training.revealed.ConditionedCases.training;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.TrainingExamples;

@DisplayName("Courses of training without weights")
class ConditionedCourseTest {
  @Test
  void outputsBeyondDoublesHaveDiverged() {
    Network law =
        new Network(
            Activation.RELU, 3.5, 0, Widths.constant(4, 30, 4000), Parametrization.STANDARD);
    Training training = training(Loss.SUM, 1e-300, 3, LazyScale.NONE, 2);
    ConditionedTrainer trainer = Trainers.conditioned(law, data(law, 2, false), training);
    trainer.begin(1, 0);
    TrainingRecord record = trainer.advance(1).orElseThrow();
    assertThat(trainer.isFinished()).isTrue();
    assertThat(record.stopped()).contains(StopRule.Reason.DIVERGED);
    assertThat(record.get(Quantity.LOG_ABS_OUTPUT)).isBetween(700.0, 1300.0);
    assertThat(record.get(Quantity.CHANGE)).isZero();
    assertThat(record.get(Quantity.KERNEL_COSINE)).isCloseTo(1, within(1e-12));
  }

  @Test
  void ratesTooLargeDivergeAndKeepWhatWasSeen() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(4, 30, 30, 1), Parametrization.STANDARD);
    Training training = training(Loss.MEAN, 10, 1000, LazyScale.NONE, 2);
    List<TrainingRecord> records = train(law, data(law, 2, false), training);
    assertThat(records).hasSizeBetween(3, 1000);
    for (TrainingRecord record : records.subList(0, records.size() - 1)) {
      assertThat(record.get(Quantity.LOSS)).isFinite();
      assertThat(record.stopped()).isEmpty();
      assertThat(record.get(Quantity.GRADIENTS)).isEqualTo((double) record.step());
    }
    assertThat(records.get(records.size() - 1).stopped()).contains(StopRule.Reason.DIVERGED);
  }

  /** The same numbers are drawn, so the kernels have the same bits. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void beginsWithTheNetworkThatIsNotTrained(double sigmaB2) {
    Network law =
        new Network(
            Activation.parse("tanh"), 2, sigmaB2, Widths.of(5, 40, 1, 1), Parametrization.NTK);
    double[][] x = {{0, 1, 0, 0, 0}, {0, 0.6, 0, 0.8, 0}};
    TrainingData data = TrainingExamples.of(x, new double[] {1, -1}, Targets.VALUES);
    KernelSampler sampler = SamplerKind.CONDITIONED.of(law, Inputs.withCosines(0.6));
    KernelMatrix kernel = new KernelMatrix(2);
    ConditionedTrainer trainer =
        Trainers.conditioned(law, data, training(Loss.SUM, 0.1, 0, LazyScale.NONE, 2));
    for (int sample = 0; sample < 20; sample++) {
      sampler.sample(9, sample, kernel);
      trainer.begin(9, sample);
      double[] seen = trainer.advance(1).orElseThrow().kernel();
      assertThat(seen).containsExactly(kernel.theta(0, 0), kernel.theta(0, 1), kernel.theta(1, 1));
    }
  }

  /** With one output, a record needs no look of its own. */
  @Test
  void recordsOfOneOutputChangeNoBit() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(4, 20, 30, 1), Parametrization.STANDARD);
    TrainingData data = data(law, 3, false);
    List<TrainingRecord> all = train(law, data, training(Loss.MEAN, 0.05, 8, LazyScale.NONE, 2));
    List<TrainingRecord> ends =
        train(law, data, training(Loss.MEAN, 0.05, LazyScale.NONE, 2, List.of(0L, 8L)));
    assertSameBits(ends.get(1), all.get(8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatIsLookedAtChangesNoBit(int outputs) {
    Network law =
        new Network(
            Activation.TANH, 2, 0.1, Widths.of(4, 20, 30, outputs), Parametrization.STANDARD);
    TrainingData data = classes(outputs);
    Training all = training(Loss.MEAN, 0.05, 6, LazyScale.NONE, 4);
    Training kernels =
        new Training(
            all.loss(),
            all.method(),
            all.stop(),
            all.lazy(),
            all.kernelExamples(),
            Set.of(Observation.KERNEL));
    TrainingRecord seen = train(law, data, all).get(6);
    TrainingRecord unseen = train(law, data, kernels).get(6);
    assertThat(seen.kernel()).containsExactly(unseen.kernel());
    assertThat(seen.get(Quantity.LOSS)).isEqualTo(unseen.get(Quantity.LOSS));
    assertThat(seen.get(Quantity.NC3)).isBetween(0.0, 2.0);
    assertThat(unseen.get(Quantity.NC3)).isNaN();
    assertThat(unseen.get(Quantity.ALIGNMENT)).isNaN();
  }

  /** Saved after any step and gone on with by another trainer, whatever it did before. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7})
  void goesOnWithTheSameBits(int saved) throws IOException {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(4, 6, 30, 3), Parametrization.STANDARD);
    TrainingData data = data(law, 3, true);
    Training training =
        new Training(
            Loss.MEAN,
            training(Loss.MEAN, 0.05, 9, LazyScale.NONE, 2).method(),
            new StopRule(1e-3, 3, 0),
            new LazyScale(2, true),
            2);
    List<TrainingRecord> whole = train(law, data, training);
    ConditionedTrainer one = Trainers.conditioned(law, data, training);
    one.begin(1, 4);
    for (int i = 0; i < saved; i++) {
      one.advance(1);
    }
    ConditionedTrainer other = Trainers.conditioned(law, data, training);
    other.begin(8, 8);
    other.advance(1);
    restored(one, other);
    assertThat(other.stepsMade()).isEqualTo(saved);
    List<TrainingRecord> rest = rest(other);
    assertThat(rest).hasSize(whole.size() - saved);
    for (int i = 0; i < rest.size(); i++) {
      assertSameBits(rest.get(i), whole.get(saved + i));
    }
  }

  /** A model that is linear in its parameters keeps its kernel. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void predictionsOfLinearModelsAreExact(int outputs) {
    Network law =
        new Network(
            Activation.parse("linear"), 2, 0.1, Widths.of(5, outputs), Parametrization.STANDARD);
    Training training = training(Loss.MEAN, 0.3, 5, new LazyScale(2, true), 3);
    for (TrainingRecord record : train(law, data(law, 3, false), training)) {
      double loss = record.get(Quantity.LOSS);
      assertThat(record.get(Quantity.PREDICTED_LOSS)).isCloseTo(loss, within(1e-12 * loss));
    }
  }

  /** A small step takes off the loss what the kernel of all outputs says. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void predictionsHoldForSmallSteps(int outputs) {
    Network law =
        new Network(
            Activation.parse("tanh"),
            2,
            0.1,
            Widths.of(5, 30, 20, outputs),
            Parametrization.STANDARD);
    Training training = training(Loss.SUM, 1e-7, 1, LazyScale.NONE, 3);
    List<TrainingRecord> records = train(law, data(law, 3, false), training);
    double before = records.get(0).get(Quantity.LOSS);
    double fallen = before - records.get(1).get(Quantity.LOSS);
    double predicted = before - records.get(1).get(Quantity.PREDICTED_LOSS);
    assertThat(predicted / fallen).isCloseTo(1, within(1e-4));
    assertThat(records.get(1).get(Quantity.PREDICTED_LOSS_INFINITE)).isBetween(0.0, before);
  }
}
