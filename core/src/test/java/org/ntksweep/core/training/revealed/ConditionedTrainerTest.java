package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.core.training.revealed.ConditionedCases.assertSameBits;
import static org.ntksweep.core.training.revealed.ConditionedCases.classes;
import static org.ntksweep.core.training.revealed.ConditionedCases.data;
import static org.ntksweep.core.training.revealed.ConditionedCases.inputs;
import static org.ntksweep.core.training.revealed.ConditionedCases.rest;
import static org.ntksweep.core.training.revealed.ConditionedCases.restored;
import static org.ntksweep.core.training.revealed.ConditionedCases.train;
import static org.ntksweep.core.training.revealed.ConditionedCases.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.PlainNetwork;
import org.ntksweep.core.training.plain.PlainTraining;
import org.ntksweep.core.training.schedule.RateSchedule;

@DisplayName("Training without weights")
class ConditionedTrainerTest {
  private static final double MOMENTUM = 0.8;

  /**
   * Looked at afterwards, every weight and bias, the network began as one that trains just so: the
   * oracle's losses and kernels at every step are the trainer's.
   */
  @ParameterizedTest
  @CsvSource({
    // More steps and examples than neurons: all is known before the end.
    "relu, 2.0, 0.1, 5 7 6 1, STANDARD, ALL, SUM, 0.02, 8, 3, 1, false",
    "tanh, 2.5, 0.3, 4 5 3 6 1, NTK, ALL, MEAN, 0.7, 9, 4, 1, false",
    "relu, 1.8, 0.0, 3 6 1 5 1, STANDARD, ALL, MEAN, 0.05, 6, 3, 1, false",
    "tanh, 1.5, 0.2, 6 4 4 3, STANDARD, WEIGHTS, SUM, 0.03, 6, 3, 1, false",
    // Fewer: most is never known.
    "relu, 2.0, 0.0, 9 40 30 1, STANDARD, ALL, SUM, 0.01, 4, 2, 1, false",
    "erf, 2.0, 0.4, 9 40 50 30 1, NTK, WEIGHTS, MEAN, 0.5, 5, 3, 1, false",
    "softplus, 1.2, 0.1, 9 30 40 3, NTK, ALL, MEAN, 0.5, 4, 3, 1, false",
    "relu, 2.0, 0.2, 2 40 30 3, STANDARD, ALL, SUM, 0.002, 4, 5, 1, false",
    // One and two layers; the scale of the model.
    "linear, 2.0, 0.2, 5 1, STANDARD, ALL, SUM, 0.1, 6, 3, 1, false",
    "linear, 2.0, 0.0, 5 3, NTK, ALL, SUM, 0.1, 6, 3, 1, false",
    "tanh, 2.0, 0.1, 5 20 1, STANDARD, ALL, SUM, 0.02, 5, 3, 4, false",
    "relu, 2.0, 0.1, 5 20 20 3, STANDARD, ALL, MEAN, 0.02, 5, 3, 0.5, true",
  })
  void isTheTrainingOfTheWeightsItNeverHad(
      String activation,
      double sigmaW2,
      double sigmaB2,
      String widths,
      Parametrization parametrization,
      Trainable trainable,
      Loss loss,
      double learningRate,
      int steps,
      int n,
      double alpha,
      boolean centered) {
    int[] width = Arrays.stream(widths.split(" ")).mapToInt(Integer::parseInt).toArray();
    Network law =
        new Network(
                Activation.parse(activation), sigmaW2, sigmaB2, Widths.of(width), parametrization)
            .with(trainable);
    TrainingData data = data(law, n, true);
    int kernelExamples = Math.max(1, n - 1);
    Training training =
        training(loss, learningRate, steps, new LazyScale(alpha, centered), kernelExamples);
    check(law, data, training, 5);
  }

  private static void check(Network law, TrainingData data, Training training, long sample) {
    Inputs inputs = InputSpan.of(data);
    ConditionedTrainer trainer = Trainers.conditioned(law, data, training);
    Method.Steps method = (Method.Steps) training.method();
    RevealedWeights revealed =
        new RevealedWeights(law, inputs.dimension(), trainer, method, sample);
    PlainTraining plain = new PlainTraining(inputs, data, training, revealed.first);
    int[] all = IntStream.range(0, data.train().count()).toArray();
    assertThat(revealed.records).hasSize((int) method.steps() + 1);
    for (TrainingRecord record : revealed.records) {
      plain.check(record);
      plain.step(all, rule(method.optimizer(), method.rate().at(record.step())));
    }
  }

