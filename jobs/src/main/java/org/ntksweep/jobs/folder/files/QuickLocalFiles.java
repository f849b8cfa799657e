package org.ntksweep.jobs.folder.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files whose permissions Java sets. Hadoop without its native library starts a program,
 * {@code chmod}, for each file and folder, which takes longer than writing most of them.
 */
public final class QuickLocalFiles extends RawLocalFileSystem {

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    try {
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(bits(permission)));
    } catch (UnsupportedOperationException e) {
      super.setPermission(path, permission); // as it can be here
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
