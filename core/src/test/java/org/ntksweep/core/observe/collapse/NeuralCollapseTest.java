package org.ntksweep.core.observe.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.matrix.Precision;

@DisplayName("Neural collapse")
class NeuralCollapseTest {
  private static Features features(double[][] h) {
    return visitor -> {
      double[] place = new double[h[0].length + 3];
      for (int i = 0; i < h.length; i++) {
        System.arraycopy(h[i], 0, place, 0, h[i].length);
        visitor.take(i, place);
      }
    };
  }

  private static int[] labels(int examples, int classes) {
    return IntStream.range(0, examples).map(i -> i % classes).toArray();
  }

  private static double[][] random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, rows)
        .mapToObj(
            i -> IntStream.range(0, columns).mapToDouble(p -> random.nextGaussian()).toArray())
        .toArray(double[][]::new);
  }

  /** Class c is the unit vector c, in more dimensions, some way off the origin. */
  private static double[][] simplex(int classes, int ofEach, int dimension, double size) {
    double[][] h = new double[classes * ofEach][dimension];
    for (int i = 0; i < h.length; i++) {
      Arrays.fill(h[i], 0.25 * size);
      h[i][i % classes] += size;
    }
    return h;
  }

  private static double[][] dual(int classes, int dimension) {
    double[][] w = new double[classes][dimension];
    for (int c = 0; c < classes; c++) {
      for (int p = 0; p < classes; p++) {
        w[c][p] = 3 * ((c == p ? 1 : 0) - 1.0 / classes);
      }
    }
    return w;
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "4, 1e-180", "7, 1e180", "10, 1e-3"})
  void ofAPerfectSimplexIsNothing(int classes, double size) {
    int dimension = classes + 5;
    int[] labels = labels(3 * classes, classes);
    double[][] h = simplex(classes, 3, dimension, size);

    NeuralCollapse found =
        NeuralCollapse.of(features(h), labels, dual(classes, dimension), i -> labels[i]);

    assertThat(found.variability().ofCovariances()).isZero();
    assertThat(found.variability().deviation()).isZero();
    assertThat(found.variability().ofDistances()).isZero();
    assertThat(found.norms().withinClasses()).isZero();
    assertThat(found.normVariation()).isCloseTo(0, within(1e-15));
    assertThat(found.angleError()).isCloseTo(0, within(1e-15));
    assertThat(found.simplexError()).isCloseTo(0, within(2e-15));
    assertThat(found.dualityError()).isCloseTo(0, within(2e-15));
    assertThat(found.notNearest()).isZero();
  }

  /** Two classes at +-2, each spread by +-1 along their axis and by +-3 across it. */
  @Test
  void ofAKnownDistortionIsKnown() {
    double[][] h = {{-3, -3}, {-1, 3}, {1, -3}, {3, 3}};
    int[] labels = {0, 0, 1, 1};
    double[][] w = {{0, 1}, {0, -1}};

    NeuralCollapse found = NeuralCollapse.of(features(h), labels, w, i -> i == 3 ? 1 : 0);

    // Within 1 along the axis, between 4, two classes.
    assertThat(found.variability().ofCovariances()).isCloseTo(1.0 / 4 / 2, within(1e-15));
    assertThat(found.variability().deviation()).isEqualTo((1.0 + 3) / 2);
    // Squared distances 1 + 9 from means that are 4 apart.
    assertThat(found.variability().ofDistances()).isEqualTo(20.0 / 2 / 16);
    // Two outer products of (-2, 0) and (2, 0); two covariances [[1, 3], [3, 9]].
    assertThat(found.norms().classMeans()).isCloseTo(8, within(1e-14));
    assertThat(found.norms().withinClasses()).isCloseTo(20, within(1e-13));
    assertThat(found.norms().globalMean()).isZero();
    assertThat(found.normVariation()).isZero();
    assertThat(found.angleError()).isZero();
    assertThat(found.simplexError()).isCloseTo(0, within(1e-15));
    assertThat(found.dualityError()).isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(found.notNearest()).isEqualTo(0.25);
  }

  private static void checkAgainstPlain(double[][] h, int[] labels, int classes) {
    double[][] w = random(classes, h[0].length, 5);
    IntUnaryOperator answered = i -> (i * 7 + 1) % classes;
    PlainCollapse plain = new PlainCollapse(h, labels, classes);

    NeuralCollapse found = NeuralCollapse.of(features(h), labels, w, answered);

    double nc1 = plain.variability();
    assertThat(found.variability().ofCovariances()).isCloseTo(nc1, within(1e-9 * nc1));
    assertThat(found.variability().deviation()).isCloseTo(plain.deviation(), within(1e-13));
    double cdnv = plain.distances();
    assertThat(found.variability().ofDistances()).isCloseTo(cdnv, within(1e-12 * cdnv));
    double meansNorm = plain.classMeansNorm();
    assertThat(found.norms().classMeans()).isCloseTo(meansNorm, within(1e-12 * meansNorm));
    double withinNorm = plain.withinClassNorm();
    assertThat(found.norms().withinClasses()).isCloseTo(withinNorm, within(1e-12 * withinNorm));
    assertThat(found.norms().globalMean()).isCloseTo(plain.globalMeanNorm(), within(1e-13));
    assertThat(found.normVariation()).isCloseTo(plain.normVariation(), within(1e-13));
    assertThat(found.angleError()).isCloseTo(plain.angleError(), within(1e-13));
    assertThat(found.simplexError()).isCloseTo(plain.simplexError(), within(1e-13));
    assertThat(found.dualityError()).isCloseTo(plain.dualityError(w), within(1e-13));
    assertThat(found.notNearest()).isEqualTo(plain.notNearest(answered));
  }

  @ParameterizedTest
  @CsvSource({"2, 5, 11", "3, 8, 20", "5, 12, 23", "4, 4, 9", "10, 15, 40"})
  void isThatOfPseudoInversesOfAllFeatures(int classes, int dimension, int examples) {
    checkAgainstPlain(random(examples, dimension, 1), labels(examples, classes), classes);
  }

  /** Means of five classes in two dimensions: two eigenvalues instead of four. */
  @Test
  void fewerFeaturesThanClasses() {
    checkAgainstPlain(random(23, 2, 3), labels(23, 5), 5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-150, 0.37, 1e100})
  void scalesOfFeaturesDoNotMatter(double scale) {
    int[] labels = labels(20, 3);
    double[][] h = random(20, 6, 2);
    double[][] w = random(3, 6, 4);
    double[][] scaled =
        Arrays.stream(h)
            .map(row -> Arrays.stream(row).map(x -> scale * x).toArray())
            .toArray(double[][]::new);

    NeuralCollapse one = NeuralCollapse.of(features(h), labels, w, i -> 1);
    NeuralCollapse other = NeuralCollapse.of(features(scaled), labels, w, i -> 1);

    assertThat(other.variability().ofCovariances())
        .isCloseTo(one.variability().ofCovariances(), within(1e-12));
    assertThat(other.variability().ofDistances())
        .isCloseTo(one.variability().ofDistances(), within(1e-12));
    assertThat(other.norms().withinClasses() / scale / scale)
        .isCloseTo(one.norms().withinClasses(), within(1e-12));
    assertThat(other.norms().classMeans() / scale / scale)
        .isCloseTo(one.norms().classMeans(), within(1e-12));
    assertThat(other.variability().deviation() / scale)
        .isCloseTo(one.variability().deviation(), within(1e-12));
    assertThat(other.normVariation()).isCloseTo(one.normVariation(), within(1e-13));
    assertThat(other.angleError()).isCloseTo(one.angleError(), within(1e-13));
    assertThat(other.simplexError()).isCloseTo(one.simplexError(), within(1e-13));
    assertThat(other.dualityError()).isCloseTo(one.dualityError(), within(1e-13));
    assertThat(other.notNearest()).isEqualTo(one.notNearest());
  }

  /** Test examples are told apart by their own means, and by those of training. */
  @Test
  void ofTestExamples() {
    int[] labels = labels(20, 3);
    double[][] h = random(20, 6, 2);
    NeuralCollapse training = NeuralCollapse.of(features(h), labels, random(3, 6, 4), i -> 1);
    double[][] test = random(11, 6, 8);
    int[] testLabels = labels(11, 3);
    PlainCollapse plain = new PlainCollapse(test, testLabels, 3);
    PlainCollapse trained = new PlainCollapse(h, labels, 3);

    TestCollapse found =
        TestCollapse.of(features(test), testLabels, training.nearest(), i -> i % 2);

    double nc1 = plain.variability();
    assertThat(found.variability().ofCovariances()).isCloseTo(nc1, within(1e-9 * nc1));
    assertThat(found.variability().deviation()).isCloseTo(plain.deviation(), within(1e-13));
    double cdnv = plain.distances();
    assertThat(found.variability().ofDistances()).isCloseTo(cdnv, within(1e-12 * cdnv));
    assertThat(found.notNearest()).isEqualTo(trained.notNearest(test, i -> i % 2));
  }

  /** A class that has no test example has no mean, but training has told it. */
  @Test
  void ofTestExamplesThatLackAClass() {
    int[] labels = labels(20, 3);
    NeuralCollapse training =
        NeuralCollapse.of(features(random(20, 6, 2)), labels, random(3, 6, 4), i -> 1);
    double[][] test = random(5, 6, 8);
    int[] two = labels(5, 2);

    TestCollapse found = TestCollapse.of(features(test), two, training.nearest(), i -> 0);

    assertThat(found.variability().ofCovariances()).isNaN();
    assertThat(found.notNearest()).isBetween(0.0, 1.0);
    TestCollapse unknown = TestCollapse.of(features(test), two, Optional.empty(), i -> 0);
    assertThat(unknown.notNearest()).isNaN();
  }

  @Test
  void ofTestExamplesThatAreNotNumbers() {
    int[] labels = labels(20, 3);
    NeuralCollapse training =
        NeuralCollapse.of(features(random(20, 6, 2)), labels, random(3, 6, 4), i -> 1);
    for (double broken : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      double[][] test = random(11, 6, 8);
      test[7][2] = broken;
      TestCollapse found =
          TestCollapse.of(features(test), labels(11, 3), training.nearest(), i -> 0);
      assertThat(found.notNearest()).isNaN();
      assertThat(found.variability().ofCovariances()).isNaN();
    }
  }

  /** Means on a line, but for the roundings of floats: one direction, not two. */
  @Test
  void roundingsOfFloatsAreNoDirection() {
    int[] labels = labels(30, 3);
    double[][] exact = random(30, 8, 6);
    double[] direction = random(1, 8, 7)[0];
    double[][] away = random(10, 8, 8);
    for (int i = 0; i < 30; i++) {
      for (int p = 0; p < 8; p++) {
        exact[i][p] = 300 + away[i / 3][p] + labels[i] * direction[p];
      }
    }
    double[][] rounded =
        Arrays.stream(exact)
            .map(row -> Arrays.stream(row).map(x -> (float) x).toArray())
            .toArray(double[][]::new);
    double[][] w = random(3, 8, 5);

    double nc1 = ofCovariances(features(exact), labels, w);

    assertThat(ofCovariances(inFloats(rounded), labels, w)).isCloseTo(nc1, within(1e-3 * nc1));
    assertThat(ofCovariances(features(rounded), labels, w)).isGreaterThan(100 * nc1);
    for (int i = 0; i < 30; i++) {
      rounded[i] = rounded[i / 3 * 3].clone();
      rounded[i][0] = labels[i] == 2 ? Math.nextUp((float) rounded[i][0]) : rounded[i][0];
    }
    NeuralCollapse atOnePlace = NeuralCollapse.of(inFloats(rounded), labels, w, i -> 0);
    assertThat(atOnePlace.variability().ofCovariances()).isNaN();
    assertThat(atOnePlace.variability().ofDistances()).isNaN();
  }

  private static double ofCovariances(Features features, int[] labels, double[][] weights) {
    return NeuralCollapse.of(features, labels, weights, i -> 0).variability().ofCovariances();
  }

  private static Features inFloats(double[][] h) {
    return new Features() {
      @Override
      public void visit(Visitor visitor) {
        features(h).visit(visitor);
      }

      @Override
      public Precision precision() {
        return Precision.FLOAT;
      }
    };
  }

  @Test
  void isUnknownWhereThereIsNothingToTellApart() {
    double[][] h = random(6, 3, 9);
    double[][] w = random(2, 3, 9);
    int[] oneClass = new int[6];
    assertThat(NeuralCollapse.of(features(h), oneClass, w, i -> 0).simplexError()).isNaN();
    int[] labels = labels(6, 2);
    double[][] same = new double[6][3];
    NeuralCollapse atOnePlace = NeuralCollapse.of(features(same), labels, w, i -> 0);
    assertThat(atOnePlace.variability().ofCovariances()).isNaN();
    assertThat(atOnePlace.variability().ofDistances()).isNaN();
    assertThat(atOnePlace.angleError()).isNaN();
    assertThat(atOnePlace.variability().deviation()).isZero();
    h[4][1] = Double.POSITIVE_INFINITY;
    NeuralCollapse unknown = NeuralCollapse.of(features(h), labels, w, i -> 0);
    assertThat(unknown.variability().deviation()).isNaN();
    assertThat(unknown.norms().withinClasses()).isNaN();
    assertThat(unknown.nearest()).isEmpty();
  }
}