  private static PlainNetwork.Rule rule(Optimizer optimizer, double rate) {
    return (theta, g, memory) -> {
      memory[0] = RevealedWeights.momentum(optimizer) * memory[0] + g;
      boolean looksAhead = optimizer instanceof Optimizer.Nesterov;
      return theta - rate * (looksAhead ? g + MOMENTUM * memory[0] : memory[0]);
    };
  }

  /** What is known of weights moves at whatever rate a step has. */
  @Test
  void ratesDropAtMilestones() {
    Network law =
        new Network(Activation.TANH, 2, 0.1, Widths.of(5, 7, 6, 3), Parametrization.STANDARD);
    RateSchedule rate = new RateSchedule(0.05, List.of(2L, 4L), 0.1);
    List<Long> recorded = LongStream.rangeClosed(0, 6).boxed().toList();
    Method method = new Method.Steps(new Optimizer.Plain(), 0, Optional.empty(), rate, 6, recorded);
    Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 3);
    check(law, data(law, 3, true), training, 5);
  }

  /** Velocities are made of vectors that are known, too. */
  @ParameterizedTest
  @CsvSource({
    "5 7 6 1, STANDARD, 0.02, false",
    "5 7 6 1, STANDARD, 0.02, true",
    "9 40 30 3, NTK, 0.4, false",
    "9 40 30 3, NTK, 0.4, true"
  })
  void goesOnByMomentum(
      String widths, Parametrization parametrization, double learningRate, boolean nesterov)
      throws IOException {
    int[] width = Arrays.stream(widths.split(" ")).mapToInt(Integer::parseInt).toArray();
    Network law = new Network(Activation.parse("tanh"), 2, 0.1, Widths.of(width), parametrization);
    Optimizer optimizer =
        nesterov ? new Optimizer.Nesterov(MOMENTUM) : new Optimizer.Momentum(MOMENTUM);
    List<Long> recorded = LongStream.rangeClosed(0, 7).boxed().toList();
    Method method = new Method.Steps(optimizer, learningRate, 7, recorded);
    Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 2);
    TrainingData data = data(law, 3, false);
    ConditionedTrainer trainer = Trainers.conditioned(law, data, training);
    trainer.begin(1, 4);
    for (int i = 0; i < 4; i++) {
      trainer.advance(1);
    }
    ConditionedTrainer other = restored(trainer, Trainers.conditioned(law, data, training));
    List<TrainingRecord> rest = rest(other);
    assertSameBits(rest.get(3), train(law, data, training).get(7));
    check(law, data, training, 4);
  }

  /** Of a width of 1, half of the networks have a dead layer. */
  @Test
  void deadLayersEndTheGradient() {
    Network law =
        new Network(Activation.RELU, 2, 0, Widths.of(3, 4, 1, 4, 2, 1), Parametrization.STANDARD);
    TrainingData data = data(law, 2, true);
    Training training = training(Loss.SUM, 0.02, 3, LazyScale.NONE, 2);
    for (long sample = 0; sample < 20; sample++) {
      check(law, data, training, sample);
    }
  }

  /** Signals grow like 1.3^l, and the rate is as small as the kernel is large. */
  @Test
  void deepChaosStaysInRange() {
    int depth = 500;
    Network law =
        new Network(
            Activation.RELU, 3.5, 0, Widths.constant(4, 9, depth), Parametrization.STANDARD);
    double learningRate = 0.1 * Math.pow(1.75, -depth);
    Training training = training(Loss.SUM, learningRate, 3, LazyScale.NONE, 2);
    check(law, data(law, 2, false), training, 1);
  }

  /** One output whose sign is the class. */
  @Test
  void signsAreTwoClasses() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(4, 20, 8, 1), Parametrization.STANDARD);
    check(law, classes(1), training(Loss.MEAN, 0.02, 4, LazyScale.NONE, 5), 2);
  }
}
