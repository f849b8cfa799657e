package org.ntksweep.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelPart;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.infinite.Kappas;
import org.ntksweep.core.theory.meanfield.Phase;

@DisplayName("Theory of many laws")
class SharedTheoryTest {
  private static List<Network> laws() {
    List<Network> laws = new ArrayList<>();
    List<Widths> shapes =
        List.of(
            Widths.constant(10, 20, 7),
            Widths.constant(10, 20, 3),
            Widths.constant(10, 20, 2),
            Widths.constant(10, 20, 1),
            Widths.constant(10, 21, 7),
            Widths.constant(11, 20, 7),
            Widths.of(10, 20, 30, 1));
    for (Activation activation : Activation.all()) {
      for (Widths shape : shapes) {
        for (double sigmaB2 : new double[] {0, 0.3}) {
          for (Parametrization p : Parametrization.values()) {
            laws.add(new Network(activation, 1.7, sigmaB2, shape, p));
          }
        }
      }
    }
    return laws;
  }

  @Test
  void isTheTheoryOfEach() {
    SharedTheory shared = new SharedTheory(laws());
    for (Network law : laws()) {
      for (double cosine : new double[] {1, 0.4, -1}) {
        assertThat(shared.of(law, cosine))
            .isEqualTo(new SharedTheory(List.of(law)).of(law, cosine));
      }
    }
  }

  /** Laws that differ in one property alone, asked for in either order. */
  @Test
  void doesNotDependOnTheOrderOfQuestions() {
    Network law =
        new Network(Activation.RELU, 2, 0, Widths.constant(30, 20, 9), Parametrization.STANDARD);
    List<Network> others =
        List.of(
            law.with(Initialization.UNIFORM),
            law.with(Initialization.ORTHOGONAL),
            law.with(Parametrization.NTK),
            law.with(Trainable.WEIGHTS),
            law.withInputNorm2(30),
            law.withVariances(2, 0.1),
            law.withVariances(2.1, 0),
            law.with(Widths.constant(31, 20, 9)));
    for (Network other : others) {
      SharedTheory lawFirst = new SharedTheory(List.of(law, other));
      SharedTheory otherFirst = new SharedTheory(List.of(law, other));
      List<Object> before = List.of(everything(lawFirst, law), everything(lawFirst, other));
      List<Object> after = List.of(everything(otherFirst, other), everything(otherFirst, law));
      assertThat(after).containsExactly(before.get(1), before.get(0));
      assertThat(before.get(0)).isEqualTo(everything(new SharedTheory(List.of(law)), law));
      assertThat(before.get(1)).isEqualTo(everything(new SharedTheory(List.of(other)), other));
    }
  }

  private static Object everything(SharedTheory theory, Network law) {
    Kappas kappas = theory.kappas(law, 0.4);
    return List.of(
        theory.of(law, 1),
        theory.of(law, 0.4),
        theory.depthOfRatio2(law),
        theory.relativeVarianceOfRatio(law),
        kappas.kappa1(law.depth()),
        kappas.kappa2(law.depth()));
  }

  /** In the ordered phase biases that are trained turn the answer round. */
  @Test
  void trainedWeightsAloneAreAnotherKernel() {
    Network all =
        new Network(Activation.RELU, 0.5, 0, Widths.constant(64, 64, 16), Parametrization.STANDARD);
    Network weights = all.with(Trainable.WEIGHTS);
    SharedTheory shared = new SharedTheory(List.of(all, weights));
    assertThat(shared.of(all, 1).exactRatio().orElseThrow()).isCloseTo(1.0052, within(5e-5));
    double ratio = shared.of(weights, 1).exactRatio().orElseThrow();
    assertThat(ratio).isCloseTo(2.3729, within(5e-5));
    assertThat(ExactMoments.of(all, KernelPart.WEIGHTS).ratio()).isEqualTo(ratio);
    assertThat(shared.of(weights, 1).limitRatio()).hasValue(Limits.chaotic(0.25));
  }

