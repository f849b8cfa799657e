package org.ntksweep.core.estimate.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.estimate.Samples;

/** The estimators against their definitions, written out as loops over pairs and deletions. */
class RatioEstimatorTest {
  private static final double ROUNDING = 1e-10;

  /** {@code sum over i != j of t_i t_j / (N (N-1))}. */
  private static double meanSquaredByPairs(double[] t) {
    double sum = 0;
    for (int i = 0; i < t.length; i++) {
      for (int j = 0; j < t.length; j++) {
        sum += i == j ? 0 : t[i] * t[j];
      }
    }
    return sum / (t.length * (t.length - 1.0));
  }

  private static double[] without(int left, double[] t) {
    return IntStream.range(0, t.length).filter(i -> i != left).mapToDouble(i -> t[i]).toArray();
  }

  private static double plugIn(double[] t) {
    double mean = Arrays.stream(t).average().orElseThrow();
    return Arrays.stream(t).map(x -> x * x).average().orElseThrow() / (mean * mean);
  }

  private static double sumOverDeletions(double[] t) {
    return IntStream.range(0, t.length)
        .mapToDouble(i -> t[i] * t[i] / meanSquaredByPairs(without(i, t)))
        .sum();
  }

  private static double jackknife(double[] t) {
    double deleted =
        IntStream.range(0, t.length)
            .mapToDouble(i -> plugIn(without(i, t)))
            .average()
            .orElseThrow();
    return t.length * plugIn(t) - (t.length - 1) * deleted;
  }

  private static ToDoubleFunction<double[]> definition(RatioEstimator estimator) {
    return switch (estimator) {
      case PLUG_IN -> RatioEstimatorTest::plugIn;
      case U_RATIO ->
          t -> Arrays.stream(t).map(x -> x * x).average().orElseThrow() / meanSquaredByPairs(t);
      case LEAVE_ONE_OUT -> t -> sumOverDeletions(t) / t.length;
      case PUBLISHED -> t -> sumOverDeletions(t) / (t.length - 2);
      case JACKKNIFE -> RatioEstimatorTest::jackknife;
      case DEBIASED -> throw new AssertionError("not of gathered samples");
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void equalsItsDefinition(RatioEstimator estimator) {
    for (int n : new int[] {3, 4, 15, 16, 17, 33, 100}) {
      double[] t = new Samples(n).logNormal(3, n);
      double expected = definition(estimator).applyAsDouble(t);
      assertThat(Ratios.of(estimator, t)).isCloseTo(expected, within(ROUNDING * expected));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void equalsItsDefinitionForSamplesOfBothSigns(RatioEstimator estimator) {
    double[] t = Arrays.stream(new Samples(5).gaussian(40)).map(z -> z - 0.8).toArray();
    double expected = definition(estimator).applyAsDouble(t);
    assertThat(Ratios.of(estimator, t)).isCloseTo(expected, within(ROUNDING * expected));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void countsASampleAsOftenAsItOccurs(RatioEstimator estimator) {
    double[] t = new Samples(1).logNormal(2, 12);
    double[] counts = {0, 3, 1, 0, 0, 2, 1, 1, 0, 5, 0, 1};
    double[] expanded =
        IntStream.range(0, t.length)
            .boxed()
            .flatMapToDouble(i -> IntStream.range(0, (int) counts[i]).mapToDouble(c -> t[i]))
            .toArray();
    double expected = definition(estimator).applyAsDouble(expanded);
    assertThat(Ratios.of(estimator, t, counts)).isCloseTo(expected, within(ROUNDING * expected));
  }

  /** S1 = t_3 although sample 3 does not occur: leaving it out would divide zero by zero. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void anAbsentSampleHasNoTerm(RatioEstimator estimator) {
    double ratio = Ratios.of(estimator, new double[] {1, 9, 3, 3}, new double[] {3, 0, 0, 0});
    assertThat(ratio)
        .isCloseTo(((GatheredKind) estimator.kind()).ratioOfConstant(3), within(ROUNDING));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void isOneForConstantSamplesUnlessPublished(RatioEstimator estimator) {
    double[] t = new double[37];
    Arrays.fill(t, -0.7);
    double expected = estimator == RatioEstimator.PUBLISHED ? 37.0 / 35 : 1;
    assertThat(Ratios.of(estimator, t)).isCloseTo(expected, within(ROUNDING));
    assertThat(((GatheredKind) estimator.kind()).ratioOfConstant(37)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void hasNoFiniteValueWhereTheMeanIsZero(RatioEstimator estimator) {
    assertThat(Ratios.of(estimator, 0, 0, 0, 0)).isNaN();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void saysWhenSamplesAreTooFew(RatioEstimator estimator) {
    int tooFew = estimator.minimumSamples() - 1;
    assertThatThrownBy(() -> estimator.requireSamples(tooFew))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(estimator.label())
        .hasMessageContaining("at least " + estimator.minimumSamples());
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(RatioEstimator estimator) {
    assertThat(RatioEstimator.parse(estimator.label())).contains(estimator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U_RATIO", "u-ratio", "unbiased"})
  void otherLabelsAreUnknown(String label) {
    assertThat(RatioEstimator.parse(label)).isEmpty();
  }
}
