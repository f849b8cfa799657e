package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.PlainNetwork;
import org.ntksweep.core.training.plain.PlainTraining;
import org.ntksweep.core.training.plain.TrainingExamples;

@DisplayName("Training without weights")
class ConditionedTrainerTest {
  private static final double MOMENTUM = 0.8;

  private static Training training(
      Loss loss, double learningRate, long steps, LazyScale lazy, int kernelExamples) {
    List<Long> recorded = LongStream.rangeClosed(0, steps).boxed().toList();
    return training(loss, learningRate, lazy, kernelExamples, recorded);
  }

  private static Training training(
      Loss loss, double learningRate, LazyScale lazy, int kernelExamples, List<Long> recorded) {
    long steps = recorded.get(recorded.size() - 1);
    Method method =
        new Method.Steps(new Optimizer.Plain(), OptionalInt.empty(), learningRate, steps, recorded);
    return new Training(loss, method, StopRule.NEVER, lazy, kernelExamples);
  }

  /** Random inputs, the last one a combination of the first two. */
  private static double[][] inputs(int n, int dimension, Random random) {
    double[][] x = new double[n][dimension];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian() / Math.sqrt(dimension));
    }
    if (n > 2) {
      Arrays.setAll(x[n - 1], j -> 0.6 * x[0][j] - 0.3 * x[1][j]);
    }
    return x;
  }

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
    check(law, data, training, learningRate, 5);
  }

  private static TrainingData data(Network law, int n, boolean isTested) {
    Random random = new Random(7);
    int dimension = law.widths().inputDim();
    double[] labels = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
    Targets targets = law.widths().outputs() == 1 ? Targets.VALUES : Targets.ONE_HOT;
    Examples train = TrainingExamples.examples(inputs(n, dimension, random), labels, targets);
    double[] testLabels = {0, 1, 2};
    Examples test = TrainingExamples.examples(inputs(3, dimension, random), testLabels, targets);
    return new TrainingData(train, isTested ? Optional.of(test) : Optional.empty());
  }

  private static void check(
      Network law, TrainingData data, Training training, double learningRate, long sample) {
    Inputs inputs = InputSpan.of(data);
    ConditionedTrainer trainer = Trainers.conditioned(law, data, training);
    Optimizer optimizer = ((Method.Steps) training.method()).optimizer();
    RevealedWeights revealed =
        new RevealedWeights(law, inputs.dimension(), trainer, learningRate, optimizer, sample);
    PlainTraining plain = new PlainTraining(inputs, data, training, revealed.first);
    int[] all = IntStream.range(0, data.train().count()).toArray();
    long steps = ((Method.Steps) training.method()).steps();
    assertThat(revealed.records).hasSize((int) steps + 1);
    PlainNetwork.Rule rule = rule(optimizer, learningRate);
    for (TrainingRecord record : revealed.records) {
      plain.check(record);
      plain.step(all, rule);
    }
  }

  private static PlainNetwork.Rule rule(Optimizer optimizer, double rate) {
    return (theta, g, memory) -> {
      memory[0] = RevealedWeights.momentum(optimizer) * memory[0] + g;
      boolean looksAhead = optimizer instanceof Optimizer.Nesterov;
      return theta - rate * (looksAhead ? g + MOMENTUM * memory[0] : memory[0]);
    };
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
    Method method = new Method.Steps(optimizer, OptionalInt.empty(), learningRate, 7, recorded);
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
    check(law, data, training, learningRate, 4);
  }

  private static ConditionedTrainer restored(ConditionedTrainer saved, ConditionedTrainer into)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    into.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return into;
  }

  /** Of a width of 1, half of the networks have a dead layer. */
  @Test
  void deadLayersEndTheGradient() {
    Network law =
        new Network(Activation.RELU, 2, 0, Widths.of(3, 4, 1, 4, 2, 1), Parametrization.STANDARD);
    TrainingData data = data(law, 2, true);
    Training training = training(Loss.SUM, 0.02, 3, LazyScale.NONE, 2);
    for (long sample = 0; sample < 20; sample++) {
      check(law, data, training, 0.02, sample);
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
    check(law, data(law, 2, false), training, learningRate, 1);
  }

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
    assertThat(record.stopped()).contains("diverged");
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
    }
    assertThat(records.get(records.size() - 1).stopped()).contains("diverged");
  }

  private static List<TrainingRecord> train(Network law, TrainingData data, Training training) {
    ConditionedTrainer trainer = Trainers.conditioned(law, data, training);
    trainer.begin(1, 4);
    return rest(trainer);
  }

  private static List<TrainingRecord> rest(Trainer trainer) {
    List<TrainingRecord> records = new ArrayList<>();
    while (!trainer.isFinished()) {
      trainer.advance(1).ifPresent(records::add);
    }
    return records;
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

  private static TrainingData classes(int outputs) {
    double[] labels = {0, 1, 0, 1, 1};
    double[][] x = inputs(5, 4, new Random(3));
    Targets targets = outputs == 1 ? Targets.SIGNS : Targets.ONE_HOT;
    return new TrainingData(TrainingExamples.examples(x, labels, targets), Optional.empty());
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

  /** One output whose sign is the class. */
  @Test
  void signsAreTwoClasses() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(4, 20, 8, 1), Parametrization.STANDARD);
    check(law, classes(1), training(Loss.MEAN, 0.02, 4, LazyScale.NONE, 5), 0.02, 2);
  }

  private static void assertSameBits(TrainingRecord a, TrainingRecord b) {
    assertThat(a.step()).isEqualTo(b.step());
    assertThat(a.kernel()).containsExactly(b.kernel());
    assertThat(a.stopped()).isEqualTo(b.stopped());
    for (Quantity quantity : Quantity.values()) {
      assertThat(Double.compare(a.get(quantity), b.get(quantity))).as(quantity.label()).isZero();
    }
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

  @Test
  void saysWhatItDoesNotDo() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(4, 6, 1), Parametrization.STANDARD);
    TrainingData data = data(law, 3, false);
    Training plain = training(Loss.MEAN, 0.05, 9, LazyScale.NONE, 2);
    assertThat(TrainerKind.CONDITIONED.objection(law, data, plain)).isEmpty();
    assertThat(TrainerKind.CONDITIONED.objection(law.with(Initialization.UNIFORM), data, plain))
        .hasValueSatisfying(reason -> assertThat(reason).contains("uniform", "dense"));
    Training flow =
        new Training(
            Loss.MEAN,
            new Method.Flow(1, 1e-6, List.of(0.0, 1.0)),
            StopRule.NEVER,
            LazyScale.NONE,
            2);
    assertThat(TrainerKind.CONDITIONED.objection(law, data, flow))
        .hasValueSatisfying(reason -> assertThat(reason).contains("flow", "dense"));
    Method adam =
        new Method.Steps(
            new Optimizer.Adam(0.9, 0.99, 1e-8), OptionalInt.empty(), 0.1, 1, List.of(0L, 1L));
    Method batches =
        new Method.Steps(new Optimizer.Plain(), OptionalInt.of(2), 0.1, 1, List.of(0L, 1L));
    for (Method method : List.of(adam, batches)) {
      Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 2);
      assertThat(TrainerKind.CONDITIONED.objection(law, data, training))
          .hasValueSatisfying(reason -> assertThat(reason).contains("dense"));
    }
    Network zero = law.withVariances(0, 0.1);
    assertThat(TrainerKind.CONDITIONED.objection(zero, data, plain)).isPresent();
    assertThat(TrainerKind.CONDITIONED.objection(zero.with(Parametrization.NTK), data, plain))
        .isEmpty();
  }

  /** Few steps of wide networks without weights, many of narrow ones with them. */
  @Test
  void theCheaperTrainerIsChosen() {
    Network wide =
        new Network(Activation.RELU, 2, 0.1, Widths.constant(4, 4096, 5), Parametrization.STANDARD);
    Network narrow = wide.with(Widths.constant(4, 64, 5));
    TrainingData data = data(wide, 3, false);
    Training few = training(Loss.MEAN, 0.05, 10, LazyScale.NONE, 2);
    Training many = training(Loss.MEAN, 0.05, 10_000, LazyScale.NONE, 2);
    assertThat(TrainerKind.cheapest(wide, data, few)).isEqualTo(TrainerKind.CONDITIONED);
    assertThat(TrainerKind.cheapest(wide, data, many)).isEqualTo(TrainerKind.DENSE);
    assertThat(TrainerKind.cheapest(narrow, data, many)).isEqualTo(TrainerKind.DENSE);
  }

  /**
   * What there is to be saved at the end, and signals, are about what was foreseen, or less, where
   * signals move so slowly that they do not leave what is known.
   */
  @ParameterizedTest
  @CsvSource({"10 5000 5000 5000 1, 2, 10", "10 5000 5000 3, 3, 4", "9 60 60 60 1, 2, 100"})
  void theHeapIsKnownBeforehand(String widths, int n, int steps) throws IOException {
    int[] width = Arrays.stream(widths.split(" ")).mapToInt(Integer::parseInt).toArray();
    Network law = new Network(Activation.RELU, 2, 0.1, Widths.of(width), Parametrization.STANDARD);
    TrainingData data = data(law, n, false);
    Training training = training(Loss.SUM, 1e-4, steps, LazyScale.NONE, n);
    Trainer trainer = Trainers.conditioned(law, data, training);
    trainer.begin(1, 1);
    rest(trainer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trainer.save(new DataOutputStream(bytes));
    double foreseen = TrainerKind.CONDITIONED.bytes(law, data, training, DenseOptions.DEFAULT);
    assertThat(foreseen / bytes.size()).isBetween(1.0, 2.5);
  }
}
