package org.ntksweep.core.sampling.dense;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;

@DisplayName("The memory of the dense sampler")
class MemoryPlanTest {
  private static final Network LAW =
      new Network(
          Activation.TANH, 2, 0.1, Widths.of(5, 40, 30, 50, 40, 1), Parametrization.STANDARD);
  private static final Inputs INPUTS = Inputs.withCosines(0.9, 0.5, 0.3, 0, -0.5, -1);

  @Test
  void memoryIsSpentOnTheLayersThatFit() {
    long least = DenseOptions.DEFAULT.leastMemory(LAW, INPUTS);
    assertThat(kept(least)).isZero();
    assertThat(kept(least + 8 * 40 - 1)).isZero();
    assertThat(kept(least + 8 * 40)).isEqualTo(1);
    assertThat(kept(least + 8 * (40 + 2000 + 1500))).isEqualTo(3);
    assertThat(kept(1 << 30)).isEqualTo(4);
  }

  private static int kept(long memory) {
    return MemoryPlan.of(LAW, INPUTS, new DenseOptions(Precision.DOUBLE, memory)).kept();
  }
}
