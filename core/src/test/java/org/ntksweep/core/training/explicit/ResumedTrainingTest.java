package org.ntksweep.core.training.explicit;

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
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.TrainingExamples;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;

@DisplayName("Trained networks with explicit weights")
class ResumedTrainingTest {
  private static final Network LAW =
      new Network(Activation.TANH, 2, 0.1, Widths.of(4, 7, 6, 3), Parametrization.STANDARD);

  private static Examples examples(int n, long seed) {
    Random random = new Random(seed);
    double[][] x =
        IntStream.range(0, n)
            .mapToObj(i -> random.doubles(4, -1, 1).toArray())
            .toArray(double[][]::new);
    double[] labels = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
    return TrainingExamples.examples(x, labels, Targets.ONE_HOT);
  }

  private static TrainingData data(int n) {
    return new TrainingData(examples(n, 1), Optional.of(examples(5, 2)));
  }

  private static Method steps(Optimizer optimizer, int batch) {
    Optional<Batch> some = batch == 0 ? Optional.empty() : Optional.of(Batch.of(batch));
    return new Method.Steps(optimizer, some, 0.02, 20, List.of(0L, 3L, 11L, 20L));
  }

  private static Method decaying(Optimizer optimizer, Optional<Batch> batch) {
    RateSchedule rate = new RateSchedule(0.02, List.of(5L, 12L), 0.1);
    return new Method.Steps(optimizer, 0.01, batch, rate, 20, List.of(0L, 3L, 11L, 20L));
  }

  static Stream<Training> trainings() {
    StopRule stop = new StopRule(1e-9, 4, 0);
    LazyScale centered = new LazyScale(2, true);
    return Stream.of(
            steps(new Optimizer.Plain(), 0),
            steps(new Optimizer.Momentum(0.9), 0),
            steps(new Optimizer.Nesterov(0.9), 4),
            steps(new Optimizer.Adam(0.9, 0.999, 1e-8), 4),
            decaying(new Optimizer.Nesterov(0.9), Optional.of(new Batch(6, true))),
            decaying(new Optimizer.Plain(), Optional.empty()),
            new Method.Flow(0.5, 1e-5, List.of(0.0, 0.1, 0.5)))
        .map(method -> new Training(Loss.MEAN, method, stop, centered, 9))
        .flatMap(training -> Stream.of(training, stalling(training)))
        .distinct();
  }

  /** A flow that ends early. */
  private static Training stalling(Training training) {
    return training.method() instanceof Method.Flow
        ? new Training(
            Loss.MEAN, training.method(), new StopRule(0.02, 0.05, 0), training.lazy(), 9)
        : training;
  }

  @Test
  void aFlowEndsWhereItsLossHardlyFalls() {
    Method flow = new Method.Flow(40, 1e-5, List.of(0.0, 40.0));
    StopRule stop = new StopRule(0.001, 0.5, 0);
    Training training = new Training(Loss.MEAN, flow, stop, LazyScale.NONE, 9);
    List<TrainingRecord> records = Trainings.records(LAW, data(9), training, 4, 7);
    TrainingRecord last = records.get(records.size() - 1);
    assertThat(last.stopped()).contains(StopRule.Reason.DECREASE);

    double end = last.time();
    Method looked =
        new Method.Flow(end, 1e-5, List.of(0.0, end / 4, end / 4 + 0.5, end - 0.5, end));
    Training same = new Training(Loss.MEAN, looked, StopRule.NEVER, LazyScale.NONE, 9);
    double[] loss =
        Trainings.records(LAW, data(9), same, 4, 7).stream()
            .mapToDouble(record -> record.get(Quantity.LOSS))
            .toArray();
    assertThat(loss[3] - loss[4]).isLessThan(0.001);
    assertThat(loss[1] - loss[2]).isGreaterThan(0.001);
  }

  private static double[] numbers(List<TrainingRecord> records) {
    return records.stream()
        .flatMapToDouble(
            r ->
                DoubleStream.concat(
                    Arrays.stream(Quantity.values()).mapToDouble(r::get),
                    Arrays.stream(r.kernel())))
        .toArray();
  }

  /** Cut anywhere, by another trainer, after other networks. */
  @ParameterizedTest
  @MethodSource("trainings")
  void goOnWithTheSameBitsFromWhereverTheyWereSaved(Training training) throws IOException {
    TrainingData data = data(9);
    List<TrainingRecord> expected = Trainings.records(LAW, data, training, 4, 7);
    try (Trainer trainer = Trainings.trainer(LAW, data, training, DenseOptions.DEFAULT);
        Trainer other = Trainings.trainer(LAW, data, training, DenseOptions.DEFAULT)) {
      for (int cut = 0; cut < 24; cut += cut < 4 ? 1 : 5) {
        List<TrainingRecord> records = new ArrayList<>();
        trainer.begin(4, 7);
        for (int i = 0; i < cut && !trainer.isFinished(); i++) {
          trainer.advance(1).ifPresent(records::add);
        }
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        trainer.save(new DataOutputStream(saved));
        other.begin(5, 5);
        other.advance(3);
        other.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
        records.addAll(Trainings.rest(other));
        assertThat(numbers(records)).as("cut " + cut).containsExactly(numbers(expected));
      }
    }
  }

