package org.ntksweep.jobs.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.ntksweep.jobs.folder.files.QuickLocalFiles;

/**
 * A file system on local disks that fails when it is told to. As on most that are not local, a
 * rename does not replace its target.
 */
public final class FaultyFileSystem extends QuickLocalFiles {
  /** The setting that makes it known to Hadoop. */
  public static final String SETTING = "fs.faulty.impl";

  private static final URI ROOT = URI.create("faulty:///");
  private static volatile Fault current = Fault.NONE;

  /** What goes wrong from here on. */
  public static void suffers(Fault fault) {
    current = fault;
  }

  /** Its name of a local path. */
  public static String at(java.nio.file.Path local) {
    return "faulty:" + local;
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public FSDataOutputStream create(
      Path path, boolean overwrite, int buffer, short copies, long block, Progressable progress)
      throws IOException {
    current.before(path, 0);
    return faulty(path, super.create(path, overwrite, buffer, copies, block, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short copies,
      long block,
      Progressable progress)
      throws IOException {
    current.before(path, 0);
    return faulty(path, super.create(path, permission, overwrite, buffer, copies, block, progress));
  }

  private static FSDataOutputStream faulty(Path path, OutputStream out) throws IOException {
    return new FSDataOutputStream(new FaultyStream(path, out), null);
  }

  /** A stream that, when it fails, has written half of what it was given. */
  private static final class FaultyStream extends FilterOutputStream {
    private final Path path;

    FaultyStream(Path path, OutputStream out) {
      super(out);
      this.path = path;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        current.before(path, length);
      } catch (IOException e) {
        out.write(bytes, from, length / 2);
        throw e;
      }
      out.write(bytes, from, length);
    }
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    current.before(to, 0);
    return !pathToFile(to).isFile() && super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    current.before(path, 0);
    return super.delete(path, recursive);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    current.before(path, 0);
    return super.mkdirs(path);
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    current.before(path, 0);
    return super.mkdirs(path, permission);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    current.beforeReading(path);
    return super.getFileStatus(path);
  }
}
