package org.ntksweep.core.estimate.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.core.estimate.Samples;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.bootstrap.Moments;
import org.ntksweep.core.estimate.ratio.RatioEstimator;

/** Summaries cut, merged, stored and continued in any way equal that of the whole, bit for bit. */
class KernelSummaryTest {
  private static final int SAMPLES = 20_000;
  private static final int ENTRIES = 2;

  /** Two entries of 20,000 networks, some given by logarithms, some far larger or smaller. */
  private static final double[][] THETA = new double[SAMPLES][ENTRIES];

  private static final double[][] LOGS = new double[SAMPLES][ENTRIES];

  static {
    double[] diagonal = new Samples(1).logNormal(2, SAMPLES);
    double[] noise = new Samples(2).gaussian(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      double[] t = {diagonal[i], 0.4 * diagonal[i] + 0.1 * noise[i]};
      double shift = i % 100 == 7 ? 30 : i % 100 == 8 ? -900 : 0;
      LOGS[i] = Arrays.stream(Samples.logAbs(t)).map(x -> x + shift).toArray();
      double factor = shift > 0 ? Double.POSITIVE_INFINITY : shift < 0 ? 0.0 : 1.0;
      THETA[i] = Arrays.stream(t).map(x -> x * factor).toArray();
    }
  }

  private static Estimation estimation(RatioEstimator estimator) {
    return new Estimation(estimator, new Bootstrap(30, 0.95, 7));
  }

  private static KernelSummary add(KernelSummary summary, long from, long to) {
    for (long sample = from; sample < to; sample++) {
      summary.add(sample, THETA[(int) sample], LOGS[(int) sample]);
    }
    return summary;
  }

  private static KernelSummary stretch(Estimation estimation, long from, long to) {
    return add(KernelSummary.empty(estimation, ENTRIES), from, to);
  }

  private static final Map<RatioEstimator, KernelSummary> WHOLE =
      Stream.of(RatioEstimator.PLUG_IN, RatioEstimator.U_RATIO, RatioEstimator.DEBIASED)
          .collect(Collectors.toMap(e -> e, e -> stretch(estimation(e), 0, SAMPLES)));

  private static KernelSummary whole(RatioEstimator estimator) {
    return WHOLE.get(estimator);
  }

  /** Wanted cuts of 20,000 samples. */
  static Stream<long[]> shapes() {
    return Stream.of(
        new long[] {},
        new long[] {1},
        new long[] {SAMPLES - 1},
        new long[] {10_000},
        new long[] {16_384, 16_448, 17_000},
        LongStream.range(1, 40).map(i -> 500 * i).toArray(),
        new Random(3).longs(25, 0, SAMPLES).sorted().toArray());
  }

  private static Stream<Arguments> estimatorsAndShapes() {
    return Stream.of(RatioEstimator.U_RATIO, RatioEstimator.DEBIASED)
        .flatMap(e -> shapes().map(cuts -> Arguments.of(e, cuts)));
  }

  @ParameterizedTest
  @MethodSource("estimatorsAndShapes")
  void anyPartitionInAnyOrderGivesTheSameBits(RatioEstimator estimator, long[] wanted)
      throws IOException {
    Estimation estimation = estimation(estimator);
    List<KernelSummary> parts = new ArrayList<>();
    long from = 0;
    for (long cut : wanted) {
      long to = estimation.floorCut(cut);
      parts.add(stretch(estimation, from, to));
      from = to;
    }
    parts.add(stretch(estimation, from, SAMPLES));
    byte[] expected = whole(estimator).toBytes();
    for (int run = 0; run < 3; run++) {
      Collections.shuffle(parts, new Random(run));
      KernelSummary merged = KernelSummary.empty(estimation, ENTRIES);
      KernelSummary shipped = KernelSummary.empty(estimation, ENTRIES);
      for (KernelSummary part : parts) {
        merged.merge(part);
        shipped.merge(KernelSummary.of(part.toBytes()));
      }
      assertThat(merged.toBytes()).isEqualTo(expected);
      assertThat(shipped.toBytes()).isEqualTo(expected);
      assertThat(shipped.estimates()).isEqualTo(whole(estimator).estimates());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLUG_IN", "DEBIASED"})
  void toppedUpEqualsDrawnAtOnce(RatioEstimator estimator) throws IOException {
    for (long n : new long[] {700, 16_383, 16_385, 16_448, 17_000, 19_999}) {
      KernelSummary first = stretch(estimation(estimator), 0, n);
      KernelSummary stored = KernelSummary.of(first.closed().toBytes());
      assertThat(stored.closedSamples()).isEqualTo(estimation(estimator).floorCut(n));
      add(stored, stored.closedSamples(), SAMPLES);
      assertThat(stored.toBytes()).isEqualTo(whole(estimator).toBytes());
      assertThat(add(first, n, SAMPLES).toBytes()).isEqualTo(whole(estimator).toBytes());
    }
  }

  @Test
  void severalStretchesFitOneSummary() {
    Estimation estimation = estimation(RatioEstimator.PLUG_IN);
    KernelSummary summary = stretch(estimation, 16_448, SAMPLES - SAMPLES % 64);
    assertThat(summary.samples()).isEqualTo(summary.closedSamples());
    add(summary, 0, 16_448);
    assertThat(summary.toBytes())
        .isEqualTo(stretch(estimation, 0, SAMPLES - SAMPLES % 64).toBytes());
  }

  @Test
  void javaSerializesIt() throws IOException, ClassNotFoundException {
    KernelSummary summary = whole(RatioEstimator.U_RATIO);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(summary);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((KernelSummary) in.readObject()).toBytes()).isEqualTo(summary.toBytes());
    }
  }

