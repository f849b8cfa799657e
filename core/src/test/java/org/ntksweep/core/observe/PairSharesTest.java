package org.ntksweep.core.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Shares of pairs of outputs")
class PairSharesTest {
  /** Norms 3, 5, 4 on the diagonal and 1, 2, 0 above it. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-200, 1e200})
  void countEveryPairTwice(double size) {
    double[] norms = {3, 1, 2, 5, 0, 4};
    for (int p = 0; p < norms.length; p++) {
      norms[p] *= size;
    }

    PairShares shares = PairShares.of(norms, 3);

    assertThat(shares.own() / size).isCloseTo(4, within(1e-14));
    assertThat(shares.across() / size).isCloseTo(1, within(1e-14));
    assertThat(shares.share()).isCloseTo(10.0 / 60, within(1e-15));
  }

  @Test
  void oneOutputHasNoOther() {
    PairShares shares = PairShares.of(new double[] {7}, 1);

    assertThat(shares.own()).isEqualTo(7);
    assertThat(shares.across()).isNaN();
    assertThat(shares.share()).isNaN();
  }
}
