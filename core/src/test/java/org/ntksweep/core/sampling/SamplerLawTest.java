package org.ntksweep.core.sampling;

import static org.ntksweep.core.sampling.Comparison.count;
import static org.ntksweep.core.sampling.Comparison.draw;
import static org.ntksweep.core.sampling.Comparison.drawExplicit;
import static org.ntksweep.core.sampling.Comparison.sameLaw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;

/**
 * Every sampler against networks with explicit weights, drawn from another generator by another
 * method: activations, widths, cosines, parametrizations and initializations. Fewer than 3,000
 * two-sample tests that fail once in 1e8 seeds each: all together once in 30,000. The seeds are
 * fixed.
 */
@DisplayName("Samplers have the law of explicit networks")
class SamplerLawTest {
  private static final int N = 6_000;

  /** How long a sampler may draw at one law; the costly ones draw fewer networks. */
  private static final double SECONDS = 0.06;

  /** Cosines 0.6 and -1: one in general position, one that adds no direction. */
  private static final Inputs THREE = Inputs.withCosines(0.6, -1);

  /** The oracle's networks serve all samplers. */
  private static final Map<List<Object>, Theta[]> ORACLE = new HashMap<>();

  /** Constant, growing and shrinking widths, width 1, width 2 (dead layers), depth 2. */
  private static final List<Widths> WIDTHS =
      List.of(
          Widths.of(10, 16, 16, 16, 1),
          Widths.of(3, 4, 9, 20, 1),
          Widths.of(20, 12, 5, 3, 1),
          Widths.of(2, 1, 1, 1, 1),
          Widths.of(5, 2, 2, 2, 2, 1),
          Widths.of(4, 7, 1));

  static Stream<Network> gaussianLaws() {
    return WIDTHS.stream()
        .flatMap(
            widths ->
                Activation.all().stream()
                    .flatMap(activation -> laws(activation, widths))
                    .filter(law -> WIDTHS.indexOf(widths) < 2 || isRelu(law) || law.sigmaB2() > 0));
  }

  /** With biases, and without in the other parametrization. */
  private static Stream<Network> laws(Activation activation, Widths widths) {
    return Stream.of(
        new Network(activation, 2.2, 0.3, widths, Parametrization.STANDARD),
        new Network(activation, 1.4, 0, widths, Parametrization.NTK));
  }

  private static boolean isRelu(Network law) {
    return law.activation().equals(Activation.RELU);
  }

  static Stream<Network> otherLaws() {
    return gaussianLaws()
        .filter(law -> isRelu(law) || law.activation().equals(Activation.TANH))
        .flatMap(
            law -> Stream.of(Initialization.UNIFORM, Initialization.ORTHOGONAL).map(law::with));
  }

  static Stream<Arguments> atOneInput() {
    return applicable(gaussianLaws().filter(SamplerLawTest::isRelu), Inputs.single());
  }

  static Stream<Arguments> atThreeInputs() {
    return applicable(Stream.concat(gaussianLaws(), otherLaws()), THREE);
  }

  private static Stream<Arguments> applicable(Stream<Network> laws, Inputs inputs) {
    return laws.flatMap(
        law ->
            Arrays.stream(SamplerKind.values())
                .filter(kind -> kind.objection(law, inputs).isEmpty())
                .map(kind -> Arguments.of(kind, law)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void atOneInput(SamplerKind kind, Network law) {
    Theta[] drawn = draw(kind, law, Inputs.single(), 3, n(kind, law, Inputs.single()));
    Theta[] explicit = explicit(law, Inputs.single());
    sameLaw("diagonal", drawn, explicit, t -> t.at(0, 0));
    sameLaw("weights", drawn, explicit, t -> t.weight(0, 0));
    sameLaw("biases", drawn, explicit, t -> t.bias(0, 0));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void atThreeInputs(SamplerKind kind, Network law) {
    Theta[] drawn = draw(kind, law, THREE, 1, n(kind, law, THREE));
    Theta[] explicit = explicit(law, THREE);
    sameLaw("diagonal", drawn, explicit, t -> t.at(0, 0));
    sameLaw("second diagonal", drawn, explicit, t -> t.at(1, 1));
    sameLaw("off-diagonal", drawn, explicit, t -> t.at(0, 1));
    sameLaw("opposite", drawn, explicit, t -> t.at(0, 2));
    sameLaw("two others", drawn, explicit, t -> t.at(1, 2));
    sameLaw("weights", drawn, explicit, t -> t.weight(0, 1));
    sameLaw("biases", drawn, explicit, t -> t.bias(0, 1));
    sameLaw("parts", drawn, explicit, t -> t.weight(0, 0) - t.bias(0, 0) / (1 + t.at(1, 1)));
    sameLaw("joint", drawn, explicit, t -> t.at(0, 1) - 2 * t.at(1, 2) + t.at(2, 2));
  }

  /** Inputs of any norm, more of them than dimensions, and than products take one by one. */
  @ParameterizedTest
  @EnumSource(names = {"CONDITIONED", "DENSE"})
  void anyInputs(SamplerKind kind) {
    Inputs inputs =
        Inputs.ofCoordinates(
            new double[][] {
              {1, 0, 0}, {0.5, -2, 0.1}, {0, 0, 0}, {0.3, 1, 1}, {2, 0, 0}, {-1, 0.1, 2}
            });
    Network law =
        new Network(Activation.TANH, 2, 0.3, Widths.of(3, 8, 8, 1), Parametrization.STANDARD);
    Theta[] drawn = draw(kind, law, inputs, 6, n(kind, law, inputs));
    Theta[] explicit = explicit(law, inputs);
    for (int i = 0; i < inputs.count(); i++) {
      for (int j = 0; j <= i; j++) {
        int row = i;
        int column = j;
        sameLaw(i + "," + j, drawn, explicit, t -> t.at(row, column));
      }
    }
  }

  private static int n(SamplerKind kind, Network law, Inputs inputs) {
    return count(kind, law, inputs, SECONDS, N);
  }

  private static Theta[] explicit(Network law, Inputs inputs) {
    return ORACLE.computeIfAbsent(List.of(law, inputs), same -> drawExplicit(law, inputs, 2, N));
  }

  @AfterAll
  static void forget() {
    ORACLE.clear();
  }
}
