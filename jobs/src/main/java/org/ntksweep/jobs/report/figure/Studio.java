package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws on two processors, if there are: each has libraries of its own, which one thread uses. They
 * start at once, while what is to be drawn is being read.
 */
final class Studio implements AutoCloseable {
  private static final int SIZE = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final ThreadLocal<Headless> own = ThreadLocal.withInitial(Headless::new);
  private final ExecutorService threads = Executors.newFixedThreadPool(SIZE, Studio::thread);

  Studio() {
    for (int i = 0; i < SIZE; i++) {
      threads.execute(own::get);
    }
  }

  /** Work that is done on one of the threads. */
  interface Drawing<T> {
    /** Draws. */
    T draw(Headless headless);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "figures");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins some work.
   *
   * @param data what the page's scripts read, and a theme
   */
  <T> Future<T> begin(ObjectNode data, Drawing<T> drawing) {
    return threads.submit(() -> drawing.draw(own.get().show(data)));
  }

  /** Waits for what was begun. */
  static <T> T finished(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits for none: a request that is refused is so at once, though libraries still start. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
