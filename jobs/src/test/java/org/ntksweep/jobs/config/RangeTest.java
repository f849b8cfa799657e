package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ntksweep.jobs.config.Texts.minimal;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {
  private static List<Double> sigmaW2s(String range) {
    return Texts.sigmaW2s(minimal("grid.sigma_w2=" + range));
  }

  private static List<Integer> depths(String range) {
    return Texts.depths(minimal("grid.depth=" + range));
  }

  @Test
  void stepsGiveTheDecimalsThatWereMeant() {
    assertThat(sigmaW2s("{from: 0.1, to: 1.2, step: 0.1}"))
        .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2);
    assertThat(sigmaW2s("{from: 1.4, to: 2.2, step: 0.2}"))
        .containsExactly(1.4, 1.6, 1.8, 2.0, 2.2);
  }

  @Test
  void theEndIsIncludedWhereAStepReachesIt() {
    assertThat(sigmaW2s("{from: 0.5, to: 3.5, step: 0.25}")).hasSize(13).endsWith(3.5);
    assertThat(sigmaW2s("{from: 0.5, to: 1.1, step: 0.25}")).containsExactly(0.5, 0.75, 1.0);
    assertThat(sigmaW2s("{from: 2, to: 2, step: 0.1}")).containsExactly(2.0);
  }

  @Test
  void theEndMayBeTheRoundedResultOfAComputation() {
    assertThat(sigmaW2s("{from: 0.1, to: 0.30000000000000004, step: 0.1}"))
        .containsExactly(0.1, 0.2, 0.3);
    assertThat(sigmaW2s("{from: 0, to: 1, step: 0.33333333333333337}"))
        .containsExactly(0.0, 0.33333333333333337, 0.6666666666666667, 1.0);
  }

  @Test
  void rangesMayFall() {
    assertThat(sigmaW2s("{from: 0.3, to: 0.0, step: -0.1}")).containsExactly(0.3, 0.2, 0.1, 0.0);
    assertThat(sigmaW2s("{from: 3, to: 1, count: 3}")).containsExactly(3.0, 2.0, 1.0);
  }

  @Test
  void countsDivideTheRangeEvenly() {
    assertThat(sigmaW2s("{from: 0, to: 1, count: 11}"))
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    assertThat(sigmaW2s("{from: 0, to: 1, count: 4, scale: linear}"))
        .containsExactly(0.0, 1.0 / 3, 2.0 / 3, 1.0);
    assertThat(sigmaW2s("{from: 2, to: 2, count: 1}")).containsExactly(2.0);
  }

  @Test
  void logScalesMultiply() {
    assertThat(sigmaW2s("{from: 1, to: 1000, count: 4, scale: log}"))
        .containsExactly(1.0, 10.0, 100.0, 1000.0);
    assertThat(sigmaW2s("{from: 0.01, to: 10, count: 7, scale: log}"))
        .containsExactly(
            0.01, 0.03162277660168379, 0.1, 0.31622776601683794, 1.0, 3.1622776601683795, 10.0);
    assertThat(sigmaW2s("{from: 1e-300, to: 1e300, count: 3, scale: log}"))
        .containsExactly(1e-300, 1.0, 1e300);
  }

  @Test
  void wholeNumbersAdvanceByOneUnlessToldOtherwise() {
    assertThat(depths("{from: 3, to: 6}")).containsExactly(3, 4, 5, 6);
    assertThat(depths("{from: 1e1, to: 100, step: 45}")).containsExactly(10, 55, 100);
    assertThat(depths("{from: 10, to: 100, count: 4}")).containsExactly(10, 40, 70, 100);
  }

  @Test
  void wholeNumbersOnALogScaleAreRounded() {
    assertThat(depths("{from: 10, to: 1000, count: 5, scale: log}"))
        .containsExactly(10, 32, 100, 316, 1000);
    assertThat(depths("{from: 1, to: 4, count: 7, scale: log}")).containsExactly(1, 2, 3, 4);
  }
}
