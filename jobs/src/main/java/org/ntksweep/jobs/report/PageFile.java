package org.ntksweep.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ntksweep.jobs.run.RunFolder;

/** A file beside the tables of a run. */
final class PageFile {
  private PageFile() {}

  /** Readers find the old text or the new one, never a part. */
  static String write(RunFolder folder, String name, String text) throws IOException {
    Path path = new Path(folder.configLocation()).getParent();
    FileSystem files = path.getFileSystem(RunFolder.configuration());
    Path target = new Path(path, name);
    Path draft = new Path(path, name + ".incomplete");
    try (OutputStream out = files.create(draft, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    files.delete(target, false);
    if (!files.rename(draft, target)) {
      throw new IOException("cannot rename " + draft + " to " + target);
    }
    return target.toString();
  }
}
