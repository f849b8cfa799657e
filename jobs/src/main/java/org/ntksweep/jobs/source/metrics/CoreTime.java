package org.ntksweep.jobs.source.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor's time, which does not run while a thread waits for a core. */
public final class CoreTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CoreTime() {}

  /** How long the running thread has been on a core, in nanoseconds. */
  public static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
