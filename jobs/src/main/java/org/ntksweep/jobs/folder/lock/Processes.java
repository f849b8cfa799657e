package org.ntksweep.jobs.folder.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The processes this one can see, told apart by what neither a change of the clock nor a second
 * machine or container of the same name can repeat.
 */
final class Processes {
  private static final Path PROC = Path.of("/proc");
  private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");

  /** Of the fields of /proc/PID/stat behind the name of the program: the start, in ticks. */
  private static final int START = 19;

  private Processes() {}

  /**
   * The start of the system and, in a container, its own table of processes; elsewhere than on
   * Linux the machine; empty if unknown.
   */
  static String table() {
    try {
      return Files.readString(BOOT).strip()
          + " "
          + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return System.getProperty("os.name", "").equals("Linux") ? "" : Host.name();
    }
  }

  /** When a process of this table started, empty if there is none. */
  static Optional<String> start(long pid) {
    if (!Files.exists(PROC.resolve("self/stat"))) {
      return ProcessHandle.of(pid)
          .map(process -> process.info().startInstant().map(Object::toString).orElse(""));
    }
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"));
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
