package org.ntksweep.jobs.folder.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.shell.RequestException;

/**
 * Keeps two runs from writing one folder: a file in it that tells who writes, one for each run that
 * tries. A run has the folder if no other's file is there once its own is: of two that try at a
 * time at least one sees the other. A lock whose owner is known to be gone does not hold.
 */
public final class RunLock implements AutoCloseable {
  private static final String PREFIX = "lock-";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FolderFiles folder;
  private final String file;

  /**
   * Who writes a folder.
   *
   * @param host the machine of the driver
   * @param pid its process there
   * @param user who started it
   * @param since when, in UTC
   * @param process when the process started, which tells it from a later one of the same number;
   *     empty if unknown
   */
  private record Owner(String host, long pid, String user, String since, String process) {
    static final Owner UNKNOWN = new Owner("?", -1, "?", "?", "");

    static Owner self() {
      ProcessHandle self = ProcessHandle.current();
      return new Owner(
          localHost(),
          self.pid(),
          System.getProperty("user.name", "?"),
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          start(self));
    }

    private static String localHost() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }

    private static String start(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Whether the process is known not to run any more: only its own machine can tell. */
    boolean isGone() {
      return host.equals(localHost())
          && ProcessHandle.of(pid).map(Owner::start).filter(process::equals).isEmpty();
    }

    @Override
    public String toString() {
      return "process %d of %s on %s since %s".formatted(pid, user, host, since);
    }
  }

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
      folder.write(lock.file, JSON.writeValueAsString(Owner.self()) + "\n");
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
        Optional<Owner> owner = owner(folder, name).filter(writer -> !writer.isGone());
        if (owner.isPresent()) {
          throw new RequestException(
              "%s: another run writes here: %s\n  if it is gone, remove %s/%s"
                  .formatted(folder, owner.get(), folder, name));
        }
        stale.add(name);
      }
    }
    return stale;
  }

  /** Whose lock it is; nobody's if it has just been opened, or was never written to its end. */
  private static Optional<Owner> owner(FolderFiles folder, String file) throws IOException {
    if (!file.endsWith(".json")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(folder.read(file), Owner.class));
    } catch (JsonProcessingException e) {
      return Optional.of(Owner.UNKNOWN);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Opens the folder to others. */
  @Override
  public void close() throws IOException {
    folder.delete(file);
  }
}
