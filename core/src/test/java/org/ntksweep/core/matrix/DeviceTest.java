package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class DeviceTest {

  @Test
  void theFirstIsAlwaysThere() {
    assertThatCode(() -> Device.use(0)).doesNotThrowAnyException();
  }

  @Test
  void whatIsNotThereIsRefused() {
    BackEnd.executioner();
    int devices = Nd4j.getAffinityManager().getNumberOfDevices();
    for (int number : new int[] {-1, devices}) {
      assertThatThrownBy(() -> Device.use(number))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("device %d: ND4J sees %d here, numbered from 0", number, devices);
    }
  }
}
