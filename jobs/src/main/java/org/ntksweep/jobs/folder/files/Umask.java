package org.ntksweep.jobs.folder.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The permissions a process takes from the files it makes, where the system tells. */
final class Umask {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String NAME = "Umask:";

  private Umask() {}

  /** In octal digits, such as 0077. */
  static Optional<String> ofProcess() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(NAME))
          .map(line -> line.substring(NAME.length()).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
