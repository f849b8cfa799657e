package org.ntksweep.core.theory.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.Precision;

class SpectrumTest {
  private static final Offset<Double> ROUNDING = within(1e-14);

  /** {@code (a - b) I + b J} of order 4: a - b three times, a + 3 b once. */
  @Test
  void equalCosines() {
    double[] kernel = {3, 1, 1, 1, 3, 1, 1, 3, 1, 3};
    Spectrum spectrum = Spectrum.of(kernel);
    assertThat(spectrum.largest()).isCloseTo(6, ROUNDING);
    assertThat(spectrum.smallest()).isCloseTo(2, ROUNDING);
    assertThat(spectrum.condition()).isCloseTo(3, ROUNDING);
    // Shares 1/2 and three times 1/6: the product of share^-share.
    double rank = Math.sqrt(2) * Math.sqrt(6);
    assertThat(spectrum.effectiveRank()).isCloseTo(rank, ROUNDING);
  }

  @Test
  void identityAndRankOne() {
    Spectrum identity = Spectrum.of(new double[] {5, 0, 0, 5, 0, 5});
    assertThat(identity.effectiveRank()).isCloseTo(3, ROUNDING);
    assertThat(identity.condition()).isEqualTo(1);
    Spectrum one = Spectrum.of(new double[] {0.01, 0.03, 0.07, 0.09, 0.21, 0.49});
    assertThat(one.largest()).isCloseTo(0.59, ROUNDING);
    assertThat(one.smallest()).isZero();
    assertThat(one.condition()).isInfinite();
    assertThat(one.effectiveRank()).isEqualTo(1);
  }

  /** Two equal examples, whose entries differ as floats do. */
  @Test
  void floatsHaveRoundingsOfTheirOwn() {
    double[] kernel = {1, 1, Math.nextUp(1f)};
    Spectrum spectrum = Spectrum.of(kernel, Precision.FLOAT);
    assertThat(spectrum.smallest()).isZero();
    assertThat(spectrum.condition()).isInfinite();
    assertThat(spectrum.effectiveRank()).isEqualTo(1);
    assertThat(Spectrum.of(kernel).condition()).isCloseTo(0x1p25, within(0x1p5));
  }

  @Test
  void kernelsWithoutSpectrum() {
    Spectrum zero = Spectrum.of(new double[3]);
    assertThat(zero.largest()).isZero();
    assertThat(zero.condition()).isNaN();
    assertThat(zero.effectiveRank()).isNaN();
    for (double entry : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Spectrum unknown = Spectrum.of(new double[] {1, entry, 1});
      assertThat(unknown.largest()).isNaN();
      assertThat(unknown.smallest()).isNaN();
      assertThat(unknown.condition()).isNaN();
      assertThat(unknown.effectiveRank()).isNaN();
    }
  }
}
