package org.ntksweep.jobs.run;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.Path;

/** Something that goes wrong with a file system. */
public interface Fault {
  /** Nothing does. */
  Fault NONE = (path, bytes) -> {};

  /** No host answers. */
  Fault UNREACHABLE =
      new Fault() {
        @Override
        public void before(Path path, int bytes) throws IOException {
          throw new ConnectException("Connection refused");
        }

        @Override
        public void beforeReading(Path path) throws IOException {
          before(path, 0);
        }
      };

  /** Nothing can be written. */
  Fault READ_ONLY =
      (path, bytes) -> {
        throw new IOException("Read-only file system");
      };

  /**
   * Called before something changes.
   *
   * @param bytes how many are to be written; 0 if it is something else that is to be done
   * @throws IOException if it goes wrong
   */
  void before(Path path, int bytes) throws IOException;

  /** Called before something is looked at. */
  default void beforeReading(Path path) throws IOException {}

  /** A disk that has room for so many bytes. */
  static Fault fullAfter(long bytes) {
    AtomicLong left = new AtomicLong(bytes);
    return (path, written) -> {
      if (written > 0 && left.addAndGet(-written) < 0) {
        throw new IOException("No space left on device");
      }
    };
  }

  /**
   * A driver that is killed: of the changes to a run folder the first few take place and no other.
   * What happens to a wave while it is made is not counted, as nothing of it counts.
   */
  static Fault killedAfter(long changes) {
    AtomicLong left = new AtomicLong(changes);
    return (path, bytes) -> {
      boolean counts = !path.toString().matches(".*/waves/\\d{6}\\.incomplete/.*");
      if ((counts ? left.decrementAndGet() : left.get()) < 0) {
        throw new IOException("killed");
      }
    };
  }
}
