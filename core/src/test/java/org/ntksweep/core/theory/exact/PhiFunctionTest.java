package org.ntksweep.core.theory.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The functions (e^z - 1 - z) / z^2 and its next")
class PhiFunctionTest {

  @Test
  void relativeErrorBelow2e15() {
    for (double magnitude = 1e-9; magnitude < 120; magnitude *= 1.13) {
      for (double z : new double[] {magnitude, -magnitude}) {
        double expected = phi2(z);
        assertThat(PhiFunction.phi2(z))
            .as("phi_2(%s)", z)
            .isCloseTo(expected, within(2e-15 * expected));
      }
    }
  }

  @Test
  void relativeErrorOfTheNextBelow4e15() {
    for (double magnitude = 1e-9; magnitude < 120; magnitude *= 1.13) {
      for (double z : new double[] {magnitude, -magnitude}) {
        double expected = phi3(z);
        assertThat(PhiFunction.phi3(z))
            .as("phi_3(%s)", z)
            .isCloseTo(expected, within(4e-15 * expected));
      }
    }
    assertThat(PhiFunction.phi3(0)).isEqualTo(1 / 6.0);
  }

  @Test
  void edges() {
    assertThat(PhiFunction.phi2(0)).isEqualTo(0.5);
    assertThat(PhiFunction.phi2(-1e6)).isCloseTo(1e-6 - 1e-12, within(1e-21));
    assertThat(PhiFunction.phi2(700)).isFinite();
  }

  private static double phi2(double x) {
    Precise z = Precise.of(x);
    return z.exp().minus(Precise.of(1)).minus(z).over(z).over(z).toDouble();
  }

  private static double phi3(double x) {
    Precise z = Precise.of(x);
    Precise half = Precise.of(0.5);
    Precise phi2 = z.exp().minus(Precise.of(1)).minus(z).over(z).over(z);
    return phi2.minus(half).over(z).toDouble();
  }
}
