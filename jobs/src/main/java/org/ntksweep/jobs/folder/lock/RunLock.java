package org.ntksweep.jobs.folder.lock;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.shell.ShellQuote;

/**
 * Keeps two runs from writing one folder: a file in it that tells who writes, one for each run that
 * tries. A run has the folder if no other's file is there once its own is: of two that try at a
 * time at least one sees the other. A lock whose owner is known to be gone does not hold.
 */
public final class RunLock implements AutoCloseable {
  private static final String PREFIX = "lock-";

  private final FolderFiles folder;
  private final String file;

  private Optional<SystemLock> system = Optional.empty();

  private RunLock(FolderFiles folder, String file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Fails if a run writes to a folder.
   *
   * @throws RequestException if it does, or may, with what to do
   */
  public static void check(FolderFiles folder) throws IOException {
    checkOthers(folder, "");
  }

  /**
   * Locks a folder that exists.
   *
   * @throws RequestException if another run did
   */
  public static RunLock acquire(FolderFiles folder) throws IOException {
    check(folder);
    RunLock lock = new RunLock(folder, PREFIX + UUID.randomUUID() + ".json");
    try {
      folder.write(lock.file, LockOwner.self().text());
      lock.system = Optional.of(SystemLock.on(local(folder, lock.file)));
      for (String stale : checkOthers(folder, lock.file)) {
        folder.delete(stale);
      }
      return lock;
    } catch (IOException | RequestException e) {
      lock.close();
      check(
          folder); // of two at a time, the quicker one may have removed what the other was writing
      throw e;
    }
  }

  /** The locks that do not hold; fails if one does that is not our own. */
  private static List<String> checkOthers(FolderFiles folder, String own) throws IOException {
    List<String> stale = new ArrayList<>();
    for (String name : folder.list()) {
      if (name.startsWith(PREFIX) && !name.equals(own)) {
        Optional<LockOwner> owner = owner(folder, name).filter(o -> holds(folder, name, o));
        if (owner.isPresent()) {
          throw new RequestException(
              folder
                  + ": another run writes here: "
                  + owner.get()
                  + "\n  if it is gone: "
                  + (folder.local().isPresent() ? "rm " : "hadoop fs -rm ")
                  + ShellQuote.path(folder.word() + "/" + name));
        }
        stale.add(name);
      }
    }
    return stale;
  }

  /** Whose lock it is; nobody's if it has just been opened, or was never written to its end. */
  private static Optional<LockOwner> owner(FolderFiles folder, String file) throws IOException {
    if (!file.endsWith(".json")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LockOwner.parse(folder.read(file)));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(FolderFiles folder, String file, LockOwner owner) {
    return !owner.isGone() || local(folder, file).filter(SystemLock::isHeld).isPresent();
  }

  private static Optional<Path> local(FolderFiles folder, String file) {
    return folder.local().map(path -> path.resolve(file));
  }

  /** Opens the folder to others. */
  @Override
  public void close() throws IOException {
    folder.delete(file);
    if (system.isPresent()) {
      system.get().close();
    }
  }
}
