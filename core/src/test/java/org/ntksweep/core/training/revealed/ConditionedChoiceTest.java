package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.core.training.revealed.ConditionedCases.data;
import static org.ntksweep.core.training.revealed.ConditionedCases.rest;
import static org.ntksweep.core.training.revealed.ConditionedCases.training;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.core.training.schedule.RateSchedule;

@DisplayName("When training without weights is taken")
class ConditionedChoiceTest {
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
    Method adam = new Method.Steps(new Optimizer.Adam(0.9, 0.99, 1e-8), 0.1, 1, List.of(0L, 1L));
    Method batches =
        new Method.Steps(new Optimizer.Plain(), Optional.of(Batch.of(2)), 0.1, 1, List.of(0L, 1L));
    Method decay = steps(new Optimizer.Plain(), 1e-3, RateSchedule.constant(0.1));
    RateSchedule drops = new RateSchedule(0.1, List.of(1L), 0.1);
    Method momentum = steps(new Optimizer.Momentum(0.9), 0, drops);
    for (Method method : List.of(adam, batches, decay, momentum)) {
      Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 2);
      assertThat(TrainerKind.CONDITIONED.objection(law, data, training))
          .hasValueSatisfying(reason -> assertThat(reason).contains("dense"));
    }
    Network zero = law.withVariances(0, 0.1);
    assertThat(TrainerKind.CONDITIONED.objection(zero, data, plain)).isPresent();
    assertThat(TrainerKind.CONDITIONED.objection(zero.with(Parametrization.NTK), data, plain))
        .isEmpty();
  }

  private static Method steps(Optimizer optimizer, double weightDecay, RateSchedule rate) {
    return new Method.Steps(optimizer, weightDecay, Optional.empty(), rate, 2, List.of(0L, 2L));
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
