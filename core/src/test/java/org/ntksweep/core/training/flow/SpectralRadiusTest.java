package org.ntksweep.core.training.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;

@DisplayName("Long vectors of gradient flow")
class SpectralRadiusTest {
  /** Several blocks, the last not full. */
  private static final int N = 2500;

  private final Resources resources = new Resources();
  private final Blocks blocks = new Blocks();

  @AfterEach
  void close() {
    resources.close();
  }

  private NativeMatrix vector(double[] numbers) {
    NativeMatrix vector = resources.own(NativeMatrix.zeros(N, 1, Precision.DOUBLE));
    vector.entries().put(0, numbers, N);
    vector.changed();
    return vector;
  }

  private static double[] numbers(NativeMatrix vector) {
    double[] numbers = new double[N];
    vector.entries().get(0, numbers, N);
    return numbers;
  }

  private static double[] random(long seed) {
    return new Random(seed).doubles(N, -1, 1).toArray();
  }

  @Test
  void sumsOfMultiples() {
    double[] a = random(1);
    double[] b = random(2);
    double[] expected = new double[N];
    Arrays.setAll(expected, i -> 2 * a[i] - 3 * b[i]);
    NativeMatrix x = vector(a);
    NativeMatrix y = vector(b);
    NativeMatrix out = vector(new double[N]);

    blocks.combine(out, new double[] {2, -3}, x, y);
    assertThat(numbers(out)).containsExactly(expected, within(1e-14));
    double norm = Math.sqrt(Arrays.stream(expected).map(v -> v * v).sum());
    assertThat(blocks.norm(new double[] {2, -3}, x, y)).isCloseTo(norm, within(1e-11));

    blocks.advance(out, x, new double[] {2, -3}, x, y);
    assertThat(numbers(out)).containsExactly(a);
    assertThat(numbers(x)).containsExactly(expected, within(1e-14));
  }

  /** Eigenvalues up to 20, and one of 40, in the last block. */
  @Test
  void ofAKnownMatrix() {
    double[] eigenvalues = new Random(4).doubles(N, 0, 20).toArray();
    eigenvalues[N - 7] = 40;
    LinearField field = new LinearField(eigenvalues, resources);
    double[] start = random(5);
    double[] first = new double[N];
    Arrays.setAll(first, i -> eigenvalues[i] * start[i]);
    NativeMatrix direction = vector(new double[N]);
    SpectralRadius.Probe probe = SpectralRadius.Probe.of(Precision.DOUBLE, false);
    SpectralRadius radius = new SpectralRadius(field, blocks, direction, probe);

    double found = radius.at(vector(start), vector(first), 0);

    // From below, but for what is added for safety.
    assertThat(found).isBetween(40.0, 1.2 * 40 * (1 + 1e-6));
  }
}
