package org.ntksweep.core.theory.infinite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.Covariance;
import org.ntksweep.core.theory.meanfield.MeanField;

@DisplayName("Infinite-width kernel")
class InfiniteWidthKernelTest {
  private static final double[] COSINES = {1, 0.9, 0.5, 0.1, 0};

  private static double theta(Network law, double cosine) {
    return InfiniteWidthKernel.atCosine(law, cosine).atFullDepth().theta();
  }

  private static Network law(
      Activation activation, double sigmaW2, double sigmaB2, Widths widths, Parametrization p) {
    return new Network(activation, sigmaW2, sigmaB2, widths, p);
  }

  @ParameterizedTest
  @CsvSource({
    "relu, 2.5, 0.3, 106.421484, 92.540267, 76.839457, 68.652030, 67.080176",
    "tanh, 2.5, 0.3, 43.234258, 39.448996, 29.613020, 23.738105, 22.583555",
    "erf, 2.0, 0.1, 57.868368, 49.616531, 30.954636, 21.066962, 19.173059"
  })
  void referenceValues(
      Activation activation,
      double sigmaW2,
      double sigmaB2,
      double at1,
      double at09,
      double at05,
      double at01,
      double at0) {
    Widths widths = Widths.of(10, 16, 16, 16, 16, 16, 1);
    Network law = law(activation, sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
    double[] expected = {at1, at09, at05, at01, at0};
    for (int i = 0; i < COSINES.length; i++) {
      assertThat(theta(law, COSINES[i])).isCloseTo(expected[i], within(5.1e-7));
    }
  }

  /** ReLU's mean on the diagonal has no finite-width correction; these are exact means. */
  @Test
  void reluDiagonalIsTheExactMean() {
    Widths widths = Widths.of(20, 30, 50, 40, 60, 30, 25, 1);
    Network standard = law(Activation.RELU, 1.8, 0.4, widths, Parametrization.STANDARD);
    InfiniteWidthEntry entry = InfiniteWidthKernel.atCosine(standard, 1).atFullDepth();
    assertThat(entry.theta()).isCloseTo(122.77503375, within(1e-11));
    assertThat(entry.thetaWeight()).isCloseTo(117.55800275, within(1e-11));
    assertThat(entry.thetaBias()).isCloseTo(5.217031, within(1e-11));
    Network ntk = law(Activation.RELU, 1.8, 0.4, widths, Parametrization.NTK);
    assertThat(theta(ntk, 1)).isCloseTo(7.81061863, within(1e-11));
  }

  /** The sum written out layer by layer, for inputs of any norm. */
  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void isTheSumOverLayers(Activation activation) {
    Widths widths = Widths.of(7, 5, 9, 4, 6, 1);
    Network law = law(activation, 1.7, 0.2, widths, Parametrization.NTK);
    Inputs inputs = Inputs.ofCoordinates(new double[][] {{0.5, -1, 0.2}, {2, 0.3, 1}});
    GaussianExpectations phi = GaussianExpectations.of(activation);
    int depth = law.depth();
    Covariance[] h = new Covariance[depth + 1];
    double[] entering = new double[depth + 1];
    Covariance x = Covariance.ofInputs(inputs, 0, 1, 7);
    for (int l = 1; l <= depth; l++) {
      entering[l] = x.q12() * widths.at(l - 1);
      h[l] = x.throughLayer(1.7, 0.2);
      x = phi.activations(h[l]);
    }
    double weight = 0;
    double bias = 0;
    double back = 1;
    for (int l = depth; l >= 1; l--) {
      weight += back * 1.7 / widths.at(l - 1) * entering[l];
      bias += back * 0.2;
      back *= l == 1 ? 1 : 1.7 * phi.slopes(h[l - 1]);
    }
    InfiniteWidthEntry entry = InfiniteWidthKernel.of(law, inputs, 0, 1).atFullDepth();
    assertThat(entry.thetaWeight()).isCloseTo(weight, within(1e-13 * Math.abs(weight)));
    assertThat(entry.thetaBias()).isCloseTo(bias, within(1e-13 * bias));
    assertThat(entry.theta()).isCloseTo(weight + bias, within(1e-13));
    assertThat(entry.outputCovariance()).isCloseTo(h[depth].q12(), within(1e-15));
  }

  /** Every depth of one pass is the kernel of a network of that depth. */
  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void depthsArePrefixes(Activation activation) {
    Network deep = law(activation, 2.2, 0.1, Widths.constant(12, 30, 40), Parametrization.STANDARD);
    InfiniteWidthKernel kernel = InfiniteWidthKernel.atCosine(deep, 0.3);
    for (int depth : new int[] {1, 2, 3, 17, 40}) {
      Widths widths = Widths.constant(12, 30, depth);
      Network law = law(activation, 2.2, 0.1, widths, Parametrization.STANDARD);
      assertThat(kernel.atDepth(depth).theta()).isEqualTo(theta(law, 0.3));
    }
  }

  /** {@code L a^(L-1)} from the weights and {@code (a^L - 1) / (a - 1)} from the biases. */
  @Test
  void explodingNetworksStayInRange() {
    Widths widths = Widths.constant(64, 64, 5000);
    Network law = law(Activation.RELU, 3.5, 0, widths, Parametrization.STANDARD);
    InfiniteWidthEntry diagonal = InfiniteWidthKernel.atCosine(law, 1).atFullDepth();
    double a = 1.75;
    double expected = 4999 * Math.log(a) + Math.log(5000 + a / (a - 1));
    assertThat(diagonal.logAbsTheta()).isCloseTo(expected, within(1e-10));
    assertThat(diagonal.theta()).isInfinite();
    double log = InfiniteWidthKernel.atCosine(law, 0.2).atFullDepth().logAbsTheta();
    assertThat(log).isFinite().isLessThan(diagonal.logAbsTheta());
  }

  /** Without biases every layer of a vanishing network contributes {@code sigma_w2^L}. */
  @ParameterizedTest
  @ValueSource(strings = {"tanh", "linear"})
  void vanishingNetworksStayInRange(Activation activation) {
    Network law = law(activation, 0.2, 0, Widths.constant(64, 64, 5000), Parametrization.NTK);
    InfiniteWidthEntry entry = InfiniteWidthKernel.atCosine(law, 0.5).atFullDepth();
    double log = 5000 * Math.log(0.2) + Math.log(5000 * 0.5 / 64);
    // tanh is its tangent but for the first layers.
    assertThat(entry.logAbsTheta()).isCloseTo(log, within(0.02));
    assertThat(entry.thetaBias()).isZero();
  }

  /** One layer more multiplies the kernel by about {@code chi_1} far into the chaotic phase. */
  @ParameterizedTest
  @CsvSource({"tanh, 3, 0.2", "erf, 2.5, 0.2", "relu, 2.4, 0"})
  void growsLikeChi1(Activation activation, double sigmaW2, double sigmaB2) {
    Widths widths = Widths.constant(50, 50, 400);
    Network law = law(activation, sigmaW2, sigmaB2, widths, Parametrization.NTK);
    InfiniteWidthKernel kernel = InfiniteWidthKernel.atCosine(law, 1);
    double rate = kernel.atDepth(400).logAbsTheta() - kernel.atDepth(399).logAbsTheta();
    boolean steady = !activation.equals(Activation.RELU);
    double expected = Math.log(MeanField.of(law).chi1()) + (steady ? 0 : Math.log(400 / 399.0));
    assertThat(rate).isCloseTo(expected, within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void growsWithTheCosine(Activation activation) {
    Widths widths = Widths.constant(10, 20, 8);
    Network law = law(activation, 2.1, 0.1, widths, Parametrization.STANDARD);
    double previous = Double.NEGATIVE_INFINITY;
    for (double cosine = -1; cosine <= 1; cosine += 0.125) {
      double theta = theta(law, cosine);
      assertThat(theta).isGreaterThan(previous);
      previous = theta;
    }
  }

  /** At cosine 1 - d the off-diagonal meets the diagonal: smoothly, or like sqrt(d) with a kink. */
  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void meetsTheDiagonal(Activation activation) {
    Widths widths = Widths.constant(10, 20, 8);
    // The sigmoid's slope of at most 1/4 would leave no digits at the common 1.9.
    double sigmaW2 = activation.equals(Activation.SIGMOID) ? 60 : 1.9;
    Network law = law(activation, sigmaW2, 0.1, widths, Parametrization.STANDARD);
    double diagonal = theta(law, 1);
    boolean kink = activation.hasKink();
    double exponent = kink ? 0.5 : 1;
    double d = kink ? 1e-8 : 1e-6;
    double far = (1 - theta(law, 1 - d) / diagonal) / Math.pow(d, exponent);
    double near = (1 - theta(law, 1 - d / 100) / diagonal) / Math.pow(d / 100, exponent);
    assertThat(near / far).isCloseTo(1, within(1e-3));
  }

  /** A zero input without biases: nothing but the bias of the last layer is trainable. */
  @Test
  void zeroInput() {
    Inputs inputs = Inputs.ofCoordinates(new double[][] {{1, 0}, {0, 0}});
    Network law = law(Activation.RELU, 2, 0, Widths.constant(5, 9, 6), Parametrization.STANDARD);
    assertThat(InfiniteWidthKernel.of(law, inputs, 1, 1).atFullDepth().theta()).isEqualTo(1);
    assertThat(InfiniteWidthKernel.of(law, inputs, 0, 1).atFullDepth().theta()).isEqualTo(1);
  }
}