  @Test
  void estimatesLeaveTheSummaryAsItIs() {
    KernelSummary summary = stretch(estimation(RatioEstimator.U_RATIO), 0, 16_400);
    byte[] before = summary.toBytes();
    assertThat(summary.estimates()).isEqualTo(summary.estimates());
    assertThat(summary.toBytes()).isEqualTo(before);
  }

  @Test
  void refusesWhatDoesNotFit() {
    KernelSummary summary = stretch(estimation(RatioEstimator.PLUG_IN), 0, 16_390);
    assertRefused(() -> add(summary, 16_391, 16_392), "sample 16391 after sample 16389");
    assertRefused(() -> stretch(summary.estimation(), 16_390, 16_391), "must begin at a cut");
    assertRefused(
        () -> KernelSummary.empty(summary.estimation(), 1).add(-1, new double[1], new double[1]),
        "sample -1");
    assertRefused(() -> summary.add(16_390, new double[1], new double[2]), "1 entries");
    byte[] before = summary.toBytes();
    double[] nan = {1, Double.NaN};
    assertRefused(() -> summary.add(16_390, nan, new double[2]), "sample 16390");
    assertThat(summary.toBytes()).isEqualTo(before);
    assertRefused(
        () -> summary.merge(stretch(summary.estimation(), 16_448, 16_449)), "between two cuts");
    assertRefused(() -> summary.merge(whole(RatioEstimator.U_RATIO)), "differ");
    assertRefused(() -> summary.merge(KernelSummary.empty(summary.estimation(), 1)), "differ");
    assertRefused(
        () -> KernelSummary.empty(estimation(RatioEstimator.JACKKNIFE), 1), "jackknife needs");
    assertRefused(() -> KernelSummary.empty(summary.estimation(), 0), "entries 0");
    assertRefused(
        () -> stretch(summary.estimation(), 0, 1).estimates(), "plug_in needs at least 2");
    assertRefused(
        () -> stretch(estimation(RatioEstimator.DEBIASED), 0, 20).estimates(), "2 replicates");
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesBytesItCannotRead() {
    byte[] bytes = stretch(estimation(RatioEstimator.PLUG_IN), 0, 50).toBytes();
    assertThatThrownBy(() -> KernelSummary.of(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> KernelSummary.of(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1 bytes too many");
    bytes[0] = 9;
    assertThatThrownBy(() -> KernelSummary.of(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 9: this program reads version 2");
  }

  /** The state does not grow with the number of samples. */
  @Test
  void isSmall() {
    int replicates = 1000;
    Estimation estimation =
        new Estimation(RatioEstimator.U_RATIO, new Bootstrap(replicates, 0.95, 7));
    int bytes = stretch(estimation, 0, SAMPLES).toBytes().length;
    assertThat(bytes).isLessThan(ENTRIES * 2 * 5 * 7 * replicates + 10_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLUG_IN", "U_RATIO"})
  void agreesWithTheGatheringPath(RatioEstimator estimator) {
    double[] diagonal = new Samples(3).logNormal(1.4, SAMPLES);
    double[] noise = new Samples(4).gaussian(SAMPLES);
    double[] other =
        IntStream.range(0, SAMPLES).mapToDouble(i -> 0.3 * noise[i] - diagonal[i]).toArray();
    Bootstrap bootstrap = new Bootstrap(2000, 0.9, 5);
    List<KernelEstimate> gathered =
        KernelEstimator.of(estimator, bootstrap)
            .estimate(Samples.series(diagonal), List.of(Samples.series(other)));
    List<KernelEstimate> streamed =
        summary(new Estimation(estimator, bootstrap), diagonal, other).estimates();
    for (int i = 0; i < 2; i++) {
      assertThat(exact(streamed.get(i))).containsExactly(exact(gathered.get(i)), within(1e-12));
      // The relative error of a standard deviation over 2000 replicates is 1.6 %, of the end of a
      // 90 % interval 0.05 standard deviations: a difference of five is off once in a million.
      double error = gathered.get(i).ratioSe();
      assertThat(streamed.get(i).ratioSe()).isCloseTo(error, within(0.11 * error));
      assertThat(streamed.get(i).ratioLo()).isCloseTo(gathered.get(i).ratioLo(), within(error / 3));
      assertThat(streamed.get(i).ratioHi()).isCloseTo(gathered.get(i).ratioHi(), within(error / 3));
      assertThat(streamed.get(i).underpowered()).isEqualTo(gathered.get(i).underpowered());
    }
  }

  private static double[] exact(KernelEstimate e) {
    return new double[] {
      e.samples(),
      e.mean(),
      e.meanSe(),
      e.logAbsMean(),
      e.ratio(),
      e.tailShare(),
      e.offDiagonal(),
      e.offDiagonalSe(),
      e.offDiagonalLo(),
      e.offDiagonalHi()
    };
  }

  private static KernelSummary summary(Estimation estimation, double[]... entries) {
    KernelSummary summary = KernelSummary.empty(estimation, entries.length);
    for (int i = 0; i < entries[0].length; i++) {
      int at = i;
      double[] theta = Arrays.stream(entries).mapToDouble(e -> e[at]).toArray();
      summary.add(i, theta, Samples.logAbs(theta));
    }
    return summary;
  }

  /** Where the spread is a millionth of the mean, sums of squares cancel to a part in 10^12. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-9, 1e-12})
  void smallRelativeVariancesKeepTheirDigits(double spread) {
    double[] t = Arrays.stream(new Samples(6).gaussian(5000)).map(z -> 1 + spread * z).toArray();
    KernelEstimate e = summary(estimation(RatioEstimator.PLUG_IN), t).estimates().get(0);
    assertThat(e.meanSe()).isCloseTo(Moments.of(t).meanError(), within(1e-9 * e.meanSe()));
  }

  @Test
  void constantSamplesHaveNoSpread() {
    double[] t = new double[500];
    Arrays.fill(t, 0.7);
    double[] half = Arrays.stream(t).map(x -> -x / 2).toArray();
    for (KernelEstimate e : summary(estimation(RatioEstimator.U_RATIO), t, half).estimates()) {
      assertThat(List.of(e.ratio(), e.ratioLo(), e.ratioHi())).containsOnly(1.0);
      assertThat(List.of(e.ratioSe(), e.meanSe(), e.offDiagonalSe())).containsOnly(0.0);
      assertThat(e.underpowered()).isFalse();
    }
    assertThat(summary(estimation(RatioEstimator.U_RATIO), t).estimates().get(0).mean())
        .isEqualTo(0.7);
  }

  @ParameterizedTest
  @EnumSource(names = {"U_RATIO", "DEBIASED"})
  void zerosLeaveRatiosUndefined(RatioEstimator estimator) {
    KernelEstimate e = summary(estimation(estimator), new double[5000]).estimates().get(0);
    assertThat(e.mean()).isZero();
    assertThat(e.logAbsMean()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(List.of(e.ratio(), e.ratioSe(), e.ratioLo(), e.ratioHi(), e.tailShare()))
        .containsOnly(Double.NaN);
    assertThat(e.offDiagonal()).isNaN();
    assertThat(e.underpowered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {5000, -5000})
  void samplesBeyondADoubleHaveRatiosAndALogarithm(double shift) {
    double[] t = new Samples(7).logNormal(1.5, 5000);
    double beyond = shift > 0 ? Double.POSITIVE_INFINITY : 0;
    for (RatioEstimator estimator : List.of(RatioEstimator.U_RATIO, RatioEstimator.DEBIASED)) {
      KernelSummary summary = KernelSummary.empty(estimation(estimator), 1);
      for (int i = 0; i < t.length; i++) {
        summary.add(i, new double[] {beyond}, new double[] {Math.log(t[i]) + shift});
      }
      KernelEstimate e = summary.estimates().get(0);
      KernelEstimate plain = summary(estimation(estimator), t).estimates().get(0);
      assertThat(e.ratio()).isCloseTo(plain.ratio(), within(1e-9));
      assertThat(e.ratioSe()).isCloseTo(plain.ratioSe(), within(1e-9));
      assertThat(e.tailShare()).isCloseTo(plain.tailShare(), within(1e-9));
      assertThat(e.logAbsMean()).isCloseTo(plain.logAbsMean() + shift, within(1e-9));
      assertThat(e.mean()).isEqualTo(beyond);
    }
  }
}
