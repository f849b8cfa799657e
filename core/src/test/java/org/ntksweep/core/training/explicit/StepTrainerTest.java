package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.PlainNetwork;
import org.ntksweep.core.training.plain.PlainTraining;
import org.ntksweep.core.training.plain.TrainingExamples;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;

/** Every step, loss and kernel against plain loops and Jacobians, from the same weights. */
@DisplayName("Training of explicit weights")
class StepTrainerTest {
  private static final long SEED = 3;
  private static final long SAMPLE = 5;
  private static final int STEPS = 6;

  private static double[][] inputs(int n, int dimension, Random random) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                random
                    .doubles(dimension)
                    .map(u -> 2 * (u - 0.5) / Math.sqrt(dimension) * 1.7)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static TrainingData data(Network law, int n) {
    Random random = new Random(7);
    double[] labels = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
    Targets targets = law.widths().outputs() == 1 ? Targets.VALUES : Targets.ONE_HOT;
    int dimension = law.widths().inputDim();
    Examples train = TrainingExamples.examples(inputs(n, dimension, random), labels, targets);
    Examples test =
        TrainingExamples.examples(
            inputs(7, dimension, random), new double[] {0, 1, 2, 0, 1, 2, 1}, targets);
    return new TrainingData(train, Optional.of(test));
  }

  private static Inputs all(TrainingData data) {
    List<double[]> rows = new ArrayList<>();
    for (Examples examples : List.of(data.train(), data.test().orElseThrow())) {
      for (int i = 0; i < examples.count(); i++) {
        int row = i;
        rows.add(
            IntStream.range(0, examples.dimension())
                .mapToDouble(j -> examples.input(row, j))
                .toArray());
      }
    }
    return Inputs.ofCoordinates(rows.toArray(double[][]::new));
  }

