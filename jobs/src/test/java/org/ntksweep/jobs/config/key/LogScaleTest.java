package org.ntksweep.jobs.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogScaleTest {
  private static List<Double> doubles(BigDecimal from, BigDecimal to, int steps) {
    return LogScale.values(from, to, steps).map(BigDecimal::doubleValue).toList();
  }

  private static BigDecimal decade(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }

  /** Every grid from one decade to another with up to 10 steps a decade. */
  @Test
  void decadesAreDecades() {
    for (int from = -7; from <= 7; from++) {
      for (int to = -7; to <= 7; to++) {
        for (int perDecade = 1; perDecade <= 10 && from != to; perDecade++) {
          int decades = Math.abs(to - from);
          List<Double> values = doubles(decade(from), decade(to), decades * perDecade);
          int start = from;
          int sign = to > from ? 1 : -1;
          int each = perDecade;
          assertThat(IntStream.range(0, decades).mapToObj(d -> values.get(d * each)))
              .containsExactlyElementsOf(
                  IntStream.range(0, decades)
                      .mapToObj(d -> Double.parseDouble("1e" + (start + sign * d)))
                      .toList());
        }
      }
    }
  }

  /**
   * The nearest double v to a root lies between the middles of the intervals beside it. Their
   * powers are compared exactly: {@code lower^n < from^(n-i) to^i < upper^n}.
   */
  @Test
  void allValuesAreTheNearestDoubles() {
    Random random = new Random(7);
    for (int grid = 0; grid < 300; grid++) {
      int steps = 2 + random.nextInt(11);
      BigDecimal from = new BigDecimal(random.nextInt(1, 10_000)).movePointLeft(random.nextInt(9));
      BigDecimal to = new BigDecimal(random.nextInt(1, 10_000)).movePointLeft(random.nextInt(9));
      List<Double> values = doubles(from, to, steps);
      for (int i = 0; i < steps; i++) {
        double v = values.get(i);
        BigDecimal power = from.pow(steps - i).multiply(to.pow(i));
        assertThat(middle(v, Math.nextDown(v)).pow(steps)).isLessThanOrEqualTo(power);
        assertThat(middle(v, Math.nextUp(v)).pow(steps)).isGreaterThanOrEqualTo(power);
      }
    }
  }

  private static BigDecimal middle(double a, double b) {
    return new BigDecimal(a).add(new BigDecimal(b)).divide(BigDecimal.valueOf(2));
  }

  @Test
  void farApartAndCloseTogether() {
    assertThat(doubles(new BigDecimal("1e-300"), new BigDecimal("1e300"), 600))
        .element(301)
        .isEqualTo(10.0);
    assertThat(doubles(BigDecimal.ONE, new BigDecimal("1.0000000002"), 10_000).get(5_000))
        .isEqualTo(1.0000000001);
    assertThat(doubles(BigDecimal.ONE, BigDecimal.ONE, 3)).containsOnly(1.0);
  }
}
