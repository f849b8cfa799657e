package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.DeepMoments;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;
import org.ntksweep.core.theory.exact.KernelPart;

@DisplayName("How far a law may go")
class RatioBoundsTest {
  private static Network relu(double sigmaW2, double sigmaB2, int inputs, int width, int depth) {
    return new Network(
        Activation.RELU,
        sigmaW2,
        sigmaB2,
        Widths.constant(inputs, width, depth),
        Parametrization.STANDARD);
  }

  private static double ratio(Network law) {
    return ExactMoments.of(law).ratio();
  }

  /** Powers of a layer's matrix against layer after layer. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 0, 10, 20, ALL",
    "2, 0, 30, 20, WEIGHTS",
    "3.5, 0.3, 5, 7, ALL",
    "1, 0, 4, 3, ALL"
  })
  void everyDepth(double sigmaW2, double sigmaB2, int inputs, int width, Trainable trainable) {
    Network law = relu(sigmaW2, sigmaB2, inputs, width, 300).with(trainable).withInputNorm2(3);
    DeepMoments deep = new DeepMoments(law);
    List<KernelMoments> walked = ExactMoments.ofEveryDepth(law, KernelPart.WHOLE);
    for (int depth = 1; depth <= 300; depth++) {
      KernelMoments expected = walked.get(depth - 1);
      assertThat(deep.atDepth(depth).logMean())
          .isCloseTo(expected.logMean(), within(1e-11 * depth));
      assertThat(deep.atDepth(depth).logRatio())
          .isCloseTo(expected.logRatio(), within(1e-11 * depth));
    }
  }

  @Test
  void depthsOfVeryWideNetworks() {
    Network law = relu(2.5, 0, 1_000_000, 1_000_000, 10);
    int depth = Dispersion.depthBeyond(2, law).orElseThrow();
    assertThat(depth / 1e6).isBetween(0.18, 0.2);
    assertThat(ratio(law.with(Widths.constant(1_000_000, 1_000_000, depth)))).isGreaterThan(2);
    assertThat(ratio(law.with(Widths.constant(1_000_000, 1_000_000, depth - 1))))
        .isLessThanOrEqualTo(2);
  }

  /** Narrow inputs: in the ordered phase the ratio peaks and falls again. */
  @Test
  void aPeakCounts() {
    Network law = relu(1.9, 0, 2, 100, 2000);
    List<KernelMoments> all = ExactMoments.ofEveryDepth(law, KernelPart.WHOLE);
    double peak = all.stream().mapToDouble(KernelMoments::ratio).max().orElseThrow();
    assertThat(peak).isGreaterThan(1.01 * all.get(1999).ratio());
    for (double bound : new double[] {peak * (1 - 1e-6), 1.2, 1.05}) {
      int first = 0;
      while (all.get(first).ratio() <= bound) {
        first++;
      }
      assertThat(RatioBounds.maxDepth(law, bound)).hasValue(first);
    }
    assertThat(RatioBounds.maxDepth(law, peak * (1 + 1e-6))).hasValue(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"784, 300, 20, 1.1, 0", "784, 300, 200, 1.5, 0", "50, 60, 10, 1.3, 0.5"})
  void boundsAreReached(int inputs, int width, int depth, double bound, double sigmaB2) {
    Network law = relu(1.9, sigmaB2, inputs, width, depth);
    double sigmaW2 = RatioBounds.maxSigmaW2(law, bound).orElseThrow();
    assertThat(ratio(law.withVariances(sigmaW2, sigmaB2))).isCloseTo(bound, within(1e-9));
    int narrowest = RatioBounds.minWidth(law, bound).orElseThrow();
    assertThat(ratio(law.with(Widths.constant(inputs, narrowest, depth))))
        .isLessThanOrEqualTo(bound);
    assertThat(ratio(law.with(Widths.constant(inputs, narrowest - 1, depth)))).isGreaterThan(bound);
  }

  @Test
  void thereMayBeNoBound() {
    Network ordered = relu(1, 0, 100, 100, 20);
    assertThat(RatioBounds.maxDepth(ordered, 1.1)).hasValue(Integer.MAX_VALUE);
    assertThat(RatioBounds.maxSigmaW2(ordered, 1e6)).hasValue(Double.POSITIVE_INFINITY);
    // Without trained biases sigma_w2 drops out of the ratio.
    Network weights = ordered.with(Trainable.WEIGHTS);
    assertThat(RatioBounds.maxSigmaW2(weights, ratio(weights) * 1.001))
        .hasValue(Double.POSITIVE_INFINITY);
    assertThat(RatioBounds.maxSigmaW2(weights, ratio(weights) * 0.999)).hasValue(0);
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    Network uniform = relu(2, 0, 10, 10, 5).with(Initialization.UNIFORM);
    Network tanh =
        new Network(Activation.TANH, 2, 0, Widths.constant(10, 10, 5), Parametrization.STANDARD);
    for (Network law : List.of(uniform, tanh)) {
      assertThat(RatioBounds.maxSigmaW2(law, 2)).isEmpty();
      assertThat(RatioBounds.maxDepth(law, 2)).isEmpty();
      assertThat(RatioBounds.minWidth(law, 2)).isEmpty();
      assertThat(RatioBounds.ratioOverSigmaW2(law).applyAsDouble(1)).isNaN();
    }
    Network uneven = relu(2, 0, 10, 10, 5).with(Widths.of(3, 4, 5, 1));
    assertThat(RatioBounds.maxDepth(uneven, 2)).isEmpty();
    assertThat(RatioBounds.maxSigmaW2(uneven, 1.5)).isPresent();
  }
}
