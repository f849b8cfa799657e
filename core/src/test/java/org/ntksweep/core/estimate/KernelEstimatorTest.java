package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.bootstrap.Moments;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.Ratios;

class KernelEstimatorTest {
  private static final KernelEstimator ESTIMATOR =
      KernelEstimator.of(RatioEstimator.U_RATIO, new Bootstrap(200, 0.95, 42));

  private static KernelEstimate estimate(double... theta) {
    return ESTIMATOR.estimate(Samples.series(theta), List.of()).get(0);
  }

  @Test
  void simpleNumbersByHand() {
    KernelEstimate e = estimate(1, 2, 3, 4);
    assertThat(e.samples()).isEqualTo(4);
    assertThat(e.mean()).isEqualTo(2.5);
    assertThat(e.logAbsMean()).isCloseTo(Math.log(2.5), within(1e-14));
    assertThat(e.meanSe()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-14));
    assertThat(e.ratio()).isCloseTo((30.0 / 4) / ((100.0 - 30) / 12), within(1e-14));
    assertThat(e.tailShare()).isCloseTo(16.0 / 30, within(1e-14));
    assertThat(e.offDiagonal()).isEqualTo(1);
    assertThat(e.offDiagonalSe()).isZero();
    assertThat(List.of(e.offDiagonalLo(), e.offDiagonalHi())).containsOnly(1.0);
    assertThat(e.ratioLo()).isLessThan(e.ratio());
    assertThat(e.ratioHi()).isGreaterThan(e.ratio());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIASED")
  void evaluatesTheEstimatorAskedFor(RatioEstimator ratio) {
    double[] t = new Samples(3).logNormal(2, 90);
    KernelEstimate e =
        KernelEstimator.of(ratio, new Bootstrap(10, 0.5, 0))
            .estimate(Samples.series(t), List.of())
            .get(0);
    assertThat(e.ratio()).isCloseTo(Ratios.of(ratio, t), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p660, 0x1p-660})
  void powersOfTwoChangeNoBitOfARatio(double scale) {
    double[] t = new Samples(6).logNormal(2, 70);
    KernelEstimate plain = estimate(t);
    KernelEstimate scaled = estimate(Arrays.stream(t).map(x -> x * scale).toArray());
    assertThat(ratios(scaled)).containsExactly(ratios(plain));
    assertThat(scaled.mean()).isEqualTo(plain.mean() * scale);
    assertThat(scaled.meanSe()).isEqualTo(plain.meanSe() * scale);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e200, 1e-200})
  void otherScalesChangeRoundingOnly(double scale) {
    double[] t = new Samples(6).logNormal(2, 70);
    KernelEstimate scaled = estimate(Arrays.stream(t).map(x -> x * scale).toArray());
    assertThat(ratios(scaled)).containsExactly(ratios(estimate(t)), within(1e-12));
    assertThat(scaled.logAbsMean())
        .isCloseTo(estimate(t).logAbsMean() + Math.log(scale), within(1e-11));
  }

  private static double[] ratios(KernelEstimate e) {
    return new double[] {e.ratio(), e.ratioSe(), e.ratioLo(), e.ratioHi(), e.tailShare()};
  }

  @ParameterizedTest
  @ValueSource(doubles = {5000, -5000})
  void samplesBeyondADoubleHaveRatiosAndALogarithm(double shift) {
    double[] t = new Samples(7).logNormal(2, 70);
    double[] beyond = new double[t.length];
    Arrays.fill(beyond, shift > 0 ? Double.POSITIVE_INFINITY : 0);
    double[] logs = Arrays.stream(Samples.logAbs(t)).map(x -> x + shift).toArray();
    KernelEstimate e = ESTIMATOR.estimate(SampleSeries.of(beyond, logs), List.of()).get(0);
    assertThat(ratios(e)).containsExactly(ratios(estimate(t)), within(1e-9));
    assertThat(e.mean()).isEqualTo(shift > 0 ? Double.POSITIVE_INFINITY : 0);
    assertThat(e.logAbsMean()).isCloseTo(estimate(t).logAbsMean() + shift, within(1e-9));
  }

  @Test
  void constantSamplesHaveNoSpread() {
    double[] t = new double[500];
    Arrays.fill(t, 0.7);
    double[] half = Arrays.stream(t).map(x -> -x / 2).toArray();
    for (KernelEstimate e : ESTIMATOR.estimate(Samples.series(t), List.of(Samples.series(half)))) {
      assertThat(List.of(e.ratio(), e.ratioLo(), e.ratioHi())).containsOnly(1.0);
      assertThat(e.ratioSe()).isZero();
      assertThat(e.meanSe()).isZero();
      assertThat(e.offDiagonalSe()).isZero();
      assertThat(e.underpowered()).isFalse();
    }
    assertThat(estimate(t).mean()).isEqualTo(0.7);
  }

  @Test
  void zerosLeaveRatiosUndefined() {
    KernelEstimate e = estimate(0, 0, 0);
    assertThat(e.mean()).isZero();
    assertThat(e.logAbsMean()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ratios(e)).containsOnly(Double.NaN);
    assertThat(e.offDiagonal()).isNaN();
    assertThat(e.offDiagonalSe()).isNaN();
    assertThat(e.underpowered()).isTrue();
  }

  @Test
  void aMeanOfZeroHasNoRatio() {
    KernelEstimate e =
        KernelEstimator.of(RatioEstimator.PLUG_IN, new Bootstrap(50, 0.9, 1))
            .estimate(Samples.series(1, -1, 2, -2), List.of())
            .get(0);
    assertThat(e.mean()).isZero();
    assertThat(e.ratio()).isNaN();
    assertThat(e.underpowered()).isTrue();
  }

  @Test
  void twoSamplesAreEnough() {
    KernelEstimate e = estimate(1, 3);
    assertThat(e.ratio()).isCloseTo(5.0 / 3, within(1e-14));
    assertThat(e.meanSe()).isCloseTo(1, within(1e-14));
    assertThat(e.underpowered()).isTrue();
  }

  @Test
  void offDiagonalsByTheirDefinition() {
    double[] xx = new Samples(8).logNormal(1.5, 80);
    double[] noise = new Samples(9).gaussian(80);
    double[] xy = IntStream.range(0, 80).mapToDouble(i -> -0.3 * xx[i] + 0.1 * noise[i]).toArray();
    KernelEstimate e = ESTIMATOR.estimate(Samples.series(xx), List.of(Samples.series(xy))).get(1);
    double meanXx = Arrays.stream(xx).average().orElseThrow();
    double r = Arrays.stream(xy).average().orElseThrow() / meanXx;
    double squares = 0;
    for (int i = 0; i < 80; i++) {
      squares += Math.pow(xy[i] - r * xx[i], 2);
    }
    assertThat(e.mean()).isNegative();
    assertThat(e.offDiagonal()).isCloseTo(r, within(1e-13));
    assertThat(e.offDiagonalSe()).isCloseTo(Math.sqrt(squares / (80 * 79)) / meanXx, within(1e-13));
    double reach = TDistribution.of(79).inverseCumulativeProbability(0.975) * e.offDiagonalSe();
    assertThat(e.offDiagonalLo()).isCloseTo(e.offDiagonal() - reach, within(1e-8));
    assertThat(e.offDiagonalHi()).isCloseTo(e.offDiagonal() + reach, within(1e-8));
  }

  /**
   * The scatter of R over 2000 runs is known to 1.6 %, the coverage to 0.5 %: fails for 1 seed in
   * 10,000.
   */
  @Test
  void offDiagonalErrorIsTheScatterOfOffDiagonals() {
    KernelEstimator few = KernelEstimator.of(RatioEstimator.PLUG_IN, new Bootstrap(2, 0.95, 1));
    Samples samples = new Samples(10);
    double[] ratios = new double[2000];
    double meanError = 0;
    int covered = 0;
    for (int run = 0; run < ratios.length; run++) {
      double[] xx = samples.logNormal(1.2, 200);
      double[] noise = samples.gaussian(200);
      double[] xy = IntStream.range(0, 200).mapToDouble(i -> 0.5 * xx[i] + noise[i]).toArray();
      KernelEstimate e = few.estimate(Samples.series(xx), List.of(Samples.series(xy))).get(1);
      ratios[run] = e.offDiagonal();
      meanError += e.offDiagonalSe() / ratios.length;
      covered += e.offDiagonalLo() <= 0.5 && 0.5 <= e.offDiagonalHi() ? 1 : 0;
    }
    assertThat(covered / 2000.0).isBetween(0.93, 0.97);
    assertThat(meanError).isCloseTo(Moments.of(ratios).standardDeviation(), withinPercentage(9));
  }

  @Test
  void everySeriesHasItsOwnScale() {
    double[] xx = new Samples(8).logNormal(1.5, 30);
    double[] tiny = Arrays.stream(xx).map(x -> x * 0x1p-900).toArray();
    KernelEstimate e = ESTIMATOR.estimate(Samples.series(xx), List.of(Samples.series(tiny))).get(1);
    assertThat(e.offDiagonal()).isEqualTo(0x1p-900);
    assertThat(ratios(e)).containsExactly(ratios(estimate(xx)));
  }

  @Test
  void estimatesKeepTheOrderOfSeriesAndDoNotDependOnEachOther() {
    Samples samples = new Samples(12);
    SampleSeries a = Samples.series(samples.logNormal(1.5, 50));
    SampleSeries b = Samples.series(samples.logNormal(1.2, 50));
    SampleSeries c = Samples.series(samples.logNormal(1.1, 50));
    List<KernelEstimate> estimates = ESTIMATOR.estimate(a, List.of(b, c));
    assertThat(estimates).hasSize(3);
    assertThat(ESTIMATOR.estimate(a, List.of(c, b)))
        .containsExactly(estimates.get(0), estimates.get(2), estimates.get(1));
    assertThat(ESTIMATOR.estimate(a, List.of())).containsExactly(estimates.get(0));
  }

  @Test
  void refusesSeriesThatDoNotFit() {
    SampleSeries two = Samples.series(1, 2);
    assertThatThrownBy(() -> ESTIMATOR.estimate(two, List.of(Samples.series(1, 2, 3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 samples");
    KernelEstimator published =
        KernelEstimator.of(RatioEstimator.PUBLISHED, new Bootstrap(10, 0.9, 1));
    assertThatThrownBy(() -> published.estimate(two, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("published needs at least 3 samples, not 2");
  }
}
