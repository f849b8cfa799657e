package org.ntksweep.jobs.folder.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ntksweep.jobs.folder.seal.Digest;
import org.ntksweep.jobs.shell.NameNodes;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.shell.Secrets;
import org.ntksweep.jobs.tables.parquet.ParquetTable;

/**
 * The files of one folder, on any file system Hadoop can reach; they are called by names relative
 * to it, which cannot lead out of it. Files of text are made beside their places, under names that
 * say that they are not complete, and renamed.
 */
public final class FolderFiles {
  /** What the name of a file ends with that is not complete. */
  public static final String INCOMPLETE = ".incomplete";

  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*", Pattern.DOTALL);

  /** Of places on the web nothing can be listed, and nothing written there. */
  private static final Pattern WEB = Pattern.compile("https?:/", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final Path path;
  private final Configuration configuration;

  private FolderFiles(String name, Path path, Configuration configuration) {
    this.name = name;
    this.path = path;
    this.configuration = configuration;
  }

  /**
   * The folder at a local path or at a URI such as {@code hdfs://host/runs/a}, whether it exists or
   * not.
   *
   * @throws RequestException if the text is neither
   */
  public static FolderFiles at(String location, Configuration configuration) {
    if (location.isBlank() || WEB.matcher(location).lookingAt()) {
      throw new RequestException("'" + Secrets.redact(location) + "': no place for a folder");
    }
    try {
      Path path =
          URI.matcher(location).matches()
              ? new Path(location)
              : new Path(java.nio.file.Path.of(location).toAbsolutePath().normalize().toUri());
      return new FolderFiles(location, path, configuration);
    } catch (IllegalArgumentException e) {
      throw new RequestException(Secrets.redact(location) + ": not a path: " + Reason.of(e));
    }
  }

  /** The location as it was given, without a password in it. */
  @Override
  public String toString() {
    return Reason.printable(Secrets.redact(name)).replace('\n', '?');
  }

  /** The location as it was given, for a command; without a password in it. */
  public String word() {
    return Secrets.redact(List.of(name)).get(0);
  }

  /**
   * Fails if nobody is there who could be asked for it.
   *
   * @throws IOException which says who
   */
  public void checkReachable() throws IOException {
    NameNodes.check(path.toUri(), configuration);
  }

  /**
   * Whether the folder itself is one, and no file.
   *
   * @throws FileNotFoundException if nothing is there
   */
  public boolean isFolder() throws IOException {
    return files().getFileStatus(path).isDirectory();
  }

  /** Makes the folder if it is not there. */
  public void create() throws IOException {
    if (!files().mkdirs(path)) {
      throw new IOException("cannot be created");
    }
  }

  /** Fails if the folder cannot be made, or nothing written in it, and leaves nothing behind. */
  public void tryWriting() throws IOException {
    Deque<Path> made = new ArrayDeque<>();
    for (Path at = path; at != null && !files().exists(at); at = at.getParent()) {
      made.addLast(at);
    }
    String trial = "lock-trial" + INCOMPLETE;
    try {
      create();
      try (OutputStream out = files().create(at(trial), true)) {
        out.write('\n');
      }
      delete(trial);
    } finally {
      for (Path folder : made) {
        deleteEmpty(folder);
      }
    }
  }

  private void deleteEmpty(Path folder) throws IOException {
    if (files().exists(folder) && files().listStatus(folder).length == 0) {
      files().delete(folder, false);
    }
  }

  /** The folder itself, as Spark and Hadoop call it on any machine. */
  public String root() {
    return path.toString();
  }

  /** A file or folder in this folder, as Spark and Hadoop call it. */
  public String location(String file) throws IOException {
    return at(file).toString();
  }

  /** The same for several. */
  public List<String> locations(Collection<String> names) throws IOException {
    List<String> locations = new ArrayList<>();
    for (String file : names) {
      locations.add(location(file));
    }
    return locations;
  }

  /** The Parquet files in a folder of this folder. */
  public ParquetTable table(String folder) throws IOException {
    return ParquetTable.in(at(folder), configuration);
  }

  /** These Parquet files of this folder as a table. */
  public ParquetTable table(Collection<String> parquetFiles) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String file : parquetFiles) {
      paths.add(at(file));
    }
    return ParquetTable.of(paths, configuration);
  }

  /** The names in this folder; none if it is not there. */
  public List<String> list() throws IOException {
    return list(path);
  }

  /** The names in a folder of this folder; none if it is not there. */
  public List<String> list(String folder) throws IOException {
    return list(at(folder));
  }

  private List<String> list(Path folder) throws IOException {
    try {
      return Arrays.stream(files().listStatus(folder))
          .map(status -> status.getPath().getName())
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Whether there is such a file or folder. */
  public boolean exists(String file) throws IOException {
    return files().exists(at(file));
  }

  /** Moves a file within this folder, making the folder it goes to and replacing its target. */
  public void move(String from, String to) throws IOException {
    Path target = at(to);
    files().mkdirs(target.getParent());
    replace(at(from), target);
  }

  /** Deletes a file or folder, if it is there. */
  public void delete(String file) throws IOException {
    files().delete(at(file), true);
  }

  /** The text of a file. */
  public String read(String file) throws IOException {
    try (InputStream in = files().open(at(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      length(file); // a folder is not found either
      throw e;
    }
  }

  /**
   * The length of a file.
   *
   * @throws FileNotFoundException if there is none
   */
  public long length(String file) throws IOException {
    FileStatus status = files().getFileStatus(at(file));
    if (status.isDirectory()) {
      throw new IOException("a folder stands in its place");
    }
    return status.getLen();
  }

  /** What a file holds, all of which is read. */
  public Digest digest(String file) throws IOException {
    return digest(at(file), configuration);
  }

  /** What a file holds, all of which is read; for those who have no more than its location. */
  public static Digest digest(Path file, Configuration configuration) throws IOException {
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      return Digest.of(in);
    }
  }

  /** Writes a file of text. Readers find the old text or the new one, never a part. */
  public void write(String file, String text) throws IOException {
    fill(file + INCOMPLETE, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    replace(at(file + INCOMPLETE), at(file));
  }

  /** What a file is filled with. */
  public interface Content {
    /** Writes it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file in its place, where readers may find a part of it. */
  public void fill(String file, Content content) throws IOException {
    try (OutputStream out = files().create(at(file), true)) {
      content.writeTo(out);
    }
  }

  /** A file to be read; whoever asks closes it. */
  public InputStream open(String file) throws IOException {
    return files().open(at(file));
  }

  /** The folder on a local disk. */
  public Optional<java.nio.file.Path> local() {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file")
        ? Optional.of(java.nio.file.Path.of(path.toUri().getPath()))
        : Optional.empty();
  }

  private void replace(Path from, Path to) throws IOException {
    // A local rename replaces its target; other file systems want it gone.
    if (!to.toUri().getScheme().equals("file")) {
      files().delete(to, false);
    }
    if (!files().rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  private Path at(String file) throws IOException {
    if (!FileNames.isInside(file)) {
      throw new IOException(Reason.printable(file) + ": is not the name of a file of a run");
    }
    if (local().isPresent()) {
      LocalLinks.check(local().get(), file);
    }
    return new Path(path, file);
  }

  /** What is no file system is found out in many ways. */
  private FileSystem files() throws IOException {
    try {
      FileSystem files = path.getFileSystem(configuration);
      files.makeQualified(path);
      return files;
    } catch (RuntimeException | NoClassDefFoundError e) {
      throw new IOException(Reason.of(e), e);
    }
  }
}
