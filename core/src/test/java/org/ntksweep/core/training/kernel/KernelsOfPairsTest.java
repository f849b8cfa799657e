package org.ntksweep.core.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.Readout;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;
import org.ntksweep.core.training.explicit.Drawn;
import org.ntksweep.core.training.plain.PlainNetwork;

/** Against Jacobians of all outputs and features, from the same weights. */
@DisplayName("Kernels of features and of pairs")
class KernelsOfPairsTest {
  private static final long SEED = 3;
  private static final long SAMPLE = 5;
  private static final int EXAMPLES = 6;
  private static final double[][] X = inputs();

  private static double[][] inputs() {
    Random random = new Random(4);
    double[][] x = new double[EXAMPLES][];
    Arrays.setAll(x, i -> random.doubles(4, -1, 1).toArray());
    return x;
  }

  private static Network law(Parametrization parametrization, Trainable trainable) {
    Widths widths = Widths.of(4, 5, 9, 7, 3);
    return new Network(Activation.TANH, 2.2, 0.3, widths, parametrization).with(trainable);
  }

  private static LearningNetwork network(Network law, Resources resources) {
    LearningNetwork network =
        new LearningNetwork(law, EXAMPLES, 7 * EXAMPLES, Precision.DOUBLE, resources);
    network.begin(SEED, SAMPLE);
    Pass<TrueSignals> pass = network.pass(EXAMPLES);
    for (int i = 0; i < EXAMPLES; i++) {
      System.arraycopy(X[i], 0, pass.inputs().vector(i), 0, X[i].length);
      pass.inputs().accept(i, 0);
    }
    pass.inputs().multiply(0, EXAMPLES);
    pass.forward(0, EXAMPLES);
    return network;
  }

  private static double norm(double[][] block) {
    double sum = 0;
    for (double[] row : block) {
      for (double entry : row) {
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  private static double[][] traced(double[][][][] blocks) {
    double[][] sum = new double[EXAMPLES][EXAMPLES];
    for (int p = 0; p < blocks.length; p++) {
      add(1, blocks[p][p], sum);
    }
    return sum;
  }

  private static void add(double factor, double[][] a, double[][] into) {
    for (int i = 0; i < EXAMPLES; i++) {
      for (int j = 0; j < EXAMPLES; j++) {
        into[i][j] += factor * a[i][j];
      }
    }
  }

  private static void checkTriangle(double[] found, double[][] expected) {
    int p = 0;
    for (int i = 0; i < expected.length; i++) {
      for (int j = i; j < expected.length; j++) {
        assertThat(found[p++]).isCloseTo(expected[i][j], within(1e-12 * expected[i][i]));
      }
    }
    assertThat(found).hasSize(p);
  }

  /** In one slice, in slices of one, and where the last slice is not full. */
  @ParameterizedTest
  @CsvSource({
    "STANDARD, ALL, 7",
    "STANDARD, ALL, 3",
    "NTK, ALL, 1",
    "NTK, WEIGHTS, 4",
    "STANDARD, WEIGHTS, 6"
  })
  void featuresByJacobians(Parametrization parametrization, Trainable trainable, int atOnce) {
    Network law = law(parametrization, trainable);
    double[][][][] blocks = Drawn.of(law, SEED, SAMPLE).featureBlocks(X);
    Slices slices = new Slices(7, atOnce);
    try (Resources resources = new Resources()) {
      LearningNetwork network = network(law, resources);

      TangentKernel traced = TangentKernel.ofFeatures(network, EXAMPLES, slices, resources);
      PairNorms pairs = new PairNorms(network, Readout.FEATURES, EXAMPLES, slices, resources);

      checkTriangle(traced.read(), traced(blocks));
      checkNorms(pairs.read(), blocks);
      checkNorms(pairs.read(), blocks);
    }
  }

  private static void checkNorms(double[] norms, double[][][][] blocks) {
    double[][] expected =
        Arrays.stream(blocks)
            .map(row -> Arrays.stream(row).mapToDouble(KernelsOfPairsTest::norm).toArray())
            .toArray(double[][]::new);
    checkTriangle(norms, expected);
  }

  @ParameterizedTest
  @CsvSource({"STANDARD, ALL, 3", "NTK, ALL, 2", "NTK, WEIGHTS, 1"})
  void outputsByJacobians(Parametrization parametrization, Trainable trainable, int atOnce) {
    Network law = law(parametrization, trainable);
    double[][][][] blocks = Drawn.of(law, SEED, SAMPLE).outputBlocks(X);
    Slices slices = new Slices(3, atOnce);
    try (Resources resources = new Resources()) {
      LearningNetwork network = network(law, resources);

      PairNorms pairs = new PairNorms(network, Readout.OUTPUTS, EXAMPLES, slices, resources);

      checkNorms(pairs.read(), blocks);
      checkTriangle(TangentKernel.traced(network, EXAMPLES, resources).read(), traced(blocks));
    }
  }

  /**
   * {@code Theta_ks = sum over p, q of W_kp W_sq Theta^h_pq + [k = s] (u <h, h'> + v)}: the kernel
   * of outputs that is computed is that of the features, carried through the last layer.
   */
  @ParameterizedTest
  @EnumSource(Parametrization.class)
  void outputsFollowFromFeatures(Parametrization parametrization) {
    Network law = law(parametrization, Trainable.ALL);
    PlainNetwork plain = Drawn.of(law, SEED, SAMPLE);
    double[][][][] features = plain.featureBlocks(X);
    double[][] w = plain.weights[law.depth()];
    try (Resources resources = new Resources()) {
      LearningNetwork network = network(law, resources);
      double[] found = TangentKernel.inFull(network, EXAMPLES, resources).read();
      double[] norms = new PairNorms(network, Readout.OUTPUTS, EXAMPLES, resources).read();
      int outputs = w.length;
      int at = 0;
      for (int k = 0; k < outputs; k++) {
        for (int s = k; s < outputs; s++) {
          double[][] expected = carried(features, w[k], w[s]);
          for (int i = 0; k == s && i < EXAMPLES; i++) {
            for (int j = 0; j < EXAMPLES; j++) {
              double product = inner(plain.features(X[i]), plain.features(X[j]));
              expected[i][j] += law.weightFactor(law.depth()) * product + law.biasFactor();
            }
          }
          checkBlock(found, k, s, outputs, expected);
          double norm = norm(expected);
          assertThat(norms[at++]).isCloseTo(norm, within(1e-12 * norm));
        }
      }
    }
  }

  private static double[][] carried(double[][][][] features, double[] wk, double[] ws) {
    double[][] sum = new double[EXAMPLES][EXAMPLES];
    for (int p = 0; p < wk.length; p++) {
      for (int q = 0; q < ws.length; q++) {
        add(wk[p] * ws[q], features[p][q], sum);
      }
    }
    return sum;
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }

  private static void checkBlock(
      double[] upperTriangle, int k, int s, int outputs, double[][] expected) {
    int order = EXAMPLES * outputs;
    for (int i = 0; i < EXAMPLES; i++) {
      for (int j = i; j < EXAMPLES; j++) {
        int row = i * outputs + k;
        int column = j * outputs + s;
        if (row <= column) {
          double entry = upperTriangle[row * order - row * (row - 1) / 2 + column - row];
          assertThat(entry).isCloseTo(expected[i][j], within(1e-12 * norm(expected)));
        }
      }
    }
  }
}
