package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.ActivationKind;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.TrainingExamples;

/**
 * One linear hidden layer has the features kernel {@code <x, y> + 1} for every feature, and none
 * for two: where inner products have three values, the block-structured flow is that of the
 * network.
 */
@DisplayName("The block-structured flow beside networks")
class BlocksBesideNetworksTest {
  private static final int CLASSES = 3;
  private static final int PER_CLASS = 4;
  private static final int COUNT = CLASSES * PER_CLASS;

  private static Network law(Parametrization parametrization, Trainable trainable) {
    Widths widths = Widths.of(1 + CLASSES + COUNT, 8, CLASSES);
    return new Network(Activation.LINEAR, 1.5, 0.2, widths, parametrization).with(trainable);
  }

  /** Inner products 0.64 of any two examples, 0.75 more in a class, 1.69 more of an example. */
  private static TrainingData data(Targets targets) {
    double[][] x = new double[COUNT][1 + CLASSES + COUNT];
    double[] labels = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = i % CLASSES;
      x[i][0] = 0.8;
      x[i][1 + i % CLASSES] = Math.sqrt(0.75);
      x[i][1 + CLASSES + i] = 1.3;
    }
    return new TrainingData(TrainingExamples.examples(x, labels, targets), Optional.empty());
  }

  private static Training training(Method method, Loss loss, LazyScale lazy) {
    return new Training(
        loss, method, StopRule.NEVER, lazy, COUNT, EnumSet.allOf(Observation.class));
  }

  private static Method flow(double time) {
    return new Method.Flow(time, 1e-8, List.of(0.0, time / 10, time));
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, ALL, SUM, ONE_HOT, 1",
    "STANDARD, ALL, MEAN, CENTERED, 1",
    "NTK, ALL, SUM, ONE_HOT, 1",
    "NTK, WEIGHTS, MEAN, ONE_HOT, 2",
    "STANDARD, WEIGHTS, SUM, ONE_HOT, 0.5"
  })
  void isTheirsWhereTheKernelHasBlocks(
      Parametrization parametrization,
      Trainable trainable,
      Loss loss,
      Targets targets,
      double alpha) {
    Network law = law(parametrization, trainable);
    double time = (loss == Loss.SUM ? 1 : COUNT) * 0.5;
    Training training = training(flow(time), loss, new LazyScale(alpha, false));
    List<TrainingRecord> records = Trainings.records(law, data(targets), training, 3, 1);
    assertThat(records).hasSize(3);
    for (TrainingRecord record : records) {
      assertSame(record, Quantity.BLOCKS_LOSS, Quantity.LOSS);
      assertSame(record, Quantity.BLOCKS_NC1, Quantity.NC1);
      assertSame(record, Quantity.BLOCKS_NC2, Quantity.NC2);
      assertSame(record, Quantity.BLOCKS_NC3, Quantity.NC3);
      assertSame(record, Quantity.BLOCKS_WITHIN_CLASS_NORM, Quantity.WITHIN_CLASS_NORM);
      double first = records.get(0).get(Quantity.INVARIANT_NORM);
      assertThat(record.get(Quantity.INVARIANT_NORM)).isCloseTo(first, within(1e-5 * first));
    }
    assertThat(records.get(2).get(Quantity.LOSS))
        .isLessThan(0.8 * records.get(0).get(Quantity.LOSS));
  }

  private static void assertSame(TrainingRecord record, Quantity model, Quantity network) {
    double expected = record.get(network);
    assertThat(record.get(model)).as(model.label()).isCloseTo(expected, within(1e-5 * expected));
  }

  /** Of a kernel that has no blocks and moves. */
  @Test
  void isNotTheirsElsewhere() {
    Network law =
        new Network(
            Activation.RELU, 2, 0, Widths.of(16, 12, 12, CLASSES), Parametrization.STANDARD);
    Training training = training(flow(1), Loss.SUM, LazyScale.NONE);
    List<TrainingRecord> records = Trainings.records(law, data(Targets.ONE_HOT), training, 3, 1);
    TrainingRecord first = records.get(0);
    TrainingRecord last = records.get(2);
    assertSame(first, Quantity.BLOCKS_LOSS, Quantity.LOSS);
    assertSame(first, Quantity.BLOCKS_NC1, Quantity.NC1);
    double loss = last.get(Quantity.LOSS);
    assertThat(Math.abs(last.get(Quantity.BLOCKS_LOSS) / loss - 1)).isGreaterThan(0.01);
    double invariant = last.get(Quantity.INVARIANT_NORM) / first.get(Quantity.INVARIANT_NORM);
    assertThat(Math.abs(invariant - 1)).isGreaterThan(0.01);
  }

  /** Momentum lengthens steps. */
  @Test
  void isThatOfSmallStepsWithMomentum() {
    Network law = law(Parametrization.STANDARD, Trainable.ALL);
    Method method = new Method.Steps(new Optimizer.Nesterov(0.9), 1e-5, 4_000, List.of(0L, 4_000L));
    List<TrainingRecord> records =
        Trainings.records(
            law, data(Targets.ONE_HOT), training(method, Loss.SUM, LazyScale.NONE), 3, 1);
    double loss = records.get(1).get(Quantity.LOSS);
    assertThat(records.get(1).get(Quantity.BLOCKS_LOSS)).isCloseTo(loss, within(5e-3 * loss));
    assertThat(loss).isLessThan(0.8 * records.get(0).get(Quantity.LOSS));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LINEAR", "RELU"},
      value = ActivationKind.class)
  void goesOnWithTheSameBits(ActivationKind kind) throws IOException {
    Network law =
        new Network(
            Activation.parse(kind.name().toLowerCase(Locale.ROOT)),
            1.5,
            0.2,
            Widths.of(16, 8, CLASSES),
            Parametrization.STANDARD);
    Method method = new Method.Steps(new Optimizer.Plain(), 0.01, 20, List.of(0L, 3L, 11L, 20L));
    Training training = training(method, Loss.SUM, LazyScale.NONE);
    TrainingData data = data(Targets.ONE_HOT);
    List<TrainingRecord> expected = Trainings.records(law, data, training, 4, 7);
    try (Trainer trainer = Trainings.trainer(law, data, training, DenseOptions.DEFAULT)) {
      trainer.begin(4, 7);
      List<TrainingRecord> records = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        trainer.advance(1).ifPresent(records::add);
      }
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      trainer.save(new DataOutputStream(saved));
      trainer.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
      records.addAll(Trainings.rest(trainer));
      assertThat(records).hasSameSizeAs(expected);
      for (int r = 0; r < records.size(); r++) {
        for (Quantity quantity : Quantity.values()) {
          Double found = records.get(r).get(quantity);
          assertThat(found).isEqualTo(Double.valueOf(expected.get(r).get(quantity)));
        }
      }
    }
  }

  /** As many examples of every class are what it speaks of. */
  @Test
  void isNotOfClassesOfDifferentSizes() {
    Random random = new Random(2);
    double[][] x = new double[5][];
    for (int i = 0; i < 5; i++) {
      x[i] = random.doubles(16, -1, 1).toArray();
    }
    TrainingData data =
        new TrainingData(
            TrainingExamples.examples(x, new double[] {0, 1, 2, 0, 1}, Targets.ONE_HOT),
            Optional.empty());
    Training training =
        new Training(
            Loss.SUM,
            flow(0.1),
            StopRule.NEVER,
            LazyScale.NONE,
            5,
            EnumSet.allOf(Observation.class));
    Network law = law(Parametrization.STANDARD, Trainable.ALL);
    TrainingRecord record = Trainings.records(law, data, training, 3, 1).get(0);
    assertThat(record.get(Quantity.KAPPA_D)).isPositive();
    assertThat(record.get(Quantity.INVARIANT_NORM)).isNaN();
    assertThat(record.get(Quantity.BLOCKS_LOSS)).isNaN();
  }
}
