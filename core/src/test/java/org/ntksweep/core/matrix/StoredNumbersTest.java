package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Numbers that are stored")
class StoredNumbersTest {
  /** As Java writes doubles one by one; around the ends of one chunk and of several. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4095, 4096, 4097, 8192, 10_001})
  void areBigEndianDoubles(int n) throws IOException {
    double[] numbers = new Random(n).doubles(n + 3).map(x -> 1e300 * (x - 0.5)).toArray();
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    StoredNumbers.write(new DataOutputStream(stored), numbers, n);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored.toByteArray()));
    for (int i = 0; i < n; i++) {
      assertThat(in.readDouble()).isEqualTo(numbers[i]);
    }
    assertThat(in.available()).isZero();

    double[] read = new double[n + 3];
    StoredNumbers.read(input(stored), read, n);
    assertThat(read).startsWith(Arrays.copyOf(numbers, n)).endsWith(0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4096, 4097, 10_001})
  void vectorsComeBack(int n) throws IOException {
    for (Precision precision : Precision.values()) {
      double[] numbers = new Random(n).doubles(n).map(x -> (float) x).toArray();
      try (NativeMatrix vector = NativeMatrix.zeros(n, 1, precision);
          NativeMatrix back = NativeMatrix.zeros(n, 1, precision)) {
        vector.entries().put(0, numbers, n);
        vector.changed();
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        StoredNumbers.write(new DataOutputStream(stored), vector);
        assertThat(stored.size()).isEqualTo(Double.BYTES * n);
        StoredNumbers.read(input(stored), back);
        double[] read = new double[n];
        back.entries().get(0, read, n);
        assertThat(read).containsExactly(numbers);
      }
    }
  }

  private static DataInputStream input(ByteArrayOutputStream stored) {
    return new DataInputStream(new ByteArrayInputStream(stored.toByteArray()));
  }
}
