package org.ntksweep.core.theory.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;

@DisplayName("Exact moments against slower evaluations of other make")
class ExactMomentsOracleTest {

  /** Random architectures of up to 40 layers, every other one without biases. */
  static Stream<Network> randomLaws() {
    SplittableRandom random = new SplittableRandom(20220717);
    return IntStream.range(0, 200).mapToObj(i -> randomLaw(random, i % 2 == 0));
  }

  private static Network randomLaw(SplittableRandom random, boolean biases) {
    int widest = random.nextBoolean() ? 5 : 200;
    int[] widths = random.ints(2 + random.nextInt(40), 1, widest + 1).toArray();
    widths[widths.length - 1] = 1;
    Network atUnitInputs =
        new Network(
            Activation.RELU,
            0.2 + 3 * random.nextDouble(),
            biases ? random.nextDouble() : 0,
            Widths.of(widths),
            random.nextBoolean() ? Parametrization.STANDARD : Parametrization.NTK);
    return atUnitInputs
        .withInputNorm2(random.nextBoolean() ? 1 : 800 * random.nextDouble())
        .with(random.nextInt(3) > 0 ? Trainable.ALL : Trainable.WEIGHTS);
  }

  @ParameterizedTest
  @MethodSource("randomLaws")
  void doubleSum(Network law) {
    for (KernelPart part : KernelPart.values()) {
      DoubleSum slow = new DoubleSum(law, part);
      KernelMoments moments = ExactMoments.of(law, part);
      double mean = slow.mean();
      assertThat(moments.mean()).isCloseTo(mean, within(1e-12 * mean));
      if (mean > 0) {
        double ratio = slow.secondMoment() / mean / mean;
        assertThat(moments.ratio()).isCloseTo(ratio, within(1e-12 * ratio));
      }
    }
  }

  /**
   * One hidden layer of n neurons, by its number K of active ones: given K, {@code X_1 = tau
   * chi2_K} and {@code D_1 = w_2 chi2_K'} are independent and {@code Theta = D_1 (u_1 + v) + u_2
   * X_1 + v}.
   */
  @ParameterizedTest
  @EnumSource(Parametrization.class)
  void oneHiddenLayer(Parametrization parametrization) {
    for (double sigmaB2 : new double[] {0, 0.7}) {
      for (int n = 1; n <= 6; n++) {
        Network law =
            new Network(Activation.RELU, 1.7, sigmaB2, Widths.of(3, n, 1), parametrization);
        double forward = law.weightFactor(2) * (1.7 / 3 + sigmaB2);
        double back = (law.weightFactor(1) + law.biasFactor()) * 1.7 / n;
        double v = law.biasFactor();
        double mean = 0;
        double second = 0;
        double chance = Math.scalb(1.0, -n);
        for (int k = 0; k <= n; k++) {
          double m = (forward + back) * k + v;
          double variance = (forward * forward + back * back) * 2 * k;
          mean += chance * m;
          second += chance * (m * m + variance);
          chance = chance * (n - k) / (k + 1);
        }
        assertMoments(law, mean, second);
      }
    }
  }

  /**
   * Width 1 throughout and no biases: {@code Theta} is a polynomial in the weights. All L - 1
   * neurons are active with probability 2^(1-L); then {@code D_l X_{l-1}} is the product of all
   * squared weights but that of layer l, and {@code D_l} of those above l. Else {@code Theta = v}.
   */
  @ParameterizedTest
  @EnumSource(Parametrization.class)
  void oneNeuronALayer(Parametrization parametrization) {
    for (int depth = 1; depth <= 9; depth++) {
      Network law =
          new Network(Activation.RELU, 1.3, 0, Widths.constant(1, 1, depth), parametrization);
      double alive = Math.scalb(1.0, 1 - depth);
      double v = law.biasFactor();
      double mean = (1 - alive) * v;
      double second = (1 - alive) * v * v;
      boolean[][] terms = terms(depth);
      for (int s = 0; s < terms.length; s++) {
        mean += alive * factor(law, s) * moment(terms[s], new boolean[depth]);
        for (int t = 0; t < terms.length; t++) {
          second += alive * factor(law, s) * factor(law, t) * moment(terms[s], terms[t]);
        }
      }
      assertMoments(law, mean, second);
    }
  }

  /** Which layers' squared weights stand in the weight terms, then in the bias terms. */
  private static boolean[][] terms(int depth) {
    boolean[][] terms = new boolean[2 * depth][depth];
    for (int l = 0; l < depth; l++) {
      for (int m = 0; m < depth; m++) {
        terms[l][m] = m != l;
        terms[depth + l][m] = m > l;
      }
    }
    return terms;
  }

  private static double factor(Network law, int term) {
    return term < law.depth() ? law.weightFactor(term + 1) : law.biasFactor();
  }

  /**
   * The mean of a product of squared weights: each layer's is sigma_w2, or 3 sigma_w2^2 if twice.
   */
  private static double moment(boolean[] s, boolean[] t) {
    double product = 1;
    for (int m = 0; m < s.length; m++) {
      product *= s[m] && t[m] ? 3 * 1.3 * 1.3 : s[m] || t[m] ? 1.3 : 1;
    }
    return product;
  }

  private static void assertMoments(Network law, double mean, double second) {
    KernelMoments moments = ExactMoments.of(law);
    assertThat(moments.mean()).isCloseTo(mean, within(1e-13 * mean));
    double ratio = second / mean / mean;
    assertThat(moments.ratio()).as("ratio of %s", law).isCloseTo(ratio, within(1e-13 * ratio));
  }
}
