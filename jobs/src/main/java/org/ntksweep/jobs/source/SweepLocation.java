package org.ntksweep.jobs.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.data.file.DataFiles;
import org.ntksweep.jobs.shell.Reason;

/** Where a sweep file is: at a local path, or at a URI of any file system Hadoop can reach. */
public final class SweepLocation {
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private SweepLocation() {}

  /** Whether a location is a URI. */
  public static boolean isUri(String location) {
    return URI.matcher(location).matches();
  }

  /**
   * Reads a sweep file.
   *
   * @param overrides values of the form {@code key=value} that replace those of the file
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if the file is not there or does not
   *     describe a sweep
   * @throws IOException if what a URI names cannot be read, a {@link java.io.FileNotFoundException}
   *     if it is not there
   */
  public static SweepFile load(String location, List<String> overrides, Configuration configuration)
      throws IOException {
    return isUri(location)
        ? at(location, overrides, configuration)
        : SweepFile.load(Path.of(location), overrides, new DataFiles(configuration));
  }

  private static SweepFile at(String uri, List<String> overrides, Configuration configuration)
      throws IOException {
    var path = new org.apache.hadoop.fs.Path(uri);
    try (InputStream in = fileSystem(path, configuration).open(path)) {
      return SweepFile.read(in, uri, overrides, new DataFiles(configuration));
    }
  }

  /** What is no file system is found out in many ways. */
  private static FileSystem fileSystem(org.apache.hadoop.fs.Path path, Configuration configuration)
      throws IOException {
    try {
      return path.getFileSystem(configuration);
    } catch (RuntimeException | NoClassDefFoundError e) {
      throw new IOException(Reason.of(e), e);
    }
  }
}
