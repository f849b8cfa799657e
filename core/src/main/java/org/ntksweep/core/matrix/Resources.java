package org.ntksweep.core.matrix;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be freed together: {@link #close} frees all of it, the last first, whatever fails.
 * Whoever builds something of several resources hands each to an instance as soon as it is there,
 * and closes that if building fails.
 */
public class Resources implements AutoCloseable {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();

  /** Takes charge of a resource and returns it. */
  public <T extends AutoCloseable> T own(T resource) {
    owned.push(resource);
    return resource;
  }

  /** Frees everything because of a failure, to which it adds those that freeing meets. */
  public void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Frees everything; a second call has nothing left to do.
   *
   * @throws IllegalStateException if some of it cannot be freed, when all the rest is, with the
   *     first cause and the others suppressed
   */
  @Override
  public void close() {
    IllegalStateException failure = null;
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("memory outside the Java heap cannot be freed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
