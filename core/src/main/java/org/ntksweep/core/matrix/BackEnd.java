package org.ntksweep.core.matrix;

import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.common.config.ND4JEnvironmentVars;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J, loaded once per JVM when the first matrix is made. It computes on the thread that calls it:
 * a task has one core. Whoever wants more of them says so in the environment, {@code
 * OMP_NUM_THREADS}, which then holds for every task of the JVM.
 */
final class BackEnd {
  /**
   * Silence, and no limits of JavaCPP's own, which follow from the size of the Java heap: memory is
   * planned by those who ask for it.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          ND4JSystemProperties.LOG_INITIALIZATION, "false",
          ND4JSystemProperties.JAVACPP_MEMORY_MAX_BYTES, "0",
          ND4JSystemProperties.JAVACPP_MEMORY_MAX_PHYSICAL_BYTES, "0");

  private static OpExecutioner loaded;
  private static boolean hasLapack;

  private BackEnd() {}

  /**
   * What runs operations.
   *
   * @throws IllegalStateException if the native libraries cannot be loaded
   */
  static synchronized OpExecutioner executioner() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private static OpExecutioner load() {
    SETTINGS.forEach(System.getProperties()::putIfAbsent);
    try {
      OpExecutioner executioner = Nd4j.getExecutioner();
      if (isOneThread()) {
        useOneThread();
      }
      return executioner;
    } catch (RuntimeException | LinkageError e) {
      throw missing("ND4J", e);
    }
  }

  /**
   * Loads LAPACK, which is OpenBLAS's even where ND4J computes on a device.
   *
   * @throws IllegalStateException if it cannot be loaded
   */
  static synchronized void loadLapack() {
    if (hasLapack) {
      return;
    }
    SETTINGS.forEach(System.getProperties()::putIfAbsent);
    try {
      Loader.load(openblas.class);
      if (isOneThread()) {
        openblas.blas_set_num_threads(1);
      }
      hasLapack = true;
    } catch (RuntimeException | LinkageError e) {
      throw missing("OpenBLAS", e);
    }
  }

  private static IllegalStateException missing(String library, Throwable cause) {
    return new IllegalStateException(
        library
            + " cannot load its native libraries for "
            + Loader.Detector.getPlatform()
            + ", the platform of this machine; a build of ntksweep holds those of the platform it"
            + " was built on: build it here, or with -Dnd4j.platform",
        cause);
  }

  private static boolean isOneThread() {
    return System.getenv(ND4JEnvironmentVars.OMP_NUM_THREADS) == null;
  }

  private static void useOneThread() {
    Nd4j.factory().blas().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }
}
