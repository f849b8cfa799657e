package org.ntksweep.core.training.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The error of a step in what is seen")
class SeenErrorTest {
  private static final double[] FIRST = {3, 4};

  private static SeenError from(double... before) {
    SeenError error = new SeenError();
    error.accept(FIRST);
    error.begin();
    error.accept(before);
    return error;
  }

  @Test
  void isAShareOfWhatIsSeen() {
    double[] there = {0.6, 0.8};
    double[] off = {0.6, 0.81};
    assertThat(from(3, 4).of(there, off)).isCloseTo(0.01, within(1e-15));
  }

  /** As much as 3 in 100 of what was seen first counts as much. */
  @Test
  void ofLittleIsAShareOfWhatWasSeenFirst() {
    double[] there = {0.0006, 0.0008};
    double[] off = {0.0006, 0.0011};
    assertThat(from(3, 4).of(there, off)).isCloseTo(0.0003 / 0.15, within(1e-15));
  }

  /** What should be seen lies within what was seen before. */
  @Test
  void isNoLargerThanWhatIsSeenBeforeAndAfter() {
    double[] there = {0.6, 0.8};
    double[] off = {60, 80};
    assertThat(from(0.9, 1.2).of(there, off)).isCloseTo(2.5, within(1e-15));
  }

  @Test
  void knowsByHowMuchMoreIsSeen() {
    SeenError error = from(0.6, 0.8);
    assertThat(error.rise(new double[] {0.6, 0.8})).isEqualTo(0);
    assertThat(error.rise(new double[] {0.3, 0.4})).isCloseTo(-0.5, within(1e-15));
    assertThat(error.rise(new double[] {6, 8})).isCloseTo(9, within(1e-14));
    assertThat(from(6e-4, 8e-4).rise(new double[] {6e-3, 8e-3}))
        .isCloseTo(9e-3 / 0.15, within(1e-15));
    assertThat(error.rise(new double[] {0.6, Double.NaN})).isNaN();
  }

  @Test
  void isNothingWhereNothingIsSeen() {
    SeenError error = new SeenError();
    double[] nothing = {0};
    error.accept(nothing);
    error.begin();
    assertThat(error.of(nothing, nothing)).isEqualTo(0.0);
  }

  @Test
  void isNotANumberWhereWhatIsSeenIsNot() {
    double[] there = {Double.NaN, 1};
    assertThat(from(3, 4).of(there, there)).isNaN();
  }
}
