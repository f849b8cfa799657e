package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ntksweep.core.training.StopRule;

class FlowDecreaseTest {

  @Test
  void comparesWithTheLastEndThatIsFarEnoughBehind() {
    FlowDecrease decrease = new FlowDecrease(new StopRule(0.1, 1, 0));
    assertThat(decrease.stalls(0, 5)).isFalse();
    assertThat(decrease.stalls(0.5, 5)).isFalse();
    assertThat(decrease.stalls(1, 4.5)).isFalse();
    assertThat(decrease.stalls(1.6, 4.45)).isFalse();
    assertThat(decrease.stalls(2.1, 4.42)).isTrue();
  }

  @Test
  void aStepThatIsLongerIsComparedWithItsBeginning() {
    FlowDecrease decrease = new FlowDecrease(new StopRule(0.1, 1, 0));
    decrease.stalls(0, 5);
    assertThat(decrease.stalls(7, 4.8)).isFalse();
    assertThat(decrease.stalls(20, 4.75)).isTrue();
  }

  @Test
  void forgetsOtherNetworksAndNeverStopsWithoutARule() {
    FlowDecrease decrease = new FlowDecrease(new StopRule(0.1, 1, 0));
    decrease.stalls(0, 5);
    decrease.begin();
    assertThat(decrease.stalls(7, 5)).isFalse();
    FlowDecrease never = new FlowDecrease(StopRule.NEVER);
    never.stalls(0, 5);
    assertThat(never.stalls(7, 5)).isFalse();
  }
}
