package org.ntksweep.core.sampling;

import static org.ntksweep.core.sampling.Comparison.draw;
import static org.ntksweep.core.sampling.Comparison.drawExplicit;
import static org.ntksweep.core.sampling.Comparison.sameLaw;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

/**
 * The samplers against networks with explicit weights, drawn from another generator by another
 * method. Some 450 two-sample tests, each failing once in 1e7 seeds: all together once in 20,000.
 * The seeds are fixed.
 */
@DisplayName("Samplers have the law of explicit networks")
class SamplerLawTest {
  private static final int N = 20_000;

  /**
   * Widths with the awkward cases: constant, growing, shrinking, width 1, width 2 (dead layers),
   * depth 1 and 2.
   */
  static Stream<Network> laws() {
    return Stream.of(
            Widths.of(10, 16, 16, 16, 1),
            Widths.of(3, 4, 9, 20, 1),
            Widths.of(20, 12, 5, 3, 1),
            Widths.of(2, 1, 1, 1, 1),
            Widths.of(5, 2, 2, 2, 2, 1),
            Widths.of(4, 1),
            Widths.of(4, 7, 1))
        .flatMap(
            widths ->
                Stream.of(
                    law(Activation.RELU, 2.5, 0.3, widths, Parametrization.STANDARD),
                    law(Activation.RELU, 1.5, 0, widths, Parametrization.STANDARD),
                    law(Activation.RELU, 2, 0.7, widths, Parametrization.NTK),
                    law(Activation.TANH, 2.5, 0.3, widths, Parametrization.STANDARD),
                    law(Activation.TANH, 0.9, 0, widths, Parametrization.NTK),
                    law(Activation.ERF, 2, 0.1, widths, Parametrization.STANDARD),
                    law(Activation.LINEAR, 1.2, 0.2, widths, Parametrization.STANDARD),
                    law(Activation.SIGMOID, 20, 0.3, widths, Parametrization.STANDARD),
                    law(Activation.GELU, 4, 0.2, widths, Parametrization.NTK),
                    law(Activation.LEAKY_RELU, 2, 0.3, widths, Parametrization.STANDARD),
                    law(Activation.SIN, 3, 0.1, widths, Parametrization.STANDARD)));
  }

  private static Network law(
      Activation activation, double sigmaW2, double sigmaB2, Widths widths, Parametrization p) {
    return new Network(activation, sigmaW2, sigmaB2, widths, p);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void conditionedAtThreeInputs(Network law) {
    // Cosines 0.6 and -1 with the first input: one in general position, one that adds no direction.
    Inputs inputs = Inputs.withCosines(0.6, -1);
    double[][][] drawn = draw(SamplerKind.CONDITIONED, law, inputs, 1, N);
    double[][][] explicit = drawExplicit(law, inputs, 2, N);
    if (law.depth() > 1) {
      sameLaw("diagonal", drawn, explicit, t -> t[0][0]);
      sameLaw("second diagonal", drawn, explicit, t -> t[1][1]);
      sameLaw("off-diagonal", drawn, explicit, t -> t[0][1]);
      sameLaw("opposite", drawn, explicit, t -> t[0][2]);
      sameLaw("two others", drawn, explicit, t -> t[1][2]);
      sameLaw("joint", drawn, explicit, t -> t[0][1] / t[0][0] - 2 * t[1][2] / t[2][2]);
    }
  }

  @ParameterizedTest
  @MethodSource("reluLaws")
  void normChain(Network law) {
    double[][][] drawn = draw(SamplerKind.NORM_CHAIN, law, Inputs.single(), 3, N);
    sameLaw("explicit", drawn, drawExplicit(law, Inputs.single(), 4, N), t -> t[0][0]);
    double[][][] conditioned = draw(SamplerKind.CONDITIONED, law, Inputs.single(), 5, N);
    sameLaw("conditioned", drawn, conditioned, t -> Math.log(t[0][0]));
  }

  static Stream<Network> reluLaws() {
    return laws().filter(law -> law.activation() == Activation.RELU && law.depth() > 1);
  }

  /** Inputs of any norm, more of them than dimensions. */
  @Test
  void inputsNeedNoUnitNorm() {
    Inputs inputs =
        Inputs.ofCoordinates(
            new double[][] {{1, 0, 0}, {0.5, -2, 0.1}, {0, 0, 0}, {0.3, 1, 1}, {2, 0, 0}});
    Network law = law(Activation.TANH, 2, 0.3, Widths.of(3, 8, 8, 1), Parametrization.STANDARD);
    double[][][] drawn = draw(SamplerKind.CONDITIONED, law, inputs, 6, N);
    double[][][] explicit = drawExplicit(law, inputs, 7, N);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j <= i; j++) {
        int row = i;
        int column = j;
        sameLaw(i + "," + j, drawn, explicit, t -> t[row][column]);
      }
    }
  }
}
