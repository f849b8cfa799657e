package org.ntksweep.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Initializations by name")
class NamedInitializationTest {
  private static Network law(int... widths) {
    return new Network(Activation.RELU, 9, 9, Widths.of(widths), Parametrization.STANDARD);
  }

  /** Variances of one weight and one bias, as the libraries document them. */
  @ParameterizedTest
  @CsvSource({
    "he, GAUSSIAN, 0.2, 0",
    "kaiming_normal, GAUSSIAN, 0.2, 0",
    "Kaiming-Uniform, UNIFORM, 0.2, 0",
    "he_normal_fan_out, GAUSSIAN, 0.2, 0",
    "lecun, GAUSSIAN, 0.1, 0",
    "lecun_uniform, UNIFORM, 0.1, 0",
    "xavier, GAUSSIAN, 0.1, 0",
    "keras, UNIFORM, 0.1, 0",
    "pytorch, UNIFORM, 0.03333333333333333, 0.03333333333333333"
  })
  void equalWidths(String name, Initialization family, double weight, double bias) {
    Network law = NamedInitialization.parse(name).applyTo(law(10, 10, 10, 10));
    assertThat(law.initialization()).isEqualTo(family);
    assertThat(law.weightVariance(1)).isEqualTo(weight);
    assertThat(law.weightVariance(3)).isEqualTo(weight);
    assertThat(law.sigmaB2()).isEqualTo(bias);
  }

  @Test
  void unequalWidthsHaveNoSingleVariance() {
    assertThat(NamedInitialization.HE_NORMAL.applyTo(law(784, 300, 10)).sigmaW2()).isEqualTo(2);
    assertThatThrownBy(() -> NamedInitialization.GLOROT_UNIFORM.applyTo(law(10, 10, 1)))
        .hasMessageContaining("glorot_uniform: no single sigma_w2")
        .hasMessageContaining("1.00000 in layer 1 and 1.81818 in layer 2");
    assertThatThrownBy(() -> NamedInitialization.PYTORCH.applyTo(law(20, 10, 1)))
        .hasMessageContaining("sigma_b2");
    assertThat(NamedInitialization.PYTORCH.applyTo(law(10, 10, 1)).sigmaB2()).isEqualTo(1.0 / 30);
    assertThatThrownBy(() -> NamedInitialization.parse("hee")).hasMessageContaining("he_normal");
  }
}
