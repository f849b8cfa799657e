package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.ActivationKind;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;

/**
 * Size-biased networks of any activation, against exact moments, plain networks and reference
 * values. A |z| of 4.5 is passed by a right sampler all but once in 150,000; the 150 comparisons
 * fail together once in 1,000 seeds. The seeds are fixed.
 */
@DisplayName("Size-biased conditioned")
class SizeBiasedConditionedTest {
  private static final double Z = 4.5;

  static Stream<Arguments> knownLaws() {
    Widths uneven = Widths.of(20, 30, 50, 40, 60, 30, 25, 1);
    Network law = law("relu", 1.8, 0.4, uneven);
    return Stream.of(
        Arguments.of(law, 10_000),
        Arguments.of(law.with(Parametrization.NTK), 10_000),
        Arguments.of(law.with(Trainable.WEIGHTS).withInputNorm2(400), 10_000),
        Arguments.of(law("relu", 2.3, 0, Widths.constant(3, 3, 12)), 20_000),
        Arguments.of(law("relu", 2.3, 0.1, Widths.constant(3, 3, 12)), 20_000),
        Arguments.of(law("relu", 2.3, 0, Widths.constant(1, 1, 4)), 20_000),
        Arguments.of(
            law("relu", 2.3, 0, Widths.constant(5, 2, 5)).with(Parametrization.NTK), 20_000),
        Arguments.of(law("leaky_relu(0.3)", 2.3, 0.1, uneven), 10_000),
        Arguments.of(law("leaky_relu(-0.5)", 2.3, 0.1, Widths.constant(3, 3, 12)), 20_000),
        Arguments.of(law("linear", 1.3, 0, Widths.constant(10, 10, 20)), 20_000),
        // Ratios of 64, 5e3 and 3e8.
        Arguments.of(law("relu", 2.5, 0, Widths.constant(100, 100, 100)), 2_000),
        Arguments.of(law("relu", 2.5, 0.2, Widths.constant(50, 50, 100)), 2_000),
        Arguments.of(law("leaky_relu(0.2)", 3, 0.1, Widths.constant(20, 20, 100)), 2_000));
  }

  @ParameterizedTest
  @MethodSource("knownLaws")
  void exactMoments(Network law, int n) {
    KernelMoments moments = ExactMoments.of(law);
    Weighted.Mean[] means =
        new Weighted(SamplerKind.CONDITIONED, law, Inputs.of(law), 31, n)
            .means(
                kernel -> 1,
                Weighted.power(1, 0, 0, moments.logMean()),
                Weighted.power(2, 0, 0, moments.logSecondMoment()));
    means[0].check("the mean weight", 1, Z);
    means[1].check("the mean", 1, Z);
    means[2].check("the second moment", 1, Z);
    // Two homogeneous lines: as good as the chain of norms, whatever the ratio.
    assertThat(means[2].deviation(n)).isLessThan(1.9);
  }

  /** One input and two, where plain networks still measure what they count. */
  @ParameterizedTest
  @EnumSource(ActivationKind.class)
  @SuppressWarnings("EnumOrdinal") // every other one with biases
  void asPlain(ActivationKind kind) {
    double sigmaW2 = kind == ActivationKind.SIGMOID ? 12 : kind == ActivationKind.LINEAR ? 1.2 : 2;
    double sigmaB2 = Activation.of(kind).isOdd() ? 0 : 0.2;
    Network law =
        law(Activation.of(kind).label(), sigmaW2, sigmaB2, Widths.of(4, 12, 8, 16, 10, 1));
    for (Inputs inputs : new Inputs[] {Inputs.of(law), Inputs.of(law, 0.5, -0.3)}) {
      Theta[] plain = Comparison.draw(SamplerKind.CONDITIONED, law, inputs, 32, 60_000);
      int j = inputs.count() - 1;
      Weighted.Mean[] biased =
          new Weighted(SamplerKind.CONDITIONED, law, inputs, 33, 20_000)
              .means(
                  kernel -> 1,
                  kernel -> kernel.theta(0, 0),
                  kernel -> square(kernel.theta(0, 0)),
                  kernel -> kernel.theta(0, j),
                  kernel -> square(kernel.theta(0, j)));
      biased[0].check("the mean weight", 1, Z);
      agree(biased[1], plain, theta -> theta.at(0, 0));
      agree(biased[2], plain, theta -> square(theta.at(0, 0)));
      agree(biased[3], plain, theta -> theta.at(0, j));
      agree(biased[4], plain, theta -> square(theta.at(0, j)));
    }
  }

