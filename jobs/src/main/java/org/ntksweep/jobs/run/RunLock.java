package org.ntksweep.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps two runs from writing one folder: a file in it that tells who writes. A lock whose owner is
 * known to be gone does not hold.
 */
final class RunLock implements AutoCloseable {
  private static final String FILE = "lock.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFolder folder;
  private final Owner owner;

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

  private RunLock(RunFolder folder, Owner owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /**
   * Fails if a run writes to a folder.
   *
   * @throws RequestException if it does, or may, with what to do
   */
  static void check(RunFolder folder) throws IOException {
    Optional<Owner> owner = owner(folder);
    if (owner.isPresent() && !owner.get().isGone()) {
      throw new RequestException(
          "%s: another run writes here: %s\n  if it is gone, remove %s/%s"
              .formatted(folder, owner.get(), folder, FILE));
    }
  }

  /**
   * Locks a folder that exists.
   *
   * @throws RequestException if another run did
   */
  static RunLock acquire(RunFolder folder) throws IOException {
    check(folder);
    RunLock lock = new RunLock(folder, Owner.self());
    folder.write(FILE, JSON.writeValueAsString(lock.owner) + "\n");
    // Of two that got this far the one that wrote last has the folder.
    check(folder, lock.owner);
    return lock;
  }

  private static void check(RunFolder folder, Owner self) throws IOException {
    if (!owner(folder).equals(Optional.of(self))) {
      check(folder);
    }
  }

  private static Optional<Owner> owner(RunFolder folder) throws IOException {
    if (!folder.exists(FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(folder.read(FILE), Owner.class));
    } catch (JsonProcessingException e) {
      return Optional.of(new Owner("?", -1, "?", "?", ""));
    }
  }

  /** Opens the folder to others. */
  @Override
  public void close() throws IOException {
    if (owner(folder).equals(Optional.of(owner))) {
      folder.delete(FILE);
    }
  }
}
