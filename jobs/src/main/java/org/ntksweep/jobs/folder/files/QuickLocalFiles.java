package org.ntksweep.jobs.folder.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files whose permissions Java sets: Hadoop without its native library starts a program,
 * {@code chmod}, for each file and folder, which takes longer than writing most of them. A file
 * that is there and cannot be opened is told from one that is missing.
 */
public class QuickLocalFiles extends RawLocalFileSystem {

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    try {
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(bits(permission)));
    } catch (UnsupportedOperationException e) {
      super.setPermission(path, permission); // as it can be here
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws FileSystemException if the system refuses to open it, with the reason
   */
  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    try {
      return super.open(path, bufferSize);
    } catch (FileNotFoundException e) {
      if (!Files.isRegularFile(pathToFile(path).toPath())) {
        throw e;
      }
      String reason = e.getMessage().replaceFirst("(?s).*\\((.*)\\)", "$1");
      throw new FileSystemException(path.getName(), null, reason.toLowerCase(Locale.ROOT));
    }
  }

  private static String bits(FsPermission permission) {
    if (permission.getStickyBit()) {
      throw new UnsupportedOperationException("sticky");
    }
    return permission.getUserAction().SYMBOL
        + permission.getGroupAction().SYMBOL
        + permission.getOtherAction().SYMBOL;
  }
}
