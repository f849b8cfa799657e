package org.ntksweep.core.estimate.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.GatheredKind;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.StreamedKind;

/** Samples at the ends of every range: what is said of them is possible, on either route. */
class AnySamplesTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(20, 0.95, 1);

  /** One sample as tables hold it. */
  private record Theta(double theta, double logAbs) {
    static Theta of(double theta) {
      return new Theta(theta, StrictMath.log(Math.abs(theta)));
    }

    /** {@code +-e^log}, beyond a double perhaps. */
    static Theta ofLog(boolean negative, double log) {
      double magnitude = StrictMath.exp(log);
      return new Theta(negative ? -magnitude : magnitude, log);
    }
  }

  /** The kinds of sample that a series mixes. */
  private static final List<ToDoubleFunction<Random>> LOGS =
      List.of(
          random -> 0,
          Random::nextGaussian,
          random -> 1e-9 * random.nextGaussian(),
          random -> 5 * random.nextGaussian(),
          random -> -740 - random.nextDouble(),
          random -> 2000 + random.nextGaussian(),
          random -> -2000 + random.nextGaussian(),
          random -> random.nextBoolean() ? 0 : 400,
          random -> random.nextInt(4) > 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian(),
          random -> Double.NEGATIVE_INFINITY);

  private static Theta[] series(Random random, int size) {
    ToDoubleFunction<Random> law = LOGS.get(random.nextInt(LOGS.size()));
    int negatives = random.nextInt(3);
    Theta[] series = new Theta[size];
    Arrays.setAll(
        series,
        i -> {
          boolean negative = negatives == 1 || (negatives == 2 && random.nextBoolean());
          return Theta.ofLog(negative, law.applyAsDouble(random));
        });
    if (random.nextInt(4) == 0) {
      series[random.nextInt(size)] = Theta.ofLog(false, 600 + 600 * random.nextDouble());
    }
    return series;
  }

  private static List<KernelEstimate> gathered(RatioEstimator estimator, List<Theta[]> entries) {
    List<SampleSeries> series =
        entries.stream()
            .map(
                entry ->
                    SampleSeries.of(
                        Arrays.stream(entry).mapToDouble(Theta::theta).toArray(),
                        Arrays.stream(entry).mapToDouble(Theta::logAbs).toArray()))
            .toList();
    return KernelEstimator.of(estimator, BOOTSTRAP)
        .estimate(series.get(0), series.subList(1, series.size()));
  }

  private static List<KernelEstimate> streamed(RatioEstimator estimator, List<Theta[]> entries) {
    KernelSummary summary =
        KernelSummary.empty(new Estimation(estimator, BOOTSTRAP), entries.size());
    for (int sample = 0; sample < entries.get(0).length; sample++) {
      int i = sample;
      summary.add(
          i,
          entries.stream().mapToDouble(entry -> entry[i].theta()).toArray(),
          entries.stream().mapToDouble(entry -> entry[i].logAbs()).toArray());
    }
    return summary.estimates();
  }

  private static void check(KernelEstimate e, SoftAssertions softly) {
    List<Double> ratio = List.of(e.ratio(), e.ratioSe(), e.ratioLo(), e.ratioHi());
    if (Double.isNaN(e.ratio())) {
      softly.assertThat(ratio).containsOnly(Double.NaN);
      softly.assertThat(e.underpowered()).isTrue();
    } else {
      softly.assertThat(e.ratio()).isPositive().isFinite();
    }
    softly.assertThat(ratio.subList(1, 4).stream().filter(x -> x.isNaN()).count()).isIn(0L, 3L);
    if (!Double.isNaN(e.ratioLo())) {
      softly.assertThat(e.ratioLo()).isLessThanOrEqualTo(e.ratioHi()).isFinite();
    }
    if (!Double.isNaN(e.tailShare())) {
      softly.assertThat(e.tailShare()).isBetween(0.0, 1 + 1e-12);
    }
    softly.assertThat(e.logAbsMean()).isNotNaN().isLessThan(Double.POSITIVE_INFINITY);
    softly.assertThat(e.mean()).isNotNaN();
    softly.assertThat(e.meanSe()).isGreaterThanOrEqualTo(0);
    if (!Double.isNaN(e.offDiagonal()) && Double.isFinite(e.offDiagonalHi())) {
      softly.assertThat(e.offDiagonal()).isBetween(e.offDiagonalLo(), e.offDiagonalHi());
    }
  }

  private static void same(
      KernelEstimate streamed, KernelEstimate gathered, SoftAssertions softly) {
    softly.assertThat(Double.isNaN(streamed.ratio())).isEqualTo(Double.isNaN(gathered.ratio()));
    softly
        .assertThat(streamed.ratio())
        .isCloseTo(gathered.ratio(), within(1e-9 * gathered.ratio()));
    softly
        .assertThat(streamed.logAbsMean())
        .isCloseTo(
            gathered.logAbsMean(), within(1e-9 * Math.max(1, Math.abs(gathered.logAbsMean()))));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidIsPossible(RatioEstimator estimator) {
    boolean gathers = estimator.kind() instanceof GatheredKind;
    boolean streams = estimator.kind() instanceof StreamedKind;
    int[] sizes = gathers ? new int[] {2, 3, 4, 5, 20, 200} : new int[] {2500};
    Random random = new Random(17);
    for (int run = 0; run < 40 * sizes.length; run++) {
      int n = Math.max(sizes[run % sizes.length], estimator.minimumSamples());
      List<Theta[]> entries = List.of(series(random, n), series(random, n));
      SoftAssertions softly = new SoftAssertions();
      if (gathers) {
        gathered(estimator, entries).forEach(e -> check(e, softly));
      }
      if (streams) {
        streamed(estimator, entries).forEach(e -> check(e, softly));
      }
      assertThat(softly.errorsCollected())
          .as("%s, run %d: %s", estimator, run, Arrays.deepToString(entries.toArray()))
          .isEmpty();
    }
  }

  /** Where rounding does not decide: a mean of several errors, or of one sign. */
  @Test
  void bothRoutesSayTheSame() {
    Random random = new Random(23);
    for (int run = 0; run < 300; run++) {
      int n = 2 + random.nextInt(30);
      Theta[] positive =
          IntStream.range(0, n)
              .mapToObj(i -> Theta.ofLog(false, 3 * random.nextGaussian() - 900))
              .toArray(Theta[]::new);
      Theta[] negative =
          IntStream.range(0, n)
              .mapToObj(i -> Theta.of(-1 - random.nextDouble()))
              .toArray(Theta[]::new);
      List<Theta[]> entries = List.of(positive, negative);
      SoftAssertions softly = new SoftAssertions();
      for (int entry = 0; entry < 2; entry++) {
        same(
            streamed(RatioEstimator.U_RATIO, entries).get(entry),
            gathered(RatioEstimator.U_RATIO, entries).get(entry),
            softly);
      }
      softly.assertAll();
    }
  }

  /** One sample that outweighs all others by 10^300 leaves a ratio of about N. */
  @ParameterizedTest
  @ValueSource(ints = {3, 10, 100})
  void oneHugeSample(int n) {
    Theta[] series = new Theta[n];
    Arrays.fill(series, Theta.of(1));
    series[1] = Theta.of(1e300);
    List<Theta[]> entries = List.<Theta[]>of(series);
    KernelEstimate e = gathered(RatioEstimator.PLUG_IN, entries).get(0);
    assertThat(e.ratio()).isCloseTo(n, within(1e-9));
    assertThat(e.underpowered()).isTrue();
    assertThat(streamed(RatioEstimator.PLUG_IN, entries).get(0).ratio()).isCloseTo(n, within(1e-9));
    KernelEstimate u = gathered(RatioEstimator.U_RATIO, entries).get(0);
    assertThat(u.ratio()).isNaN();
    assertThat(u.underpowered()).isTrue();
  }
}