  private static void agree(Weighted.Mean biased, Theta[] plain, ToDoubleFunction<Theta> reading) {
    double sum = 0;
    double squares = 0;
    for (Theta theta : plain) {
      double value = reading.applyAsDouble(theta);
      sum += value;
      squares += value * value;
    }
    double mean = sum / plain.length;
    double se = Math.sqrt((squares / plain.length - mean * mean) / plain.length);
    assertThat(Math.abs(biased.z(new Weighted.Mean(mean, se))))
        .as("%s against %s", biased, mean)
        .isLessThan(Z);
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * The ratio of tanh networks of width 50, from another program (its own tilt, numpy, 4,000
   * networks): where it is 14,250, plain networks find a tenth of it.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 0, 20, 3.78, 0.09, 4000",
    "3, 0, 50, 80.0, 4.1, 4000",
    "3, 0, 100, 14250, 1400, 3000",
    "5, 1, 100, 8.7e5, 0.7e5, 3000"
  })
  void ratiosOfTanh(
      double sigmaW2, double sigmaB2, int depth, double ratio, double ratioSe, int n) {
    Network law = law("tanh", sigmaW2, sigmaB2, Widths.constant(50, 50, depth));
    Weighted.Mean[] means =
        new Weighted(SamplerKind.CONDITIONED, law, Inputs.single(), 34, n)
            .means(kernel -> 1, kernel -> kernel.theta(0, 0), kernel -> square(kernel.theta(0, 0)));
    means[0].check("the mean weight", 1, Z);
    double found = means[2].value() / square(means[1].value());
    double relative =
        Math.hypot(means[2].se() / means[2].value(), 2 * means[1].se() / means[1].value());
    assertThat(Math.abs(found - ratio) / Math.hypot(found * relative, ratioSe))
        .as("%s against %s", found, ratio)
        .isLessThan(Z);
  }

  /** The order that inputs come in matters to no entry, and each weight is at most 3. */
  @ParameterizedTest
  @CsvSource({"relu, 2.5", "tanh, 3", "gelu, 3"})
  void bounds(String activation, double sigmaW2) {
    Network law = law(activation, sigmaW2, 0.1, Widths.constant(10, 10, 30));
    KernelMatrix kernel = new KernelMatrix(3);
    KernelSampler sampler =
        SamplerKind.CONDITIONED.of(law, Inputs.of(law, 0.7, 0), VarianceReduction.SIZE_BIASED);
    for (int s = 0; s < 2000; s++) {
      sampler.sample(35, s, kernel);
      assertThat(kernel.logWeight()).isLessThan(Math.log(3) + 1e-12);
    }
  }

  @Test
  void otherInitializationsAndExplicitWeightsSayWhyNot() {
    Network law = law("tanh", 2, 0, Widths.of(3, 4, 1));
    assertThatThrownBy(
            () ->
                SamplerKind.CONDITIONED.of(
                    law.with(Initialization.ORTHOGONAL),
                    Inputs.single(),
                    VarianceReduction.SIZE_BIASED))
        .hasMessageContaining("gaussian initialization only, not with orthogonal");
    assertThatThrownBy(
            () -> SamplerKind.DENSE.of(law, Inputs.single(), VarianceReduction.SIZE_BIASED))
        .hasMessageContaining("norm_chain and conditioned");
  }

  private static Network law(String activation, double sigmaW2, double sigmaB2, Widths widths) {
    return new Network(
        Activation.parse(activation), sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
  }
}
