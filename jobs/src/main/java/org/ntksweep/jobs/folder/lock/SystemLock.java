package org.ntksweep.jobs.folder.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The lock of the operating system on a file of a local disk. It ends with its process, and tells
 * even of processes in other containers; that it can be had proves nothing, as not all disks know
 * of all locks.
 */
final class SystemLock implements AutoCloseable {
  private final Optional<FileChannel> held;

  private SystemLock(Optional<FileChannel> held) {
    this.held = held;
  }

  /** Locks a file as long as the process lives, if the disk it is on can. */
  static SystemLock on(Optional<Path> file) {
    return new SystemLock(file.flatMap(SystemLock::locked));
  }

  private static Optional<FileChannel> locked(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      return Optional.ofNullable(channel.tryLock()).map(lock -> channel);
    } catch (IOException | OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /** Whether a living process is known to hold the lock of a file. */
  static boolean isHeld(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (held.isPresent()) {
      held.get().close();
    }
  }
}
