package org.ntksweep.core.matrix;

import java.util.Locale;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.factory.Nd4j;

/** The accelerators of a machine, where ND4J computes on such; a processor counts as one. */
public final class Device {
  private Device() {}

  /**
   * Makes the calling thread compute on one of them from now on.
   *
   * @param number from 0, in the order of ND4J
   * @throws IllegalArgumentException if there is no such
   * @throws IllegalStateException if the native libraries cannot be loaded
   */
  public static void use(int number) {
    BackEnd.executioner();
    AffinityManager devices = Nd4j.getAffinityManager();
    if (number < 0 || number >= devices.getNumberOfDevices()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "device %d: ND4J sees %d here, numbered from 0",
              number,
              devices.getNumberOfDevices()));
    }
    devices.unsafeSetDevice(number);
  }
}
