package org.ntksweep.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Inputs")
class InputsTest {
  private static Network law(int inputDim, Initialization initialization) {
    return new Network(Activation.TANH, 2, 0, Widths.of(inputDim, 5, 1), Parametrization.STANDARD)
        .withInputNorm2(3.7)
        .with(initialization);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 10, 784})
  void haveEntriesEverywhereWhereDirectionsMatter(int n) {
    Inputs inputs = Inputs.of(law(n, Initialization.UNIFORM), 0.3, 0, -1);
    assertThat(inputs.dimension()).isEqualTo(n);
    double[] cosines = {1, 0.3, 0, -1};
    for (int i = 0; i < 4; i++) {
      int row = i;
      assertThat(IntStream.range(0, n)).allMatch(j -> inputs.at(row, j) != 0);
      assertThat(dot(inputs, i, i)).isCloseTo(3.7, within(1e-13));
      assertThat(dot(inputs, 0, i)).isCloseTo(3.7 * cosines[i], within(1e-13));
      assertThat(inputs.innerProduct(0, i)).isCloseTo(3.7 * cosines[i], within(1e-14));
    }
  }

  private static double dot(Inputs inputs, int i, int k) {
    return IntStream.range(0, inputs.dimension())
        .mapToDouble(j -> inputs.at(i, j) * inputs.at(k, j))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void needNoMoreCoordinatesThanTheySpanElsewhere(int n) {
    for (Initialization family : Initialization.values()) {
      Inputs one = Inputs.of(law(n, family));
      Inputs pair = Inputs.of(law(n, family), 0.3);
      boolean all = family == Initialization.UNIFORM;
      assertThat(one.dimension()).isEqualTo(all ? n : 1);
      // At an input dimension of 1 there is no pair, and whoever draws one says so.
      assertThat(pair.dimension()).isEqualTo(all ? Math.max(n, 2) : 2);
      assertThat(one.at(0, 0)).isEqualTo(Math.sqrt(all ? 3.7 / n : 3.7), within(1e-15));
    }
  }
}
