package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Network;
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

/** Laws, data and courses of training without weights that its tests share. */
final class ConditionedCases {
  private ConditionedCases() {}

  static Training training(
      Loss loss, double learningRate, long steps, LazyScale lazy, int kernelExamples) {
    List<Long> recorded = LongStream.rangeClosed(0, steps).boxed().toList();
    return training(loss, learningRate, lazy, kernelExamples, recorded);
  }

  static Training training(
      Loss loss, double learningRate, LazyScale lazy, int kernelExamples, List<Long> recorded) {
    long steps = recorded.get(recorded.size() - 1);
    Method method = new Method.Steps(new Optimizer.Plain(), learningRate, steps, recorded);
    return new Training(loss, method, StopRule.NEVER, lazy, kernelExamples);
  }

  /** Random inputs, the last one a combination of the first two. */
  static double[][] inputs(int n, int dimension, Random random) {
    double[][] x = new double[n][dimension];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian() / Math.sqrt(dimension));
    }
    if (n > 2) {
      Arrays.setAll(x[n - 1], j -> 0.6 * x[0][j] - 0.3 * x[1][j]);
    }
    return x;
  }

  static TrainingData data(Network law, int n, boolean isTested) {
    Random random = new Random(7);
    int dimension = law.widths().inputDim();
    double[] labels = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
    Targets targets = law.widths().outputs() == 1 ? Targets.VALUES : Targets.ONE_HOT;
    Examples train = TrainingExamples.examples(inputs(n, dimension, random), labels, targets);
    double[] testLabels = {0, 1, 2};
    Examples test = TrainingExamples.examples(inputs(3, dimension, random), testLabels, targets);
    return new TrainingData(train, isTested ? Optional.of(test) : Optional.empty());
  }

  static ConditionedTrainer restored(ConditionedTrainer saved, ConditionedTrainer into)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    into.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return into;
  }

  static List<TrainingRecord> train(Network law, TrainingData data, Training training) {
    ConditionedTrainer trainer = Trainers.conditioned(law, data, training);
    trainer.begin(1, 4);
    return rest(trainer);
  }

  static List<TrainingRecord> rest(Trainer trainer) {
    List<TrainingRecord> records = new ArrayList<>();
    while (!trainer.isFinished()) {
      trainer.advance(1).ifPresent(records::add);
    }
    return records;
  }

  static TrainingData classes(int outputs) {
    double[] labels = {0, 1, 0, 1, 1};
    double[][] x = inputs(5, 4, new Random(3));
    Targets targets = outputs == 1 ? Targets.SIGNS : Targets.ONE_HOT;
    return new TrainingData(TrainingExamples.examples(x, labels, targets), Optional.empty());
  }

  static void assertSameBits(TrainingRecord a, TrainingRecord b) {
    assertThat(a.step()).isEqualTo(b.step());
    assertThat(a.kernel()).containsExactly(b.kernel());
    assertThat(a.stopped()).isEqualTo(b.stopped());
    for (Quantity quantity : Quantity.values()) {
      assertThat(Double.compare(a.get(quantity), b.get(quantity))).as(quantity.label()).isZero();
    }
  }
}
