package org.ntksweep.core.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

class InfiniteWidthComparisonTest {
  /** {@code 2 1; 1 2} has the eigenvalues 1 and 3 and the norm sqrt 10. */
  @Test
  void besideANetwork() {
    TrainingRecord record = new TrainingRecord(0, 0);
    record.setEntries(KernelEntries.KERNEL, new double[] {3, 2, 1});
    new InfiniteWidthComparison(2, new double[] {2, 1, 2}).record(record);
    assertThat(record.get(Quantity.INFINITE_EIGENVALUE_MAX)).isCloseTo(3, within(1e-14));
    assertThat(record.get(Quantity.INFINITE_EIGENVALUE_MIN)).isCloseTo(1, within(1e-14));
    assertThat(record.get(Quantity.INFINITE_CONDITION)).isCloseTo(3, within(1e-14));
    // Shares 1/4 and 3/4.
    double rank = StrictMath.pow(4, 0.25) * StrictMath.pow(4.0 / 3, 0.75);
    assertThat(record.get(Quantity.INFINITE_EFFECTIVE_RANK)).isCloseTo(rank, within(1e-14));
    assertThat(record.get(Quantity.INFINITE_DISTANCE))
        .isCloseTo(Math.sqrt((1 + 2 * 1 + 1) / 10.0), within(1e-14));
  }

  @Test
  void squaresMayLeaveTheRangeOfADouble() {
    for (double unit : new double[] {0x1p-700, 0x1p700}) {
      TrainingRecord record = new TrainingRecord(0, 0);
      record.setEntries(KernelEntries.KERNEL, new double[] {3 * unit, 2 * unit, unit});
      new InfiniteWidthComparison(2, new double[] {2 * unit, unit, 2 * unit}).record(record);
      assertThat(record.get(Quantity.INFINITE_DISTANCE))
          .isCloseTo(Math.sqrt((1 + 2 * 1 + 1) / 10.0), within(1e-14));
    }
  }

  @Test
  void beyondTheRangeOfADouble() {
    TrainingRecord record = new TrainingRecord(0, 0);
    record.setEntries(KernelEntries.KERNEL, new double[] {1, 1, 1});
    double infinite = Double.POSITIVE_INFINITY;
    new InfiniteWidthComparison(2, new double[] {infinite, 1, 1}).record(record);
    assertThat(record.get(Quantity.INFINITE_EIGENVALUE_MAX)).isNaN();
    assertThat(record.get(Quantity.INFINITE_DISTANCE)).isNaN();
  }
}
