package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.pass.revealed.Workspace;

@DisplayName("Samplers at the edges")
class SamplerEdgeCasesTest {
  private static Network relu(double sigmaW2, double sigmaB2, Widths widths) {
    return new Network(Activation.RELU, sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
  }

  private static double[] logs(SamplerKind kind, Network network, int n) {
    KernelMatrix kernel = new KernelMatrix(1);
    double[] logs = new double[n];
    try (KernelSampler sampler = kind.of(network, Inputs.single())) {
      for (int s = 0; s < n; s++) {
        sampler.sample(1, s, kernel);
        logs[s] = kernel.logAbsTheta(0, 0);
      }
    }
    return logs;
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void depthOneIsNotRandom(SamplerKind kind) {
    assertThat(logs(kind, relu(2, 0.5, Widths.of(7, 1)), 10)).containsOnly(Math.log(2));
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void noWeightVarianceLeavesTheOutputLayer(SamplerKind kind) {
    // X_{L-1} = sigma_b2 chi2(K), D_l = 0 below the output.
    double[] logs = logs(kind, relu(0, 0, Widths.of(7, 20, 20, 1)), 10);
    assertThat(logs).containsOnly(0);
    for (double log : logs(kind, relu(0, 0.5, Widths.of(7, 20, 20, 1)), 100)) {
      assertThat(log).isFinite().isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void deadLayersEndTheKernel(SamplerKind kind) {
    // Width 1, no biases: a layer lives with chance 1/2, and Theta = 1 exactly when one of the
    // three is dead.
    double[] logs = logs(kind, relu(2, 0, Widths.of(1, 1, 1, 1, 1)), 20_000);
    long dead = Arrays.stream(logs).filter(log -> log == 0).count();
    // 7 of 8; five standard errors are passed all but once in 2e6.
    assertThat(dead / 20_000.0).isCloseTo(0.875, within(5 * Math.sqrt(0.875 * 0.125 / 20_000)));
  }

  /** Norms leave the range of doubles, whichever sampler it is. */
  private static int deep(SamplerKind kind) {
    return kind == SamplerKind.DENSE ? 1500 : 5000;
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void thousandsOfLayersStayInRange(SamplerKind kind) {
    int depth = deep(kind);
    Network chaotic = relu(3.5, 0, Widths.constant(64, 64, depth));
    Network critical = relu(2, 0, Widths.constant(64, 64, depth));
    Network biased = relu(3.5, 0.1, Widths.constant(64, 64, depth));
    int n =
        switch (kind) {
          case NORM_CHAIN -> 400;
          case CONDITIONED -> 100;
          case DENSE -> 10;
        };
    double[] logs = logs(kind, chaotic, n);
    assertThat(Arrays.stream(logs)).allMatch(Double::isFinite);
    assertThat(Arrays.stream(logs(kind, biased, 3)))
        .allMatch(log -> Double.isFinite(log) && log > 0.5 * depth);
    // Homogeneity: the weights' part grows by the power of sigma_w2 that the depth says, once L is
    // large.
    double shift = (depth - 1) * Math.log(3.5 / 2);
    double[] scaled = logs(kind, critical, n);
    double[] weights = logsOfWeightPart(kind, critical, n);
    for (int s = 0; s < n; s++) {
      assertThat(weights[s]).isLessThanOrEqualTo(scaled[s]);
      weights[s] += shift;
    }
    double p = KolmogorovSmirnovTest.withDefaults().test(logs, weights).getPValue();
    assertThat(p).isGreaterThan(Comparison.FALSE_FAILURE);
  }

  private static double[] logsOfWeightPart(SamplerKind kind, Network network, int n) {
    KernelMatrix kernel = new KernelMatrix(1);
    double[] logs = new double[n];
    try (KernelSampler sampler = kind.of(network, Inputs.single())) {
      for (int s = 0; s < n; s++) {
        sampler.sample(2, s, kernel);
        logs[s] = Math.log(kernel.thetaWeight(0, 0));
      }
    }
    return logs;
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void vanishingKernelsHaveALogarithm(SamplerKind kind) {
    // NTK parametrization, no biases: Theta is about L (sigma_w2 m)^L with the mean square slope m,
    // 2.1 for selu and at most 1.3 for the others, far below the smallest
    // double.
    int depth = deep(kind);
    Widths widths = Widths.constant(64, 64, depth);
    for (Activation activation : Activation.all()) {
      Network ordered = new Network(activation, 0.2, 0, widths, Parametrization.NTK);
      boolean vanishes = activation.kind().valueAtZero() == 0;
      if (vanishes && kind.objection(ordered, Inputs.single()).isEmpty()) {
        double[] logs = logs(kind, ordered, 2);
        assertThat(Arrays.stream(logs)).allMatch(log -> Double.isFinite(log) && log < -0.5 * depth);
      }
    }
  }

  static Stream<Arguments> manyInputs() {
    return Stream.of(SamplerKind.CONDITIONED, SamplerKind.DENSE)
        .flatMap(kind -> Activation.all().stream().map(phi -> Arguments.of(kind, phi)));
  }

  /** Narrow layers, so that now and then every neuron is far out on one side. */
  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void extremeVariancesStayInRange(Activation activation) {
    for (double sigmaW2 : new double[] {1e-12, 40, 1e5, 1e12}) {
      for (double sigmaB2 : new double[] {0, 1e-12, 1e5, 1e12}) {
        Network law =
            new Network(
                activation, sigmaW2, sigmaB2, Widths.constant(2, 2, 40), Parametrization.STANDARD);
        double[] logs = logs(SamplerKind.CONDITIONED, law, 1000);
        assertThat(Arrays.stream(logs)).allMatch(Double::isFinite);
      }
    }
  }

  /** Far beyond the range of doubles gelu is ReLU: its growth is that of ReLU's mean. */
  @Test
  void geluExplodesLikeRelu() {
    Widths widths = Widths.constant(64, 64, 5000);
    Network law = new Network(Activation.GELU, 3.5, 0.1, widths, Parametrization.STANDARD);
    double[] relu = logs(SamplerKind.CONDITIONED, relu(3.5, 0.1, widths), 40);
    double[] gelu = logs(SamplerKind.CONDITIONED, law, 40);
    assertThat(Arrays.stream(gelu)).allMatch(log -> log > 2000 && log < 4000);
    // The logarithm scatters by 9 or so.
    double difference = Arrays.stream(gelu).sum() / 40 - Arrays.stream(relu).sum() / 40;
    assertThat(difference).isBetween(-30.0, 30.0);
  }

  @ParameterizedTest
  @MethodSource("manyInputs")
  void equalAndOppositeInputs(SamplerKind kind, Activation activation) {
    Network law =
        new Network(activation, 2.2, 0.4, Widths.of(5, 12, 12, 12, 1), Parametrization.STANDARD);
    Network unbiased = new Network(activation, 2.2, 0, law.widths(), Parametrization.STANDARD);
    KernelMatrix kernel = new KernelMatrix(3);
    KernelSampler sampler = kind.of(law, Inputs.withCosines(1, -1));
    KernelSampler odd = kind.of(unbiased, Inputs.withCosines(1, -1));
    for (int s = 0; s < 100; s++) {
      sampler.sample(3, s, kernel);
      assertThat(kernel.theta(0, 1))
          .isCloseTo(kernel.theta(0, 0), within(1e-10 * kernel.theta(0, 0)));
      assertThat(kernel.theta(1, 1))
          .isCloseTo(kernel.theta(0, 0), within(1e-10 * kernel.theta(0, 0)));
      assertThat(kernel.theta(1, 2))
          .isCloseTo(kernel.theta(0, 2), within(1e-10 * kernel.theta(0, 0)));
      odd.sample(3, s, kernel);
      if (activation.isOdd()) {
        // An odd activation without biases: the bias parts agree, the weight parts are opposite.
        assertThat(kernel.thetaBias(0, 2))
            .isCloseTo(kernel.thetaBias(0, 0), within(1e-10 * kernel.theta(0, 0)));
        assertThat(kernel.thetaWeight(0, 2))
            .isCloseTo(-kernel.thetaWeight(0, 0), within(1e-10 * kernel.theta(0, 0)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("manyInputs")
  void correlationsThatCollapseToOne(SamplerKind kind, Activation activation) {
    // Deep in the ordered phase both inputs become one, down to the last bit: the Gram matrix is
    // singular.
    Network law =
        new Network(activation, 0.3, 0.5, Widths.constant(20, 20, 300), Parametrization.STANDARD);
    KernelSampler sampler = kind.of(law, Inputs.withCosines(0, -0.5));
    KernelMatrix kernel = new KernelMatrix(3);
    for (int s = 0; s < 20; s++) {
      sampler.sample(4, s, kernel);
      double diagonal = kernel.theta(0, 0);
      assertThat(kernel.theta(0, 1)).isCloseTo(diagonal, within(1e-9 * diagonal));
      assertThat(kernel.theta(1, 2)).isCloseTo(diagonal, within(1e-9 * diagonal));
    }
  }

  /** What one sampler leaves in a workspace is nothing to the next, of whatever shape. */
  @Test
  void workspacesAreUsedAgain() {
    Workspace workspace = new Workspace();
    KernelMatrix actual = new KernelMatrix(2);
    KernelMatrix expected = new KernelMatrix(2);
    Inputs pair = Inputs.withCosines(0.5);
    for (int[] widths : new int[][] {{4, 9, 9, 1}, {4, 9, 9, 1}, {4, 30, 9, 30, 1}, {7, 5, 1}}) {
      for (double sigmaB2 : new double[] {0.3, 0}) {
        Network law =
            new Network(
                Activation.ERF, 1e300, sigmaB2, Widths.of(widths), Parametrization.STANDARD);
        SamplerKind.CONDITIONED.of(law, pair, DenseOptions.DEFAULT, workspace).sample(3, 8, actual);
        SamplerKind.CONDITIONED.of(law, pair).sample(3, 8, expected);
        for (int j = 0; j < 2; j++) {
          assertThat(actual.logAbsTheta(0, j)).isEqualTo(expected.logAbsTheta(0, j));
        }
      }
    }
  }

  @Test
  void firstInputsDoNotDependOnTheOthers() {
    Network law =
        new Network(Activation.TANH, 2, 0.1, Widths.of(4, 9, 30, 9, 1), Parametrization.STANDARD);
    KernelMatrix one = new KernelMatrix(1);
    KernelMatrix three = new KernelMatrix(3);
    KernelMatrix two = new KernelMatrix(2);
    KernelSampler single = SamplerKind.CONDITIONED.of(law, Inputs.single());
    KernelSampler triple = SamplerKind.CONDITIONED.of(law, Inputs.withCosines(0.5, 0.1));
    KernelSampler pair = SamplerKind.CONDITIONED.of(law, Inputs.withCosines(0.5));
    for (long s : new long[] {5, 0, 1_000_000_000_000L, 5}) {
      single.sample(5, s, one);
      triple.sample(5, s, three);
      pair.sample(5, s, two);
      assertThat(three.theta(0, 0)).isEqualTo(one.theta(0, 0)).isEqualTo(two.theta(0, 0));
      assertThat(three.theta(0, 1)).isEqualTo(two.theta(0, 1));
      assertThat(three.theta(1, 1)).isEqualTo(two.theta(1, 1));
    }
  }

  @Test
  void samplersSayWhatTheyDoNotDo() {
    Network tanh = new Network(Activation.TANH, 1, 0, Widths.of(1, 5, 1), Parametrization.STANDARD);
    assertThatThrownBy(() -> SamplerKind.NORM_CHAIN.of(tanh, Inputs.single()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("relu")
        .hasMessageContaining("tanh");
    assertThatThrownBy(() -> SamplerKind.CONDITIONED.of(tanh, Inputs.withCosines(0.5)))
        .hasMessageContaining("input_dim 1");
    Network relu = relu(1, 0, Widths.of(2, 5, 1));
    assertThatThrownBy(() -> SamplerKind.NORM_CHAIN.of(relu, Inputs.withCosines(0.5)))
        .hasMessageContaining("one input");
    assertThat(SamplerKind.cheapest(relu, Inputs.single())).isEqualTo(SamplerKind.NORM_CHAIN);
    assertThat(SamplerKind.cheapest(relu, Inputs.withCosines(0.5)))
        .isEqualTo(SamplerKind.CONDITIONED);
    assertThat(SamplerKind.cheapest(tanh, Inputs.withCosines(-1)))
        .isEqualTo(SamplerKind.CONDITIONED);
  }
}