  /** In their order of examples as in their weights, trainers remember nothing. */
  @ParameterizedTest
  @MethodSource("trainings")
  void dependOnNothingButTheirNumber(Training training) {
    TrainingData data = data(9);
    try (Trainer trainer = Trainings.trainer(LAW, data, training, DenseOptions.DEFAULT)) {
      double[] first = numbers(Trainings.records(trainer, 4, 7));
      Trainings.records(trainer, 4, 8);
      assertThat(numbers(Trainings.records(trainer, 4, 7))).containsExactly(first);
    }
  }

  /** The kernel of one output at initialization is that of the network that is only sampled. */
  @ParameterizedTest
  @MethodSource("laws")
  void beginAsTheNetworksThatAreOnlySampled(Network law) {
    double cosine = 0.3;
    double[][] x = new double[2][law.widths().inputDim()];
    x[0][0] = 1;
    x[1][0] = cosine;
    x[1][1] = Math.sqrt(1 - cosine * cosine);
    TrainingData data = TrainingExamples.of(x, new double[] {1, -1}, Targets.VALUES);
    Method method = new Method.Steps(new Optimizer.Plain(), 0.1, 0, List.of(0L));
    Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 2);
    KernelMatrix kernel = new KernelMatrix(2);
    try (KernelSampler sampler = SamplerKind.DENSE.of(law, Inputs.withCosines(cosine))) {
      sampler.sample(3, 8, kernel);
    }
    double[] trained = Trainings.records(law, data, training, 3, 8).get(0).kernel();
    double[] sampled = {kernel.theta(0, 0), kernel.theta(0, 1), kernel.theta(1, 1)};
    for (int p = 0; p < 3; p++) {
      assertThat(trained[p]).isCloseTo(sampled[p], within(1e-12 * sampled[0]));
    }
  }

  static Stream<Network> laws() {
    Network law =
        new Network(Activation.RELU, 2, 0.1, Widths.of(9, 20, 30, 1), Parametrization.STANDARD);
    return Stream.of(
        law,
        law.with(Parametrization.NTK),
        law.with(Widths.of(2, 20, 1)),
        law.withVariances(1.5, 0),
        law.with(Initialization.ORTHOGONAL));
  }

  private static Training adam(Optional<Batch> batch) {
    Method method =
        new Method.Steps(new Optimizer.Adam(0.9, 0.999, 1e-8), batch, 0.01, 3, List.of(0L, 3L));
    return new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 2);
  }

  @Test
  void takeAsManyExamplesTogetherAsTheyLike() {
    int n = 2051;
    TrainingData data = data(n);
    double[] whole = numbers(Trainings.records(LAW, data, adam(Optional.empty()), 1, 1));
    double[] inBatches =
        numbers(Trainings.records(LAW, data, adam(Optional.of(Batch.of(n))), 1, 1));
    List<Quantity> all = List.of(Quantity.values());
    int loss = all.indexOf(Quantity.LOSS);
    int next = whole.length / 2;
    for (int at : new int[] {loss, next + loss, next + all.indexOf(Quantity.CHANGE)}) {
      assertThat(inBatches[at]).isCloseTo(whole[at], within(1e-12));
    }
    assertThat(whole[next + loss]).isLessThan(whole[loss]);
  }

  @Test
  void divergeWithWhatWasRecorded() {
    Method method = new Method.Steps(new Optimizer.Plain(), 50, 1000, List.of(0L, 1L, 1000L));
    Training training = new Training(Loss.SUM, method, StopRule.NEVER, LazyScale.NONE, 9);
    Network relu = new Network(Activation.RELU, 2, 0.1, LAW.widths(), Parametrization.STANDARD);
    List<TrainingRecord> records = Trainings.records(relu, data(9), training, 1, 1);
    TrainingRecord last = records.get(records.size() - 1);
    assertThat(last.stopped()).contains(StopRule.Reason.DIVERGED);
    assertThat(last.step()).isBetween(2L, 100L);
    assertThat(records.get(0).get(Quantity.LOSS)).isFinite();
    assertThat(records.get(0).stopped()).isEmpty();
  }

  @Test
  void areInFloatsWhatTheyAreInDoubles() {
    Training training =
        new Training(Loss.MEAN, steps(new Optimizer.Plain(), 0), StopRule.NEVER, LazyScale.NONE, 9);
    List<TrainingRecord> doubles = Trainings.records(LAW, data(9), training, 1, 1);
    DenseOptions options = new DenseOptions(Precision.FLOAT, 1L << 30);
    try (Trainer trainer = Trainings.trainer(LAW, data(9), training, options)) {
      List<TrainingRecord> floats = Trainings.records(trainer, 1, 1);
      for (int r = 0; r < doubles.size(); r++) {
        for (Quantity q : List.of(Quantity.LOSS, Quantity.KERNEL_NORM, Quantity.TEST_LOSS)) {
          double expected = doubles.get(r).get(q);
          assertThat(floats.get(r).get(q)).isCloseTo(expected, within(1e-5 * expected));
        }
      }
    }
  }
}
