package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;

@DisplayName("The dense sampler")
class DenseSamplerTest {
  private static final Network LAW =
      new Network(
          Activation.TANH, 2, 0.1, Widths.of(5, 40, 30, 50, 40, 1), Parametrization.STANDARD);
  private static final Inputs INPUTS = Inputs.withCosines(0.9, 0.5, 0.3, 0, -0.5, -1);

  private static double[] draw(Network law, Inputs inputs, DenseOptions options, int samples) {
    KernelMatrix kernel = new KernelMatrix(inputs.count());
    double[] entries = new double[samples * inputs.count()];
    try (KernelSampler sampler = SamplerKind.DENSE.of(law, inputs, options)) {
      for (int s = 0; s < samples; s++) {
        sampler.sample(9, s, kernel);
        for (int j = 0; j < inputs.count(); j++) {
          entries[s * inputs.count() + j] = kernel.theta(0, j);
        }
      }
    }
    return entries;
  }

  @ParameterizedTest
  @EnumSource(Initialization.class)
  void memoryDoesNotShowInTheBits(Initialization initialization) {
    Network law = LAW.with(initialization);
    double[] roomy = draw(law, INPUTS, DenseOptions.DEFAULT, 20);
    long least = DenseOptions.DEFAULT.leastMemory(law, INPUTS);
    for (long more : new long[] {0, 3_000, 12_000, 30_000}) {
      DenseOptions options = new DenseOptions(Precision.DOUBLE, least + more);
      assertThat(draw(law, INPUTS, options, 20)).isEqualTo(roomy);
    }
    assertThatThrownBy(
            () -> SamplerKind.DENSE.of(law, INPUTS, new DenseOptions(Precision.DOUBLE, least - 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(least + " bytes");
  }

  @ParameterizedTest
  @MethodSource("org.ntksweep.core.network.Activation#all")
  void floatsAgreeToTheirPrecision(Activation activation) {
    Network law = new Network(activation, 2, 0.1, LAW.widths(), Parametrization.NTK);
    double[] exact = draw(law, INPUTS, DenseOptions.DEFAULT, 20);
    double[] rounded = draw(law, INPUTS, new DenseOptions(Precision.FLOAT, 1 << 20), 20);
    for (int i = 0; i < exact.length; i++) {
      double diagonal = exact[i - i % INPUTS.count()];
      assertThat(rounded[i]).isCloseTo(exact[i], within(1e-4 * diagonal)).isNotEqualTo(exact[i]);
    }
  }

  @Test
  void floatsReachAnyDepth() {
    Network law =
        new Network(
            Activation.RELU, 3.5, 0, Widths.constant(20, 20, 1500), Parametrization.STANDARD);
    KernelMatrix kernel = new KernelMatrix(2);
    DenseOptions options = new DenseOptions(Precision.FLOAT, 1 << 30);
    try (KernelSampler sampler = SamplerKind.DENSE.of(law, Inputs.withCosines(0.5), options)) {
      sampler.sample(1, 1, kernel);
    }
    assertThat(kernel.logAbsTheta(0, 0)).isBetween(400.0, 1500.0);
    assertThat(kernel.logAbsTheta(0, 1)).isFinite();
  }

  /** The weights do not depend on how many inputs look at them. */
  @ParameterizedTest
  @EnumSource(Initialization.class)
  void moreInputsSeeTheSameNetwork(Initialization initialization) {
    Network law = LAW.with(initialization);
    double[] one = draw(law, Inputs.single(), DenseOptions.DEFAULT, 10);
    double[] seven = draw(law, INPUTS, DenseOptions.DEFAULT, 10);
    for (int s = 0; s < one.length; s++) {
      assertThat(seven[s * INPUTS.count()]).isCloseTo(one[s], within(1e-10 * one[s]));
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    double[] alone = draw(LAW, INPUTS, DenseOptions.DEFAULT, 200);
    List<double[]> together =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(t -> draw(LAW, INPUTS, DenseOptions.DEFAULT, 200))
            .toList();
    assertThat(together).allSatisfy(drawn -> assertThat(drawn).isEqualTo(alone));
  }

  @Test
  void shapesOfMatricesThatCannotBeKept() {
    Network wide =
        new Network(
            Activation.RELU, 2, 0, Widths.constant(10, 20_000, 3), Parametrization.STANDARD);
    assertThatThrownBy(() -> SamplerKind.DENSE.of(wide, Inputs.single()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 268,435,455 numbers, not 400,000,000");
  }
}
