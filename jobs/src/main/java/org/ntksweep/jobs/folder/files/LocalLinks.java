package org.ntksweep.jobs.folder.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ntksweep.jobs.shell.Reason;

/** Keeps what is done to a run folder inside of it: on a local disk a link may lead elsewhere. */
final class LocalLinks {
  private LocalLinks() {}

  /**
   * Checks a name on its way from a folder.
   *
   * @throws IOException if a link stands in the way
   */
  static void check(Path folder, String name) throws IOException {
    Path at = folder;
    for (Path part : folder.getFileSystem().getPath(name)) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        throw new IOException(
            Reason.printable(folder.relativize(at).toString())
                + ": is a symbolic link; a run keeps to its own folder");
      }
    }
  }
}