  private static Network law(
      String activation,
      double sigmaW2,
      double sigmaB2,
      String widths,
      Parametrization parametrization) {
    int[] width = Arrays.stream(widths.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Network(
        Activation.parse(activation), sigmaW2, sigmaB2, Widths.of(width), parametrization);
  }

  private static Trainer trainer(Network law, TrainingData data, Training training) {
    KernelTheory theory =
        KernelTheory.of(
            law,
            IntStream.range(0, data.train().count())
                .mapToObj(
                    i ->
                        IntStream.range(0, data.train().dimension())
                            .mapToDouble(j -> data.train().input(i, j))
                            .toArray())
                .toArray(double[][]::new),
            training.loss().weight(data.train().count()));
    return TrainerKind.DENSE.of(law, data, training, DenseOptions.DEFAULT, theory);
  }

  private static Training training(
      Loss loss, Optimizer optimizer, int batch, double rate, LazyScale lazy, int kernelExamples) {
    List<Long> recorded = LongStream.rangeClosed(0, STEPS).boxed().toList();
    Optional<Batch> some = batch == 0 ? Optional.empty() : Optional.of(Batch.of(batch));
    Method method = new Method.Steps(optimizer, some, rate, STEPS, recorded);
    Set<Observation> everything = Set.of(Observation.values());
    return new Training(loss, method, StopRule.NEVER, lazy, kernelExamples, everything);
  }

  /** How parameters move in a step. */
  private interface Rules {
    PlainNetwork.Rule of(int step);
  }

  private static void check(
      Network law, TrainingData data, Training training, PlainNetwork.Rule rule, int[][] batches) {
    check(law, data, training, step -> rule, batches);
  }

  private static void check(
      Network law, TrainingData data, Training training, Rules rules, int[][] batches) {
    PlainTraining plain = new PlainTraining(all(data), data, training, Drawn.of(law, SEED, SAMPLE));
    try (Trainer trainer = trainer(law, data, training)) {
      trainer.begin(SEED, SAMPLE);
      int records = 0;
      while (!trainer.isFinished()) {
        Optional<TrainingRecord> record = trainer.advance(1);
        if (record.isPresent()) {
          assertThat(record.get().step()).isEqualTo(records);
          plain.check(record.get());
          plain.step(batches[records % batches.length], rules.of(records));
          records++;
        }
      }
      assertThat(records).isEqualTo(STEPS + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "relu, 2.0, 0.1, 5 7 6 1, STANDARD, ALL, SUM, 0.02, 8, 1, false",
    "tanh, 2.5, 0.3, 4 5 3 6 1, NTK, ALL, MEAN, 0.7, 9, 1, false",
    "relu, 1.8, 0.0, 3 6 1 5 1, STANDARD, ALL, MEAN, 0.05, 6, 1, false",
    "relu, 1.8, 0.0, 3 6 5 3, NTK, ALL, MEAN, 0.5, 6, 1, false",
    "tanh, 1.5, 0.2, 6 4 4 3, STANDARD, WEIGHTS, SUM, 0.03, 40, 1, false",
    "erf, 2.0, 0.4, 9 40 50 30 1, NTK, WEIGHTS, MEAN, 0.5, 5, 1, false",
    "softplus, 1.2, 0.1, 9 30 40 3, NTK, ALL, MEAN, 0.5, 4, 1, false",
    "linear, 2.0, 0.2, 5 1, STANDARD, ALL, SUM, 0.1, 6, 1, false",
    "linear, 2.0, 0.0, 5 3, NTK, ALL, SUM, 0.1, 3, 1, false",
    "tanh, 2.0, 0.1, 5 20 1, STANDARD, ALL, SUM, 0.02, 5, 4, false",
    "relu, 2.0, 0.1, 5 20 20 3, STANDARD, ALL, MEAN, 0.02, 70, 0.5, true",
    "tanh, 0.0, 0.1, 5 4 3, NTK, ALL, MEAN, 0.02, 3, 1, false",
  })
  void gradientDescentIsWhatItIsByHand(
      String activation,
      double sigmaW2,
      double sigmaB2,
      String widths,
      Parametrization parametrization,
      Trainable trainable,
      Loss loss,
      double rate,
      int n,
      double alpha,
      boolean centered) {
    Network law = law(activation, sigmaW2, sigmaB2, widths, parametrization).with(trainable);
    TrainingData data = data(law, n);
    LazyScale lazy = new LazyScale(alpha, centered);
    Training training = training(loss, new Optimizer.Plain(), 0, rate, lazy, Math.max(1, n - 1));
    int[][] all = {IntStream.range(0, n).toArray()};
    check(law, data, training, (theta, g, m) -> theta - rate * g, all);
  }

  /** One output whose sign is the class. */
  @Test
  void signsAreTwoClasses() {
    int n = 9;
    Network law = law("tanh", 2.0, 0.1, "4 6 5 1", Parametrization.NTK);
    double[] labels = IntStream.range(0, n).mapToDouble(i -> i % 2).toArray();
    double[][] x = inputs(n, 4, new Random(11));
    Examples train = TrainingExamples.examples(x, labels, Targets.SIGNS);
    TrainingData data = new TrainingData(train, Optional.of(train));
    Training training = training(Loss.MEAN, new Optimizer.Plain(), 0, 0.3, LazyScale.NONE, n);
    int[][] all = {IntStream.range(0, n).toArray()};
    check(law, data, training, (theta, g, m) -> theta - 0.3 * g, all);
  }

  private static PlainNetwork.Rule rule(Optimizer optimizer, double rate) {
    if (optimizer instanceof Optimizer.Momentum momentum) {
      return (theta, g, m) -> {
        m[0] = momentum.momentum() * m[0] + g;
        return theta - rate * m[0];
      };
    }
    if (optimizer instanceof Optimizer.Nesterov nesterov) {
      return (theta, g, m) -> {
        m[0] = nesterov.momentum() * m[0] + g;
        return theta - rate * (g + nesterov.momentum() * m[0]);
      };
    }
    return (theta, g, m) -> theta - rate * g;
  }

  private static int[][] order(Network law, TrainingData data, Batch batch) {
    Batches batches = new Batches(law.id().bits(), data.train(), batch);
    batches.begin(SEED, SAMPLE);
    return IntStream.range(0, STEPS).mapToObj(batches::of).toArray(int[][]::new);
  }

  @ParameterizedTest
  @CsvSource({"0", "4"})
  void everyOptimizerOnAllExamplesAndOnBatches(int batch) {
    int n = 10;
    Network law = law("tanh", 2.0, 0.1, "4 6 5 3", Parametrization.NTK);
    TrainingData data = data(law, n);
    int[][] order = order(law, data, Batch.of(batch == 0 ? n : batch));
    int[][] all = {IntStream.range(0, n).toArray()};
    double rate = 0.03;
    for (Optimizer optimizer :
        List.of(new Optimizer.Plain(), new Optimizer.Momentum(0.8), new Optimizer.Nesterov(0.8))) {
      for (Loss loss : Loss.values()) {
        Training training = training(loss, optimizer, batch, rate, LazyScale.NONE, n);
        check(law, data, training, rule(optimizer, rate), batch == 0 ? all : order);
      }
    }
  }

  /** As torch.optim has them: decay in the gradient, velocities without the rate. */
  @ParameterizedTest
  @CsvSource({"0, NTK", "6, STANDARD"})
  void weightsDecayAndRatesDrop(int batch, Parametrization parametrization) {
    int n = 12;
    Network law = law("tanh", 2.0, 0.1, "4 6 5 3", parametrization);
    TrainingData data = data(law, n);
    Optional<Batch> some = batch == 0 ? Optional.empty() : Optional.of(new Batch(batch, true));
    int[][] all = {IntStream.range(0, n).toArray()};
    int[][] order = some.map(of -> order(law, data, of)).orElse(all);
    RateSchedule rate = new RateSchedule(0.03, List.of(2L, 3L), 0.1);
    List<Long> recorded = LongStream.rangeClosed(0, STEPS).boxed().toList();
    for (double decay : new double[] {0, 0.4}) {
      for (Optimizer optimizer :
          List.of(
              new Optimizer.Plain(), new Optimizer.Momentum(0.8), new Optimizer.Nesterov(0.8))) {
        Method method = new Method.Steps(optimizer, decay, some, rate, STEPS, recorded);
        Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, n);
        double[] byHand = {0.03, 0.03, 0.003, 0.0003, 0.0003, 0.0003, 0.0003};
        check(law, data, training, step -> rule(optimizer, byHand[step]), order);
      }
    }
  }
}
