package org.ntksweep.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.bootstrap.Spread;

class UnderpoweredRuleTest {
  private static SampleShape plain(long samples, double tailRatio, boolean oneSign) {
    return new SampleShape(
        samples,
        samples,
        0.5,
        oneSign,
        100,
        new Tail(tailRatio, oneSign),
        false,
        MeanWeight.OF_PLAIN);
  }

  private static SampleShape weighted(double effective, MeanWeight weight) {
    return new SampleShape(1000, effective, 0.1, true, 100, Tail.NONE, true, weight);
  }

  private static boolean flags(SampleShape samples, double ratio, double error, double low) {
    return UnderpoweredRule.flags(samples, ratio, new Spread(error, low, 2 * ratio));
  }

  /** 10 % of ratio 2 take 700 log-normal samples. */
  @Test
  void theTailToExpectDecidesAndNotTheErrorSeen() {
    assertThat(flags(plain(710, 1, true), 2, 1e-6, 1)).isFalse();
    assertThat(flags(plain(690, 1, true), 2, 1e-6, 1)).isTrue();
    assertThat(flags(plain(710, 2.1, true), 1.1, 1e-6, 1)).isTrue();
  }

  /** A normal number of mean 1 has a large ratio and no tail. */
  @Test
  void ofBothSignsTheTailOfTheScaleDecidesAndTheErrorSeen() {
    assertThat(flags(plain(710, 1, false), 5, 0.4, 1)).isFalse();
    assertThat(flags(plain(710, 1, false), 5, 0.6, 1)).isTrue();
    assertThat(flags(plain(710, 2.1, false), 5, 0.4, 1)).isTrue();
  }

  @Test
  void intervalsThatMeanNothing() {
    assertThat(flags(plain(50, 1, true), 1.01, 0.01, 1)).isFalse();
    assertThat(flags(plain(49, 1, true), 1.01, 0.01, 1)).isTrue();
    assertThat(flags(plain(1000, 1, true), 1.01, 0.01, -1)).isTrue();
    assertThat(flags(plain(1000, 1, true), 1.01, 0.01, Double.NaN)).isTrue();
  }

  @Test
  void weightsHaveToCarryTheSecondMomentAndToMeanOne() {
    assertThat(flags(weighted(13, new MeanWeight(1.2, 0.1)), 1e9, 1e8, 1)).isFalse();
    assertThat(flags(weighted(11, new MeanWeight(1, 0.1)), 1e9, 1e8, 1)).isTrue();
    assertThat(flags(weighted(Double.NaN, new MeanWeight(1, 0.1)), 1e9, 1e8, 1)).isTrue();
    assertThat(flags(weighted(500, new MeanWeight(1.5, 0.1)), 1e9, 1e8, 1)).isTrue();
    assertThat(flags(weighted(500, new MeanWeight(Double.NaN, 0.1)), 1e9, 1e8, 1)).isTrue();
  }

  /** What is known beforehand decides alone. */
  @Test
  void whereTheLawIsKnownSamplesAreNotAskedForTheirTail() {
    assertThat(UnderpoweredRule.flagsKnown(700, 710, 1.5)).isFalse();
    assertThat(UnderpoweredRule.flagsKnown(700, 690, 1.5)).isTrue();
    assertThat(UnderpoweredRule.flagsKnown(Double.NaN, 1_000_000, 1.5)).isTrue();
    assertThat(UnderpoweredRule.flagsKnown(0, 49, 1)).isTrue();
    assertThat(UnderpoweredRule.flagsKnown(0, 50, 0)).isTrue();
  }
}
