package org.ntksweep.core.theory.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;

@DisplayName("Published moments of the kernel")
class PublishedMomentsTest {

  /** Theorem 3.2, its sums written out as in Lemmas A.5, A.6 and A.7. */
  private static final class Theorem {
    private final double a;
    private final int[] n;

    Theorem(double a, int[] n) {
      this.a = a;
      this.n = n;
    }

    int depth() {
      return n.length - 1;
    }

    double x(int i, int j) {
      return product(5, i, j);
    }

    double c(int i, int j) {
      return product(1, i, j);
    }

    private double product(int numerator, int i, int j) {
      double product = 1;
      for (int k = i; k < j; k++) {
        product *= 1 + (double) numerator / n[k];
      }
      return product;
    }

    double share(int l) {
      return (double) n[l - 1] / n[0];
    }

    double mean() {
      double sum = 0;
      for (int l = 1; l <= depth(); l++) {
        sum += Math.pow(a, depth() - 1) * share(l) + Math.pow(a, depth() - l);
      }
      return sum;
    }

    double weights() {
      double sum = 0;
      for (int j = 1; j <= depth(); j++) {
        sum += share(j) * share(j) * x(j, depth()) * x(1, j);
        for (int i = 1; i < j; i++) {
          sum += 2 * share(i) * share(j) * x(j, depth()) * c(i, j) * x(1, i);
        }
      }
      return Math.pow(a, 2 * (depth() - 1)) * sum;
    }

    double biases() {
      int top = depth();
      double sum = 0;
      for (int j = 1; j <= top; j++) {
        sum += Math.pow(a, 2 * (top - j)) * x(j, top);
        for (int i = 1; i < j; i++) {
          sum += 2 * Math.pow(a, 2 * top - i - j) * x(j, top);
        }
      }
      return sum;
    }

    double mixed() {
      int top = depth();
      double sum = 0;
      for (int j = 1; j <= top; j++) {
        sum += Math.pow(a, 2 * top - j - 1) * share(j) * x(j, top);
        for (int i = 1; i < j; i++) {
          double above = Math.pow(a, 2 * top - i - 1) * share(j) * c(i, j);
          double beneath = Math.pow(a, 2 * top - j - 1) * share(i);
          sum += x(j, top) * (above + beneath);
        }
      }
      return sum;
    }
  }

  @Test
  void theoremWrittenOut() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 100; i++) {
      int[] n = random.ints(2 + random.nextInt(40), 1, random.nextBoolean() ? 6 : 300).toArray();
      n[n.length - 1] = 1;
      double sigmaW2 = 0.2 + 3 * random.nextDouble();
      Theorem theorem = new Theorem(sigmaW2 / 2, n);
      double second = theorem.weights() + theorem.biases() + 2 * theorem.mixed();
      double ratio = second / theorem.mean() / theorem.mean();
      KernelMoments moments = PublishedMoments.of(relu(sigmaW2, Widths.of(n)));
      assertThat(moments.mean()).isCloseTo(theorem.mean(), within(1e-12 * theorem.mean()));
      assertThat(moments.ratio()).isCloseTo(ratio, within(1e-12 * ratio));
    }
  }

  /** The proof's product of 1 + 1/n is right over one layer, hence up to depth 2. */
  @Test
  void rightForOneHiddenLayer() {
    KernelMoments published = PublishedMoments.of(relu(1.7, Widths.of(20, 40, 1)));
    KernelMoments exact = ExactMoments.of(relu(1.7, Widths.of(20, 40, 1)));
    assertThat(published.ratio()).isCloseTo(exact.ratio(), within(1e-14));
  }

  @Test
  void theMeanIsRightTheRatioTooSmall() {
    Network law = relu(2.5, Widths.constant(100, 100, 100));
    KernelMoments published = PublishedMoments.of(law);
    KernelMoments exact = ExactMoments.of(law);
    assertThat(published.logMean()).isCloseTo(exact.logMean(), within(1e-13));
    assertThat(published.ratio()).isLessThan(0.75 * exact.ratio());
  }

  @Test
  void everyDepthAtOnce() {
    var moments = PublishedMoments.ofEveryDepth(relu(2.1, Widths.constant(20, 30, 50)));
    assertThat(moments).hasSize(50);
    for (int depth = 1; depth <= 50; depth++) {
      assertThat(moments.get(depth - 1))
          .isEqualTo(PublishedMoments.of(relu(2.1, Widths.constant(20, 30, depth))));
    }
  }

  @Test
  void anyDepthStaysInRange() {
    for (double sigmaW2 : new double[] {0.2, 2, 3.5}) {
      KernelMoments moments = PublishedMoments.of(relu(sigmaW2, Widths.constant(64, 64, 5000)));
      assertThat(moments.logMean()).isFinite();
      assertThat(moments.logRatio()).isFinite().isPositive();
    }
  }

  @Test
  void otherLaws() {
    Widths widths = Widths.of(3, 4, 1);
    Network biased = new Network(Activation.RELU, 2, 0.1, widths, Parametrization.STANDARD);
    Network ntk = new Network(Activation.RELU, 2, 0, widths, Parametrization.NTK);
    Network linear = new Network(Activation.LINEAR, 2, 0, widths, Parametrization.STANDARD);
    for (Network law : new Network[] {biased, ntk, linear}) {
      assertThat(PublishedMoments.applyTo(law)).isFalse();
      assertThatThrownBy(() -> PublishedMoments.of(law)).hasMessageContaining("relu");
    }
  }

  private static Network relu(double sigmaW2, Widths widths) {
    return new Network(Activation.RELU, sigmaW2, 0, widths, Parametrization.STANDARD);
  }
}
