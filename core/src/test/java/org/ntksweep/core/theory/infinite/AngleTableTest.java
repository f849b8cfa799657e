package org.ntksweep.core.theory.infinite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AngleTableTest {

  @Test
  void smoothFunctions() {
    AtomicInteger asked = new AtomicInteger();
    AngleTable table =
        AngleTable.of(angle -> smooth(angle, asked), 0.2, Math.PI, 100).orElseThrow();
    assertThat(asked.get()).isLessThanOrEqualTo(65);
    for (double angle = 0.2; angle <= Math.PI; angle += 0.01) {
      double[] expected = smooth(angle, asked);
      double[] actual = table.at(angle);
      assertThat(actual[0]).isCloseTo(expected[0], within(1e-14));
      assertThat(actual[1]).isCloseTo(expected[1], within(1e-11));
    }
    assertThat(table.at(0.2)[0]).isCloseTo(smooth(0.2, asked)[0], within(1e-15));
  }

  private static double[] smooth(double angle, AtomicInteger asked) {
    asked.incrementAndGet();
    return new double[] {StrictMath.cos(angle), 1000 / (1 + angle)};
  }

  @Test
  void whatIsNotWorthATable() {
    assertThat(AngleTable.of(a -> new double[] {Math.abs(a - 1)}, 0, 3, 2000)).isEmpty();
    assertThat(AngleTable.of(a -> new double[] {Double.POSITIVE_INFINITY}, 0, 3, 2000)).isEmpty();
    assertThat(AngleTable.of(a -> new double[] {a}, 0, 3, 30)).isEmpty();
    assertThat(AngleTable.of(a -> new double[] {a}, 0, 3, 34)).isPresent();
  }
}
