package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Draws on two processors, if there are: each has libraries of its own, which one thread uses. */
final class Studio implements AutoCloseable {
  private static final int MOST = 2;

  private final Queue<Headless> started = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Headless> own;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.min(MOST, Runtime.getRuntime().availableProcessors()), Studio::thread);

  /**
   * Starts no library before the first picture.
   *
   * @param data what the page's scripts read, and a theme
   */
  Studio(ObjectNode data) {
    own = ThreadLocal.withInitial(() -> start(data));
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

  private Headless start(ObjectNode data) {
    Headless headless = new Headless(data);
    started.add(headless);
    return headless;
  }

  /** Begins some work. */
  <T> Future<T> begin(Drawing<T> drawing) {
    return threads.submit(() -> drawing.draw(own.get()));
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

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
        started.forEach(Headless::close);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
