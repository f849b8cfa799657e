package org.ntksweep.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Activations are values with a name")
class ActivationTest {
  @ParameterizedTest
  @EnumSource(ActivationKind.class)
  void plainLabelsAreReadBack(ActivationKind kind) {
    Activation activation = Activation.of(kind);
    assertThat(activation.kind()).isEqualTo(kind);
    assertThat(activation.label()).isEqualTo(kind.label()).isLowerCase();
    assertThat(Activation.parse(activation.label())).isEqualTo(activation);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, leaky_relu(0.2)",
    "0.010, leaky_relu",
    "1e-2, leaky_relu",
    "-1, leaky_relu(-1)",
    "-0.25, leaky_relu(-0.25)",
    "5.5, leaky_relu(5.5)",
    "100, leaky_relu(100)",
    "1e6, leaky_relu(1000000)",
    "0.1234567890123456789, leaky_relu(0.12345678901234568)",
    "2e-300, leaky_relu(2E-300)",
    "5.6843418860808015e-14, leaky_relu(5.6843418860808015E-14)",
    "0, relu",
    "-0.0, relu",
    "1e-400, relu",
    "1, linear"
  })
  void slopesOfLeakyRelu(String slope, String label) {
    Activation activation = Activation.parse("leaky_relu( " + slope + ")");
    assertThat(activation.negativeSlope()).isEqualTo(Double.parseDouble(slope) + 0.0);
    assertThat(activation).hasToString(label);
    assertThat(Activation.parse(label)).isEqualTo(activation);
  }

  @Test
  void equalFunctionsAreEqualValues() {
    assertThat(Activation.leakyRelu(0.01)).isEqualTo(Activation.LEAKY_RELU);
    assertThat(Activation.leakyRelu(0)).isEqualTo(Activation.RELU);
    assertThat(Activation.leakyRelu(1)).isEqualTo(Activation.LINEAR);
    assertThat(Activation.leakyRelu(0.2)).isNotEqualTo(Activation.LEAKY_RELU);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "NaN", "Infinity", "1e7", "-1000001", "1d", "0x1p-3", "1e9999", "0.1, 2"})
  void slopesThatAreNone(String slope) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Activation.parse("leaky_relu(" + slope + ")"))
        .withMessage(
            "the slope of leaky_relu must be a number from -1e6 to 1e6, not "
                + (slope.equals("1e7") || slope.equals("-1000001")
                    ? String.valueOf(Double.parseDouble(slope))
                    : slope));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "swosh", "RELU", "relu(0.1)", "leaky_relu(0.1", "leaky_relu((1))"})
  void namesOfNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Activation.parse(text))
        .withMessageStartingWith("must be relu, leaky_relu, ")
        .withMessageEndingWith(" or leaky_relu(SLOPE), not " + text);
  }

  @Test
  void onlyLeakyReluTakesASlope() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Activation(ActivationKind.TANH, 0.5))
        .withMessageContaining("tanh");
    assertThatIllegalArgumentException().isThrownBy(() -> Activation.leakyRelu(Double.NaN));
  }

  @Test
  void travels() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Activation.leakyRelu(0.2));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(Activation.leakyRelu(0.2));
    }
  }
}
