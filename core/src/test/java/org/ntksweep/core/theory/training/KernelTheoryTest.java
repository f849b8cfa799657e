package org.ntksweep.core.theory.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

@DisplayName("Kernel theory of a point")
class KernelTheoryTest {
  private static final double[][] ORTHOGONAL = {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}};

  private static Network law(Activation activation, double sigmaW2, double sigmaB2, int depth) {
    return new Network(
        activation, sigmaW2, sigmaB2, Widths.constant(3, 5, depth), Parametrization.STANDARD);
  }

  /** One layer: {@code Theta = X'X + 1}, 5 on the diagonal and 1 elsewhere; eigenvalues 4, 4, 7. */
  @Test
  void oneLayerIsALinearModel() {
    Network law = law(Activation.RELU, 2, 0.5, 1);
    KernelTheory theory = KernelTheory.of(law, ORTHOGONAL, 1.0 / 3);
    assertThat(theory.gram().orElseThrow().theta())
        .containsExactly(new double[] {5, 1, 1, 5, 1, 5}, within(1e-14));
    assertThat(theory.stableRate().orElseThrow()).isCloseTo(6.0 / 7, within(1e-14));
    Network tenOutputs = law.with(Widths.of(3, 10));
    assertThat(KernelTheory.of(tenOutputs, ORTHOGONAL, 1).tracedKernel(2).orElseThrow())
        .containsExactly(new double[] {50, 10, 50}, within(1e-13));
    // r_0 along (1, 1, 1): one eigenvalue, 7, and the loss (1/6) |r|^2.
    FrozenPrediction prediction = theory.kernel().orElseThrow().from(new double[] {1, 1, 1});
    double left = StrictMath.pow(1 - 0.3 * 7 / 3, 4);
    assertThat(prediction.lossAfter(2, LinearUpdate.plain(0.3))).isCloseTo(left / 2, within(1e-14));
    assertThat(prediction.lossAt(0.3)).isCloseTo(StrictMath.exp(-1.4) / 2, within(1e-14));
  }

  /** Whoever asked for what before: as a theory of these examples alone has it. */
  @Test
  void kernelsOfSomeExamplesDependOnThemAlone() {
    Network law = law(Activation.TANH, 2, 0.1, 3);
    double[][] inputs = new double[40][];
    for (int i = 0; i < inputs.length; i++) {
      double angle = 0.1 + 0.07 * i;
      inputs[i] = new double[] {StrictMath.cos(angle), StrictMath.sin(angle), 0};
    }
    double[] alone =
        KernelTheory.of(law, Arrays.copyOf(inputs, 25), 1).tracedKernel(25).orElseThrow();

    KernelTheory theory = KernelTheory.of(law, inputs, 1);
    assertThat(theory.tracedKernel(25).orElseThrow()).containsExactly(alone);
    assertThat(theory.kernel()).isPresent();
    assertThat(theory.tracedKernel(25).orElseThrow()).containsExactly(alone);
  }

  @Test
  void whatHasNoStableRate() {
    Network deep = law(Activation.RELU, 3.5, 0.3, 5000);
    KernelTheory beyondDoubles = KernelTheory.of(deep, ORTHOGONAL, 1);
    assertThat(beyondDoubles.kernel()).isEmpty();
    assertThat(beyondDoubles.stableRate()).isEmpty();
    assertThat(beyondDoubles.tracedKernel(1).orElseThrow())
        .containsExactly(Double.POSITIVE_INFINITY);
    Network uniform = law(Activation.RELU, 2, 0.3, 4).with(Initialization.UNIFORM);
    assertThat(KernelTheory.of(uniform, ORTHOGONAL, 1).gram()).isEmpty();
    assertThat(KernelTheory.of(uniform, ORTHOGONAL, 1).stableRate()).isEmpty();
    assertThat(KernelTheory.of(uniform.withVariances(2, 0), ORTHOGONAL, 1).gram()).isPresent();
    double[][] many = new double[KernelTheory.LARGEST_ORDER + 1][3];
    assertThat(KernelTheory.of(law(Activation.RELU, 2, 0, 2), many, 1).kernel()).isEmpty();
  }

  /**
   * A wide network trained by explicit gradients in the NTK parametrization follows the prediction
   * from its own kernel, and, as its kernel is near that of infinite width, from that one.
   */
  @Test
  void wideNetworksFollow() {
    int width = 3000;
    Network law =
        new Network(Activation.TANH, 1.5, 0.1, Widths.of(3, width, 1), Parametrization.NTK);
    TwoLayers network = new TwoLayers(law, new SplittableRandom(1));
    double[] targets = {1, -1, 0.5};
    KernelTheory theory = KernelTheory.of(law, ORTHOGONAL, 1);
    double rate = 0.3 * theory.stableRate().orElseThrow();
    double[] residual = network.residual(ORTHOGONAL, targets);
    FrozenPrediction infinite = theory.kernel().orElseThrow().from(residual);
    LinearUpdate update = LinearUpdate.plain(rate);
    double start = infinite.lossAfter(0, update);
    for (int t = 0; t <= 8; t++) {
      residual = network.residual(ORTHOGONAL, targets);
      double loss = 0;
      for (double r : residual) {
        loss += r * r / 2;
      }
      assertThat(infinite.lossAfter(t, update)).isCloseTo(loss, within(0.05 * start));
      network.step(ORTHOGONAL, residual, rate);
    }
    assertThat(infinite.lossAfter(8, update)).isLessThan(0.2 * start);
  }

  /** One hidden layer of tanh in the NTK parametrization, written from the definitions. */
  private static final class TwoLayers {
    private final double[][] w;
    private final double[] b;
    private final double[] v;
    private double c;
    private final double[] scale;

    TwoLayers(Network law, SplittableRandom random) {
      int n = law.widths().at(1);
      scale = new double[] {Math.sqrt(1.5 / 3), Math.sqrt(1.5 / n), Math.sqrt(0.1)};
      w = new double[n][];
      b = random.doubles(n).map(u -> random.nextGaussian()).toArray();
      v = random.doubles(n).map(u -> random.nextGaussian()).toArray();
      c = random.nextGaussian();
      for (int k = 0; k < n; k++) {
        w[k] = random.doubles(3).map(u -> random.nextGaussian()).toArray();
      }
    }

    private double hidden(int k, double[] x) {
      double h = scale[2] * b[k];
      for (int j = 0; j < 3; j++) {
        h += scale[0] * w[k][j] * x[j];
      }
      return StrictMath.tanh(h);
    }

    double[] residual(double[][] x, double[] y) {
      double[] residual = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        double f = scale[2] * c;
        for (int k = 0; k < v.length; k++) {
          f += scale[1] * v[k] * hidden(k, x[i]);
        }
        residual[i] = f - y[i];
      }
      return residual;
    }

    void step(double[][] x, double[] residual, double rate) {
      for (int k = 0; k < v.length; k++) {
        double byV = 0;
        double[] byW = new double[3];
        double byB = 0;
        for (int i = 0; i < residual.length; i++) {
          double value = hidden(k, x[i]);
          double back = residual[i] * scale[1] * v[k] * (1 - value * value);
          byV += residual[i] * scale[1] * value;
          byB += back * scale[2];
          for (int j = 0; j < 3; j++) {
            byW[j] += back * scale[0] * x[i][j];
          }
        }
        v[k] -= rate * byV;
        b[k] -= rate * byB;
        for (int j = 0; j < 3; j++) {
          w[k][j] -= rate * byW[j];
        }
      }
      for (double r : residual) {
        c -= rate * scale[2] * r;
      }
    }
  }
}
