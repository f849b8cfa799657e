package org.ntksweep.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The identity of a law")
class PointIdTest {
  /**
   * Sixteen digits of {@code printf '%s' "$text" | sha256sum} for the text {@code
   * activation=relu;sigma_w2=4000000000000000;sigma_b2=3fd0000000000000;widths=784,300,1;parametrization=standard},
   * with {@code ;initialization=uniform} and the like after it: a law keeps its identity, and with
   * it its random numbers, in every version.
   */
  @ParameterizedTest
  @CsvSource({
    "GAUSSIAN, fd8401a59905704a",
    "UNIFORM, f00407757a8ed016",
    "ORTHOGONAL, 657a1eb7be0d55dc"
  })
  void isAHashOfItsPhysics(Initialization initialization, String id) {
    Widths widths = Widths.of(784, 300, 1);
    Network law = new Network(Activation.RELU, 2, 0.25, widths, Parametrization.STANDARD);
    assertThat(law.with(initialization).id()).hasToString(id);
  }

  @Test
  void namesTheNormOfInputsAndWhatIsTrainedWhereTheyAreUnusual() {
    Network law =
        new Network(Activation.RELU, 2, 0.25, Widths.of(784, 300, 1), Parametrization.STANDARD);
    // with ;input_norm2=4088800000000000 and ;trainable=weights after the text
    assertThat(law.withInputNorm2(784).id()).hasToString("350e4b361480666f");
    assertThat(law.with(Trainable.WEIGHTS).id()).hasToString("a6d7423fd270652c");
  }
}
