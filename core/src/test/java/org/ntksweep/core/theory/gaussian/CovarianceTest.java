package org.ntksweep.core.theory.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Inputs;

@DisplayName("Covariances of two numbers")
class CovarianceTest {
  @ParameterizedTest
  @ValueSource(doubles = {2, 1, 0.1, 1e-6, 1e-15, 1e-30, 1e-100})
  void closeNumbersKeepTheirDistance(double distance) {
    Covariance h = Covariance.apart(3, distance).throughLayer(0.5, 0.7);
    // Shared biases leave the difference alone.
    assertThat(h.squaredDistance()).isCloseTo(3 * distance, within(1e-14 * distance));
    double determinant = (h.q1() - h.q12()) * (h.q1() + h.q12());
    double exact = 1.5 * distance * (4.4 - 1.5 * distance);
    assertThat(h.area() * h.area()).isCloseTo(exact, within(1e-14 * exact));
    assertThat(determinant).isCloseTo(exact, within(1e-14));
  }

  @Test
  void numbersOfDifferentVariance() {
    Covariance h = new Covariance(1, 4, 2 * 0.6, 2 * 0.8, 0);
    assertThat(h.squaredDistance()).isCloseTo(1 + 4 - 2.4, within(1e-15));
    Covariance next = h.throughLayer(2, 0.5);
    assertThat(next.area())
        .isCloseTo(Math.sqrt(next.q1() * next.q2() - next.q12() * next.q12()), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-290, 1e-40, 1, 1e40, 1e270})
  void anySizeOfVariance(double sigmaW2) {
    Covariance h = Covariance.apart(2, 0.3).throughLayer(sigmaW2, 0);
    assertThat(Math.scalb(h.q12(), h.exponent()) / sigmaW2).isCloseTo(1.4, within(1e-15));
    Covariance back = h.throughLayer(1 / sigmaW2, 0);
    assertThat(back.exponent()).isZero();
    assertThat(back.area()).isCloseTo(2 * Math.sqrt(0.51), within(1e-14));
  }

  @Test
  void inputsByTheirCoordinates() {
    double c = 1 - 1e-13;
    Covariance x = Covariance.ofInputs(Inputs.withCosines(c), 0, 1, 5);
    assertThat(x.q12()).isEqualTo(c / 5);
    assertThat(x.area()).isCloseTo(Math.sqrt((1 - c) * (1 + c)) / 5, within(1e-22));
    Inputs skew = Inputs.ofCoordinates(new double[][] {{1, 2, 3}, {2, 4, 6}, {1, -1, 0}});
    assertThat(Covariance.ofInputs(skew, 0, 1, 1).area()).isZero();
    assertThat(Covariance.ofInputs(skew, 0, 2, 1).area()).isCloseTo(Math.sqrt(27), within(1e-15));
  }
}
