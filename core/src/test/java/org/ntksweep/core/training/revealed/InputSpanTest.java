package org.ntksweep.core.training.revealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.plain.TrainingExamples;

@DisplayName("Inputs by their coordinates in the space they span")
class InputSpanTest {

  /** Train and test inputs of which one is 0, one is twice another, and two nearly agree. */
  private static double[][] inputs(int n, int dimension, Random random) {
    double[][] x = new double[n][dimension];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    Arrays.fill(x[1], 0);
    Arrays.setAll(x[2], j -> 2 * x[0][j]);
    Arrays.setAll(x[4], j -> x[3][j] + 1e-7 * x[4][j]);
    return x;
  }

  @ParameterizedTest
  @CsvSource({"5, 3, 200, 6", "5, 7, 5, 5", "60, 5, 784, 63", "9, 5, 1, 1"})
  void innerProductsAreThoseOfTheInputs(int train, int test, int dimension, int rank) {
    Random random = new Random(3);
    double[][] all = inputs(train + test, dimension, random);
    Examples first = examples(Arrays.copyOf(all, train));
    Examples last = examples(Arrays.copyOfRange(all, train, train + test));
    Inputs span = InputSpan.of(new TrainingData(first, Optional.of(last)));
    assertThat(span.count()).isEqualTo(train + test);
    assertThat(span.dimension()).isEqualTo(rank);
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j <= i; j++) {
        double size = Math.sqrt(dot(all[i], all[i]) * dot(all[j], all[j]));
        assertThat(span.innerProduct(i, j))
            .isCloseTo(dot(all[i], all[j]), within(1e-14 * dimension * size));
      }
    }
  }

  private static Examples examples(double[][] x) {
    return TrainingExamples.examples(x, new double[x.length], Targets.VALUES);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
