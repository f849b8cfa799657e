package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;
import org.ntksweep.core.theory.exact.KernelPart;

/**
 * Size-biased chains of norms against exact moments, from ratio 1 to beyond 1e20. A |z| of 4.5 is
 * passed by a right sampler all but once in 150,000; the 170 comparisons fail together once in 900
 * seeds. The seeds are fixed.
 */
@DisplayName("Size-biased norm_chain")
class SizeBiasedChainTest {
  private static final double Z = 4.5;

  static Stream<Network> laws() {
    Network uneven = relu(1.8, 0.4, Widths.of(20, 30, 50, 40, 60, 30, 25, 1));
    return Stream.of(
        relu(2.5, 0, Widths.constant(100, 100, 100)),
        relu(2.2, 0, Widths.constant(200, 200, 1000)),
        relu(2.2, 0.3, Widths.constant(200, 200, 2000)),
        relu(3, 0, Widths.constant(100, 100, 1000)),
        relu(2, 0, Widths.constant(50, 100, 100)),
        relu(2, 0.1, Widths.constant(100, 100, 100)),
        relu(1.5, 0, Widths.constant(100, 100, 100)),
        relu(0.5, 0, Widths.constant(100, 100, 2000)),
        relu(2.3, 0.2, Widths.constant(50, 40, 60)),
        relu(2.5, 0.3, Widths.constant(20, 30, 8)),
        uneven,
        uneven.with(Parametrization.NTK),
        uneven.with(Trainable.WEIGHTS),
        uneven.with(Parametrization.NTK).with(Trainable.WEIGHTS),
        uneven.withInputNorm2(400),
        uneven.withInputNorm2(1e-6),
        uneven.withVariances(2.6, 0).withInputNorm2(1e150),
        uneven.withVariances(0, 0.4),
        // Layers that die, and widths that tilts of order 2 hardly fit in.
        relu(2.3, 0, Widths.constant(3, 3, 12)),
        relu(2.3, 0.1, Widths.constant(3, 3, 12)).with(Parametrization.NTK),
        relu(2.3, 0, Widths.constant(5, 2, 5)),
        relu(2.3, 0, Widths.constant(1, 1, 4)),
        relu(2.3, 0.1, Widths.of(4, 1, 7, 1, 2, 1, 1)),
        relu(2.3, 0.1, Widths.of(4, 3, 1)));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void exactMoments(Network law) {
    KernelMoments whole = ExactMoments.of(law);
    KernelMoments weights = ExactMoments.of(law, KernelPart.WEIGHTS);
    KernelMoments biases = ExactMoments.of(law, KernelPart.BIASES);
    double weightUnit = weights.mean() > 0 ? weights.mean() : 1;
    double biasUnit = biases.mean() > 0 ? biases.mean() : 1;
    Weighted.Mean[] means =
        new Weighted(SamplerKind.NORM_CHAIN, law, Inputs.of(law), 21, 20_000)
            .means(
                kernel -> 1,
                Weighted.power(1, 0, 0, whole.logMean()),
                Weighted.power(2, 0, 0, whole.logSecondMoment()),
                kernel -> kernel.thetaWeight(0, 0) / weightUnit,
                kernel -> kernel.thetaBias(0, 0) / biasUnit);
    means[0].check("the mean weight", 1, Z);
    means[1].check("the mean", 1, Z);
    means[2].check("the second moment", 1, Z);
    if (weightUnit < 1e290 && biasUnit < 1e290) {
      means[3].check("the mean of the weight part", weights.mean() / weightUnit, Z);
      means[4].check("the mean of the bias part", biases.mean() / biasUnit, Z);
    }
  }

  /** The bounds hold sample by sample. */
  @ParameterizedTest
  @MethodSource("laws")
  void bounds(Network law) {
    KernelMoments moments = ExactMoments.of(law);
    double logBound = Math.log(3.0 * law.depth()) + moments.logSecondMoment();
    KernelSampler sampler =
        SamplerKind.NORM_CHAIN.of(law, Inputs.of(law), VarianceReduction.SIZE_BIASED);
    KernelMatrix kernel = new KernelMatrix(1);
    for (int s = 0; s < 5000; s++) {
      sampler.sample(22, s, kernel);
      double logTheta = kernel.logAbsTheta(0, 0);
      assertThat(kernel.logWeight()).isLessThan(Math.log(3) + 1e-12);
      assertThat(kernel.logWeight() + 2 * logTheta).isLessThan(logBound + 1e-9);
    }
  }

  /**
   * What is measured of a dispersion from 20,000 networks: the standard deviation of one network's
   * {@code w Theta^2} stays below sqrt(3), whatever the ratio.
   */
  @ParameterizedTest
  @CsvSource({
    "50, 100, 2.5, 6.753",
    "100, 100, 2.5, 63.96",
    "200, 100, 2.5, 7123",
    "1000, 200, 2.2, 1.937e10",
    "1000, 100, 3, 5.234e20"
  })
  void anyRatio(int depth, int width, double sigmaW2, double ratio) {
    Network law = relu(sigmaW2, 0, Widths.constant(width, width, depth));
    KernelMoments moments = ExactMoments.of(law);
    assertThat(moments.ratio()).isCloseTo(ratio, within(1e-3 * ratio));
    int n = 20_000;
    Weighted.Mean second =
        new Weighted(SamplerKind.NORM_CHAIN, law, Inputs.single(), 23, n)
            .means(Weighted.power(2, 0, 0, moments.logSecondMoment()))[0];
    second.check("the second moment", 1, Z);
    assertThat(second.deviation(n)).isBetween(0.9, 1.85);
  }

  /**
   * The density itself: how likely {@code log Theta} is to fall between any two deciles, from
   * explicit weights of another generator, and from size-biased networks by their weights.
   */
  @ParameterizedTest
  @CsvSource({"0, STANDARD", "0.3, STANDARD", "0.3, NTK"})
  void density(double sigmaB2, Parametrization parametrization) {
    Network law = relu(2.4, sigmaB2, Widths.of(3, 4, 2, 5, 3, 1)).with(parametrization);
    int n = 200_000;
    double[] plain =
        Arrays.stream(Comparison.drawExplicit(law, Inputs.single(), 24, n))
            .mapToDouble(t -> Math.log(t.at(0, 0)))
            .sorted()
            .toArray();
    // Without biases many networks are dead, with the same kernel but for rounding.
    double[] edges = IntStream.range(1, 10).mapToDouble(i -> plain[i * n / 10] + 1e-9).toArray();
    Weighted.Mean[] below =
        new Weighted(SamplerKind.NORM_CHAIN, law, Inputs.single(), 25, n)
            .means(
                Arrays.stream(edges)
                    .<ToDoubleFunction<KernelMatrix>>mapToObj(
                        edge -> kernel -> kernel.logAbsTheta(0, 0) <= edge ? 1 : 0)
                    .toList());
    for (int i = 0; i < edges.length; i++) {
      double edge = edges[i];
      double share = Arrays.stream(plain).filter(t -> t <= edge).count() / (double) n;
      Weighted.Mean counted = new Weighted.Mean(share, Math.sqrt(share * (1 - share) / n));
      assertThat(Math.abs(below[i].z(counted))).as("at %s", edge).isLessThan(Z);
    }
  }

  /** There is nothing to tilt by. */
  @ParameterizedTest
  @CsvSource({"NTK, ALL", "STANDARD, WEIGHTS"})
  void aKernelThatIsZero(Parametrization parametrization, Trainable trainable) {
    Network law = relu(0, 0, Widths.of(2, 3, 1)).with(parametrization).with(trainable);
    KernelMatrix kernel = new KernelMatrix(1);
    SamplerKind.NORM_CHAIN
        .of(law, Inputs.single(), VarianceReduction.SIZE_BIASED)
        .sample(1, 0, kernel);
    assertThat(kernel.theta(0, 0)).isZero();
    assertThat(kernel.logWeight()).isZero();
  }

  private static Network relu(double sigmaW2, double sigmaB2, Widths widths) {
    return new Network(Activation.RELU, sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
  }
}
