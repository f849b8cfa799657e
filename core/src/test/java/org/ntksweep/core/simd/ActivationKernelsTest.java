package org.ntksweep.core.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Activation;

/** Right bits in plain Java are right bits everywhere: {@link KernelsParityTest}. */
@DisplayName("Activation kernels against values to 18 digits")
class ActivationKernelsTest {
  private static final Kernels KERNELS = Kernels.scalar();

  private enum Kernel {
    SIGMOID(3, 5) {
      @Override
      void apply(double[] h, double[] value, double[] slope) {
        KERNELS.sigmoid(h, value, slope, h.length);
      }
    },
    GELU(6, Double.POSITIVE_INFINITY) {
      @Override
      void apply(double[] h, double[] value, double[] slope) {
        KERNELS.gelu(1, h, value, slope, h.length);
      }
    },
    SILU(4, Double.POSITIVE_INFINITY) {
      @Override
      void apply(double[] h, double[] value, double[] slope) {
        KERNELS.silu(1, h, value, slope, h.length);
      }
    },
    SOFTPLUS(4, 3) {
      @Override
      void apply(double[] h, double[] value, double[] slope) {
        KERNELS.softplus(1, h, value, slope, h.length);
      }
    },
    SELU(3, Double.POSITIVE_INFINITY) {
      @Override
      void apply(double[] h, double[] value, double[] slope) {
        double below = Activation.SELU.negativeSlope();
        KERNELS.elu(below, 1.0507009873554805, 1, h, value, slope, h.length);
      }
    },
    SIN(2, 2) {
      @Override
      void apply(double[] h, double[] value, double[] slope) {
        KERNELS.sin(h, value, slope, h.length);
      }
    };

    private final double valueUlps;
    private final double slopeUlps;

    Kernel(double valueUlps, double slopeUlps) {
      this.valueUlps = valueUlps;
      this.slopeUlps = slopeUlps;
    }

    abstract void apply(double[] h, double[] value, double[] slope);

    /** Value and slope. */
    double[] at(double h) {
      double[] value = new double[1];
      double[] slope = new double[1];
      apply(new double[] {h}, value, slope);
      return new double[] {value[0], slope[0]};
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "activations.csv", numLinesToSkip = 2)
  void accuracy(Kernel kernel, double h, BigDecimal value, BigDecimal slope) {
    double[] actual = kernel.at(h);
    assertThat(ulps(actual[0], value)).isLessThanOrEqualTo(kernel.valueUlps);
    assertThat(ulps(actual[1], slope)).isLessThanOrEqualTo(kernel.slopeUlps);
    assertThat(actual[1]).isCloseTo(slope.doubleValue(), within(5e-16));
  }

  private static double ulps(double actual, BigDecimal expected) {
    double error = new BigDecimal(actual).subtract(expected).doubleValue();
    return Math.abs(error) / Math.ulp(expected.doubleValue());
  }

  @Test
  void sigmoidFarOut() {
    assertThat(Kernel.SIGMOID.at(1e300)).containsExactly(1, StrictMath.exp(-300));
    assertThat(Kernel.SIGMOID.at(-1e300))
        .containsExactly(StrictMath.exp(-300), StrictMath.exp(-300));
    assertThat(Kernel.SIGMOID.at(0)).containsExactly(0.5, 0.25);
  }

  @Test
  void geluFarOut() {
    assertThat(Kernel.GELU.at(1e300)).containsExactly(1e300, 1);
    assertThat(Kernel.GELU.at(40)).containsExactly(40, 1);
    assertThat(Kernel.GELU.at(-26)).containsExactly(-0.0, 0);
    assertThat(Kernel.GELU.at(-1e300)).containsExactly(-0.0, 0);
    assertThat(Kernel.GELU.at(1e-200)[0]).isCloseTo(5e-201, within(1e-215));
  }

  @Test
  void othersFarOut() {
    assertThat(Kernel.SILU.at(1e300)).containsExactly(1e300, 1);
    assertThat(Kernel.SILU.at(-1e300)).containsExactly(-0.0, -0.0);
    assertThat(Kernel.SILU.at(-2e-300)).containsExactly(-1e-300, 0.5);
    assertThat(Kernel.SOFTPLUS.at(1e300)).containsExactly(1e300, 1);
    assertThat(Kernel.SOFTPLUS.at(-1e300)).containsExactly(0, 0);
    assertThat(Kernel.SOFTPLUS.at(1e-300)).containsExactly(Math.log(2), 0.5);
    double below = Activation.SELU.negativeSlope();
    assertThat(Kernel.SELU.at(1e200))
        .containsExactly(1e200 * 1.0507009873554805, 1.0507009873554805);
    assertThat(Kernel.SELU.at(-1e300)).containsExactly(-below, 0);
    assertThat(Kernel.SELU.at(-1e-300)).containsExactly(-1e-300 * below, below);
    assertThat(Kernel.SELU.at(0)).containsExactly(0, below);
  }

  /** Values in multiples of a unit: powers of two change no digit. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-3, 0x1p-60, 0x1p5, 0x1p900})
  void growingActivationsInUnits(double unit) {
    double below = Activation.SELU.negativeSlope();
    for (double h : new double[] {-3, -0.2, 0, 0.7, 12}) {
      double[] value = new double[4];
      double[] slope = new double[4];
      double[] at = {h};
      KERNELS.gelu(unit, at, value, slope, 1);
      same(Kernel.GELU, unit, h, value[0], slope[0]);
      KERNELS.silu(unit, at, value, slope, 1);
      same(Kernel.SILU, unit, h, value[0], slope[0]);
      KERNELS.softplus(unit, at, value, slope, 1);
      same(Kernel.SOFTPLUS, unit, h, value[0], slope[0]);
      KERNELS.elu(below, 1.0507009873554805, unit, at, value, slope, 1);
      same(Kernel.SELU, unit, h, value[0], slope[0]);
    }
  }

  private static void same(Kernel kernel, double unit, double h, double value, double slope) {
    double[] whole = kernel.at(unit * h);
    assertThat(value * unit).isEqualTo(whole[0]);
    assertThat(slope).isEqualTo(whole[1]);
  }

  @Test
  void leakyRelu() {
    double[] value = new double[3];
    double[] slope = new double[3];
    KERNELS.leakyRelu(0.01, 1, new double[] {-3, 0, 1e300}, value, slope, 3);
    assertThat(value).containsExactly(-0.03, 0, 1e300);
    assertThat(slope).containsExactly(0.01, 0.01, 1);
  }
}
