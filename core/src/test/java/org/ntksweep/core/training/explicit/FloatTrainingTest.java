package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
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

@DisplayName("Training in floats")
class FloatTrainingTest {
  private static final int N = 7;

  /** Two examples of one input. */
  private static TrainingData twins() {
    Random random = new Random(5);
    double[][] x =
        IntStream.range(0, N)
            .mapToObj(i -> random.doubles(4, -1, 1).toArray())
            .toArray(double[][]::new);
    x[N - 1] = x[1];
    double[] labels = IntStream.range(0, N).mapToDouble(i -> i % 3).toArray();
    return TrainingExamples.of(x, labels, Targets.ONE_HOT);
  }

  private static List<TrainingRecord> records(Network law, Precision precision) {
    Method method = new Method.Steps(new Optimizer.Plain(), 1e-3, 3, List.of(0L, 3L));
    Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, N);
    DenseOptions options = new DenseOptions(precision, 1L << 30);
    try (Trainer trainer = Trainings.trainer(law, twins(), training, options)) {
      return Trainings.records(trainer, 2, 3);
    }
  }

  /** Kernels of equal inputs are singular, and their roundings no eigenvalue. */
  @ParameterizedTest
  @ValueSource(ints = {20, 133, 700})
  void roundingsAreNoEigenvalues(int width) {
    Network law =
        new Network(
            Activation.RELU, 2, 0.1, Widths.of(4, width, width, 3), Parametrization.STANDARD);
    List<TrainingRecord> doubles = records(law, Precision.DOUBLE);
    List<TrainingRecord> floats = records(law, Precision.FLOAT);
    for (int r = 0; r < doubles.size(); r++) {
      assertThat(doubles.get(r).get(Quantity.CONDITION)).isInfinite();
      assertThat(floats.get(r).get(Quantity.CONDITION)).isInfinite();
      assertThat(floats.get(r).get(Quantity.EIGENVALUE_MIN)).isZero();
      for (Quantity q : List.of(Quantity.EFFECTIVE_RANK, Quantity.NC1, Quantity.PREDICTED_LOSS)) {
        double expected = doubles.get(r).get(q);
        assertThat(floats.get(r).get(q)).as(q.label()).isCloseTo(expected, within(1e-4 * expected));
      }
    }
  }
}
