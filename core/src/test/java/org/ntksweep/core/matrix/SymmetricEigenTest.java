package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  private static final Offset<Double> ROUNDING = within(1e-14);

  /** {@code 2 -1 0; -1 2 -1; 0 -1 2}: 2 - sqrt 2, 2, 2 + sqrt 2. */
  @Test
  void threeByThree() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[] {2, -1, 0, 2, -1, 2});
    double r = Math.sqrt(2);
    assertThat(eigen.values()).containsExactly(new double[] {2 - r, 2, 2 + r}, ROUNDING);
    // (1, sqrt 2, 1)/2, (1, 0, -1)/sqrt 2, (1, -sqrt 2, 1)/2, of either sign
    double[] first = eigen.components(new double[] {1, 0, 0});
    double[] second = eigen.components(new double[] {0, 1, 0});
    assertThat(first[0] * second[0]).isCloseTo(r / 4, ROUNDING);
    assertThat(Math.abs(first[1])).isCloseTo(r / 2, ROUNDING);
    assertThat(second[1]).isCloseTo(0, ROUNDING);
    assertThat(first[2] * second[2]).isCloseTo(-r / 4, ROUNDING);
  }

  /** {@code |x|^2 = sum of c_k^2} and {@code x' A x = sum of lambda_k c_k^2}, whatever the size. */
  @Test
  void componentsRebuildTheForm() {
    for (int n : new int[] {1, 2, 17, 130}) {
      SplittableRandom random = new SplittableRandom(n);
      double[] matrix = random.doubles(n * (n + 1L) / 2, -1, 1).toArray();
      double[] x = random.doubles(n, -1, 1).toArray();
      SymmetricEigen eigen = SymmetricEigen.of(matrix);
      double[] c = eigen.components(x);
      double norm2 = 0;
      double form = 0;
      double expectedNorm2 = 0;
      double expectedForm = 0;
      int entry = 0;
      for (int i = 0; i < n; i++) {
        norm2 += c[i] * c[i];
        form += eigen.values()[i] * c[i] * c[i];
        expectedNorm2 += x[i] * x[i];
        for (int j = i; j < n; j++) {
          expectedForm += (i == j ? 1 : 2) * matrix[entry++] * x[i] * x[j];
        }
      }
      assertThat(norm2).isCloseTo(expectedNorm2, within(1e-12 * n));
      assertThat(form).isCloseTo(expectedForm, within(1e-12 * n));
      assertThat(SymmetricEigen.valuesOf(matrix))
          .containsExactly(eigen.values(), within(1e-13 * n))
          .isSorted();
    }
  }

  /** Any scale is served. */
  @Test
  void rangeOfDoubles() {
    double[] values = SymmetricEigen.valuesOf(new double[] {2e300, 1e300, 2e300});
    assertThat(values[0]).isCloseTo(1e300, within(1e286));
    assertThat(values[1]).isCloseTo(3e300, within(1e286));
    assertThat(SymmetricEigen.valuesOf(new double[] {2e-300, 1e-300, 2e-300})[1])
        .isCloseTo(3e-300, within(1e-314));
  }

  @Test
  void whatHasNoEigenvalues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SymmetricEigen.of(new double[] {1, Double.NaN, 1}))
        .withMessageContaining("finite");
    for (int entries : new int[] {0, 2, 5}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SymmetricEigen.valuesOf(new double[entries]))
          .withMessage(entries + " numbers are not the triangle of a matrix");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SymmetricEigen.of(new double[] {1}).components(new double[2]));
  }
}