  @Test
  void kappasAndDepthsAreThoseOfEach() {
    SharedTheory shared = new SharedTheory(laws());
    for (Network law : laws()) {
      assertThat(shared.depthOfRatio2(law)).isEqualTo(Dispersion.depthBeyond(2, law));
      assertThat(shared.relativeVarianceOfRatio(law))
          .isEqualTo(ExactMoments.relativeVarianceOfRatio(law));
      if (law.depth() > 1) {
        Kappas alone = Kappas.of(law, 0.4);
        Kappas kappas = shared.kappas(law, 0.4);
        assertThat(kappas.kappa1(law.depth())).isEqualTo(alone.kappa1(law.depth()));
        assertThat(kappas.kappa2(law.depth())).isEqualTo(alone.kappa2(law.depth()));
      }
    }
  }

  @Test
  void saysNothingWhereNothingIsKnown() {
    Widths widths = Widths.constant(10, 20, 5);
    Network relu = new Network(Activation.RELU, 2.5, 0, widths, Parametrization.STANDARD);
    Network biased = new Network(Activation.RELU, 2.5, 0.1, widths, Parametrization.STANDARD);
    Network tanh = new Network(Activation.TANH, 2.5, 0, widths, Parametrization.STANDARD);
    SharedTheory shared = new SharedTheory(List.of(relu, biased, tanh));

    LawTheory diagonal = shared.of(relu, 1);
    assertThat(diagonal.exactMean()).isPresent();
    assertThat(diagonal.exactRatio()).isPresent();
    assertThat(diagonal.limitRatio()).hasValue(Limits.chaotic(0.25));
    assertThat(diagonal.publishedLimitRatio()).isPresent();
    assertThat(diagonal.publishedRatio()).isPresent();
    assertThat(diagonal.phase()).isEqualTo(Phase.CHAOTIC);
    assertThat(diagonal.chi1()).isEqualTo(1.25);

    assertThat(shared.of(relu, 0.5).exactMean()).isEmpty();
    assertThat(shared.of(relu, 0.5).limitRatio()).isEmpty();
    assertThat(shared.of(biased, 1).exactRatio()).isPresent();
    assertThat(shared.of(biased, 1).publishedRatio()).isEmpty();
    assertThat(shared.of(biased, 1).limitRatio()).isEmpty();
    assertThat(shared.of(tanh, 1).exactMean()).isEmpty();
    assertThat(shared.of(tanh, 1).infiniteWidthMean().orElseThrow()).isPositive();
  }

  @Test
  void whatNeedsGaussianWeightsIsEmptyForOthers() {
    Network gaussian =
        new Network(Activation.RELU, 2, 0, Widths.constant(40, 40, 8), Parametrization.STANDARD);
    for (Initialization other : List.of(Initialization.UNIFORM, Initialization.ORTHOGONAL)) {
      Network law = gaussian.with(other);
      SharedTheory shared = new SharedTheory(List.of(gaussian, law));
      LawTheory expected = shared.of(gaussian, 1);
      LawTheory theory = shared.of(law, 1);
      assertThat(theory.exactMean()).isEqualTo(expected.exactMean()).isPresent();
      assertThat(theory.infiniteWidthMean()).isEqualTo(expected.infiniteWidthMean());
      assertThat(theory.chi1()).isEqualTo(expected.chi1());
      assertThat(theory.phase()).isEqualTo(expected.phase());
      assertThat(theory.exactRatio()).isEmpty();
      assertThat(theory.limitRatio()).isEmpty();
      assertThat(theory.publishedLimitRatio()).isEmpty();
      assertThat(theory.publishedRatio()).isEmpty();
      assertThat(shared.of(law, 0.5).infiniteWidthMean().isPresent())
          .isEqualTo(other == Initialization.ORTHOGONAL);
      assertThat(Dispersion.depthBeyond(2, law)).isEmpty();
    }
  }
}
