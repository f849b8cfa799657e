package org.ntksweep.core.training.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;

@DisplayName("Features of the last hidden layer")
class LastFeaturesTest {
  private static final int FEATURES = 3;
  private static final Network LAW =
      new Network(Activation.RELU, 2, 0.1, Widths.of(4, 5, FEATURES, 2), Parametrization.NTK);

  private static Examples examples(int count) {
    Random random = new Random(1);
    double[][] x = new double[count][];
    double[][] y = new double[count][];
    Arrays.setAll(x, i -> random.doubles(4, -1, 1).toArray());
    Arrays.setAll(y, i -> new double[] {i % 2, 1 - i % 2});
    return Examples.of(x, y, new double[count]);
  }

  private static Training training() {
    Method none = new Method.Steps(new Optimizer.Plain(), 1, 0, List.of(0L));
    return new Training(Loss.MEAN, none, StopRule.NEVER, LazyScale.NONE, 1);
  }

  private static double[][] seen(LastFeatures features, int count) {
    double[][] seen = new double[count][];
    features.visit((i, h) -> seen[i] = Arrays.copyOf(h, FEATURES));
    return seen;
  }

  /** One chunk, and three of which all, some and none are kept. */
  @ParameterizedTest
  @CsvSource({"700, 0", "2100, 100000", "2100, 3000", "2100, 10", "2100, 0"})
  void areThoseOfEveryExampleHoweverManyAreKept(int count, long most) {
    try (Resources resources = new Resources()) {
      LearningNetwork network = new LearningNetwork(LAW, 1024, 1024, Precision.DOUBLE, resources);
      network.begin(2, 3);
      Objective objective = new Objective(network, examples(count), training());
      LastFeatures features = new LastFeatures(network, objective, most);

      objective.upAll();

      double[][] weights = network.lastWeights();
      double unit = Math.sqrt(LAW.weightVariance(3));
      double[][] once = seen(features, count);
      for (int i = 0; i < count; i++) {
        // What an output is, less the bias, which is that of the first example too.
        for (int k = 0; k < 2; k++) {
          double sum = objective.answers().output(i, k) - objective.answers().output(0, k);
          for (int p = 0; p < FEATURES; p++) {
            sum -= unit * weights[k][p] * (once[i][p] - once[0][p]);
          }
          assertThat(Math.abs(sum)).isLessThan(1e-13);
        }
      }
      if (count > 1024) {
        assertThat(seen(features, count)).isDeepEqualTo(once);
      }
    }
  }
}
