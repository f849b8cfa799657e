package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of every form, at shapes where one, few or many vectors meet, against plain loops. */
class ProductTest {
  private final Resources resources = new Resources();
  private final Random random = new Random(1);

  @AfterEach
  void close() {
    resources.close();
  }

  private NativeMatrix matrix(int rows, int columns, Precision precision) {
    NativeMatrix matrix = resources.own(NativeMatrix.zeros(rows, columns, precision));
    double[] entries = random.doubles((long) rows * columns, -1, 1).map(x -> (float) x).toArray();
    matrix.entries().put(0, entries, entries.length);
    matrix.changed();
    return matrix;
  }

  private static double[] entries(NativeMatrix matrix) {
    double[] entries = new double[matrix.rows() * matrix.columns()];
    matrix.entries().get(0, entries, entries.length);
    return entries;
  }

  private static void check(
      double[] found,
      int rows,
      int inner,
      double[] a,
      double[] b,
      double[] before,
      IntBinaryOperator inA,
      IntBinaryOperator inB,
      Precision precision) {
    for (int p = 0; p < found.length; p++) {
      double expected = before[p];
      for (int k = 0; k < inner; k++) {
        expected += a[inA.applyAsInt(p % rows, k)] * b[inB.applyAsInt(k, p / rows)];
      }
      double error = precision == Precision.DOUBLE ? 1e-14 : 1e-5;
      assertThat(found[p]).isCloseTo(expected, within(error * (1 + inner)));
    }
  }

  @ParameterizedTest
  @CsvSource({"7,5,9", "1,6,3", "6,1,1", "5,1,8", "1,1,7", "1,9,1", "33,65,12"})
  void everyFormIsTheSumItStandsFor(int m, int k, int n) {
    for (Precision precision : Precision.values()) {
      NativeMatrix out = matrix(m, n, precision);
      double[] none = new double[m * n];

      NativeMatrix a = matrix(m, k, precision);
      NativeMatrix b = matrix(k, n, precision);
      resources.own(Product.of(a, b, out)).compute();
      check(
          entries(out),
          m,
          k,
          entries(a),
          entries(b),
          none,
          (i, j) -> i + j * m,
          (i, j) -> i + j * k,
          precision);

      NativeMatrix at = matrix(k, m, precision);
      resources.own(Product.ofTransposed(at, b, out)).compute();
      check(
          entries(out),
          m,
          k,
          entries(at),
          entries(b),
          none,
          (i, j) -> j + i * k,
          (i, j) -> i + j * k,
          precision);

      NativeMatrix bt = matrix(n, k, precision);
      resources.own(Product.ofColumns(a, bt, out)).compute();
      check(
          entries(out),
          m,
          k,
          entries(a),
          entries(bt),
          none,
          (i, j) -> i + j * m,
          (i, j) -> j + i * n,
          precision);

      double[] before = entries(out);
      resources.own(Product.addingColumns(a, bt, out)).compute();
      check(
          entries(out),
          m,
          k,
          entries(a),
          entries(bt),
          before,
          (i, j) -> i + j * m,
          (i, j) -> j + i * n,
          precision);
    }
  }

  @ParameterizedTest
  @CsvSource({"7,5,9", "1,6,3", "6,1,1", "5,1,8", "33,65,12"})
  void partsOfAMatrixAreMultipliedInPlace(int m, int k, int n) {
    Precision precision = Precision.DOUBLE;
    NativeMatrix vector = matrix(1, 3 + m * n, precision);
    NativeMatrix out = vector.reshaped(3, m, n);
    NativeMatrix a = matrix(m, k, precision);
    NativeMatrix tall = matrix(n + 1, k, precision);
    double[] before = entries(vector);
    resources.own(Product.addingColumns(a, tall.top(n), out)).compute();

    double[] after = entries(vector);
    assertThat(after).startsWith(before[0], before[1], before[2]);
    check(
        java.util.Arrays.copyOfRange(after, 3, after.length),
        m,
        k,
        entries(a),
        entries(tall),
        java.util.Arrays.copyOfRange(before, 3, before.length),
        (i, j) -> i + j * m,
        (i, j) -> j + i * (n + 1),
        precision);
  }

  @ParameterizedTest
  @CsvSource({"3,4,5,6,3,6", "3,4,4,6,2,6", "3,4,4,6,3,5"})
  void shapesThatDoNotMatchAreRefused(int m, int k, int k2, int n, int rows, int columns) {
    NativeMatrix a = matrix(m, k, Precision.DOUBLE);
    NativeMatrix b = matrix(k2, n, Precision.DOUBLE);
    NativeMatrix out = matrix(rows, columns, Precision.DOUBLE);
    assertThatThrownBy(() -> Product.of(a, b, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not match");
  }
}
