package org.ntksweep.jobs.data.file;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ntksweep.core.data.DataException;
import org.ntksweep.jobs.data.HeapShare;
import org.ntksweep.jobs.shell.NameNodes;
import org.ntksweep.jobs.shell.Reason;

/**
 * A file or folder on any file system Hadoop can reach.
 *
 * @param path where it is
 * @param configuration Hadoop's
 * @param heap for what is read
 */
record Place(Path path, Configuration configuration, HeapShare heap) {
  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*", Pattern.DOTALL);

  /**
   * The place at a local path or at a URI.
   *
   * @throws DataException if the text is neither
   */
  static Place at(String location, Configuration configuration) {
    try {
      Path path =
          URI.matcher(location).matches()
              ? new Path(location)
              : new Path(java.nio.file.Path.of(location).toAbsolutePath().normalize().toUri());
      return new Place(path, configuration, HeapShare.half());
    } catch (IllegalArgumentException e) {
      throw new DataException("is not a path");
    }
  }

  /** The name of the file. */
  String name() {
    return path.getName();
  }

  /** A file beside this one. */
  Place beside(String name) {
    return new Place(new Path(path.getParent(), name), configuration, heap);
  }

  boolean exists() throws IOException {
    return fileSystem().exists(path);
  }

  /** The files in this folder and in folders in it, by name; itself if it is a file. */
  List<Place> files() throws IOException {
    FileStatus status = fileSystem().getFileStatus(path);
    List<Path> found = new ArrayList<>();
    find(status, 2, found);
    return found.stream().map(file -> new Place(file, configuration, heap)).toList();
  }

  private void find(FileStatus status, int depth, List<Path> found) throws IOException {
    String name = status.getPath().getName();
    if (!status.isDirectory()) {
      found.add(status.getPath());
    } else if (depth == 2 || (depth >= 0 && !name.startsWith("."))) {
      FileStatus[] entries = fileSystem().listStatus(status.getPath());
      Arrays.sort(entries);
      for (FileStatus entry : entries) {
        find(entry, depth - 1, found);
      }
    }
  }

  boolean isFolder() throws IOException {
    return fileSystem().getFileStatus(path).isDirectory();
  }

  /**
   * The bytes of the file.
   *
   * @throws FileNotFoundException if it is not there
   */
  InputStream open() throws IOException {
    return fileSystem().open(path);
  }

  /**
   * The bytes of the file, inflated if gzip compressed them.
   *
   * @throws FileNotFoundException if it is not there
   */
  InputStream inflated() throws IOException {
    InputStream in = open();
    try {
      return inflated(new BufferedInputStream(in));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream inflated(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }

  private FileSystem fileSystem() throws IOException {
    NameNodes.check(path.toUri(), configuration);
    try {
      return path.getFileSystem(configuration);
    } catch (RuntimeException | NoClassDefFoundError e) { // what is no file system
      throw new IOException(Reason.of(e), e);
    }
  }
}
