package org.ntksweep.core.simd;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Chooses the implementation once per JVM and says which, and what is missing if it is the slow
 * one.
 */
final class KernelsProvider {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** Without the second compiler, plain Java is the faster one. */
  private static final String PROPERTY = "ntksweep.simd";

  private static final Logger LOG = System.getLogger(Kernels.class.getName());

  static final Kernels BEST = choose();

  private KernelsProvider() {}

  private static Kernels choose() {
    if ("off".equals(System.getProperty(PROPERTY))) {
      return ScalarKernels.INSTANCE;
    }
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
      LOG.log(
          Level.WARNING,
          "SIMD is off, results are the same but slower: start Java with --add-modules={0}",
          VECTOR_MODULE);
      return ScalarKernels.INSTANCE;
    }
    try {
      // By name: the class cannot be linked where the module is absent.
      Class<?> type = Class.forName("org.ntksweep.core.simd.VectorKernels");
      Kernels kernels = (Kernels) type.getDeclaredConstructor().newInstance();
      LOG.log(Level.DEBUG, kernels.description());
      return kernels;
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(Level.WARNING, "SIMD is off, results are the same but slower", e);
      return ScalarKernels.INSTANCE;
    }
  }
}
