package org.ntksweep.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.PointId;
import org.ntksweep.core.network.Widths;

class TrainingIdTest {
  private static PointId id(StopRule stop) {
    Network law = new Network(Activation.RELU, 2, 0, Widths.of(3, 4, 1), Parametrization.NTK);
    Method method = new Method.Steps(new Optimizer.Plain(), 0.1, 500, List.of(0L, 500L));
    return TrainingId.of(law, "0f", new Training(Loss.MEAN, method, stop, LazyScale.NONE, 3));
  }

  @Test
  void whatAStopRuleLooksBackOnCountsWhereItIsAsked() {
    assertThat(id(new StopRule(1e-7, 100, 0))).isNotEqualTo(id(new StopRule(1e-7, 200, 0)));
    assertThat(id(new StopRule(0, 100, 0.1))).isEqualTo(id(new StopRule(0, 200, 0.1)));
    assertThat(id(new StopRule(0, 100, 0))).isEqualTo(id(StopRule.NEVER));
    assertThat(id(new StopRule(0, 100, 0.1))).isNotEqualTo(id(StopRule.NEVER));
  }
}
