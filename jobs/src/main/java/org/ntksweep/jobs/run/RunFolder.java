package org.ntksweep.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ntksweep.jobs.tables.ParquetTable;
import org.ntksweep.jobs.tables.RunTable;

/**
 * The folder of one run, on any file system Hadoop can reach. Files are made beside their places,
 * under names that say that they are not complete, and renamed: what lies in a table's folder is
 * complete.
 */
public final class RunFolder {
  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");
  private static final String CONFIG = "config.yaml";
  private static final String MANIFEST = "manifest.json";
  private static final String INCOMPLETE = ".incomplete";

  /** What a run writes before its manifest. */
  private static final Pattern BEGINNING =
      Pattern.compile("lock-.*|(config\\.yaml|manifest\\.json)\\.incomplete");

  /** The log of an earlier run, which says nothing of the folder any more. */
  private static final String DISCARDED = CommitLog.FOLDER + INCOMPLETE;

  /** What a run makes beside its tables. */
  private static final List<String> OTHERS = List.of(DISCARDED, CommitLog.SUMMARIES, "report.html");

  private final String name;
  private final Path path;
  private final Configuration configuration;

  private RunFolder(String name, Path path, Configuration configuration) {
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
  public static RunFolder at(String location, Configuration configuration) {
    try {
      Path path =
          URI.matcher(location).matches()
              ? new Path(location)
              : new Path(java.nio.file.Path.of(location).toAbsolutePath().normalize().toUri());
      return new RunFolder(location, path, configuration);
    } catch (IllegalArgumentException e) {
      throw new RequestException(location + ": not a path: " + e.getMessage());
    }
  }

  /** Hadoop's settings for reading and writing run folders. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    Settings.HADOOP.forEach(configuration::set);
    return configuration;
  }

  /** The location as it was given. */
  @Override
  public String toString() {
    return name;
  }

  /**
   * Whether nothing is in the way of a run: no such folder, or one with no more in it than what a
   * run leaves that is killed as it begins.
   */
  boolean isVacant(String config) throws IOException {
    try {
      if (!files().getFileStatus(path).isDirectory()) {
        return false;
      }
    } catch (FileNotFoundException e) {
      return true;
    }
    for (String name : list(".")) {
      if (!BEGINNING.matcher(name).matches() && !(name.equals(CONFIG) && config.equals(config()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a run was started here. */
  public boolean holdsRun() throws IOException {
    return exists(MANIFEST) || (exists(CommitLog.FOLDER) && exists(MANIFEST + INCOMPLETE));
  }

  /** The manifest. */
  public Manifest manifest() throws IOException {
    return Manifest.parse(read(current(MANIFEST)));
  }

  /** The sweep file of the run, with its overrides applied. */
  public String config() throws IOException {
    return read(current(CONFIG));
  }

  /** Replacing a file may be two steps: a run killed between them left only the draft, whole. */
  private String current(String file) throws IOException {
    return exists(file) ? file : file + INCOMPLETE;
  }

  /** The location of the sweep file of the run. */
  public String configLocation() {
    return name.replaceFirst("/+$", "") + "/" + CONFIG;
  }

  /** A table, or what there is of it, to be read without Spark. */
  public ParquetTable table(RunTable table) throws IOException {
    return table(table.label());
  }

  /** The Parquet files in a folder of this folder. */
  ParquetTable table(String folder) throws IOException {
    return ParquetTable.in(new Path(path, folder), configuration);
  }

  /** Makes the folder if it is not there. */
  void create() throws IOException {
    if (!files().mkdirs(path)) {
      throw new IOException("cannot be created");
    }
  }

  /** What an earlier run left here goes, its log first and at once, and nothing else. */
  void clear() throws IOException {
    delete(DISCARDED);
    if (exists(CommitLog.FOLDER)) {
      move(CommitLog.FOLDER, DISCARDED);
    }
    for (RunTable table : RunTable.values()) {
      delete(table.label());
    }
    for (String other : OTHERS) {
      delete(other);
    }
  }

  /** Says what is run here. */
  void begin(String config, Manifest manifest) throws IOException {
    write(CONFIG, config);
    write(manifest);
  }

  void write(Manifest manifest) throws IOException {
    write(MANIFEST, manifest.text());
  }

  /** A file or folder in this folder, as Spark and Hadoop call it. */
  String location(String file) {
    return new Path(path, file).toString();
  }

  /** The names in a folder of this folder; none if it is not there. */
  List<String> list(String folder) throws IOException {
    try {
      return Arrays.stream(files().listStatus(new Path(path, folder)))
          .map(status -> status.getPath().getName())
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  boolean exists(String file) throws IOException {
    return files().exists(new Path(path, file));
  }

  /** Moves a file within this folder, making the folder it goes to and replacing its target. */
  void move(String from, String to) throws IOException {
    Path target = new Path(path, to);
    files().mkdirs(target.getParent());
    replace(new Path(path, from), target);
  }

  /** Deletes a file or folder, if it is there. */
  void delete(String file) throws IOException {
    files().delete(new Path(path, file), true);
  }

  String read(String file) throws IOException {
    try (InputStream in = files().open(new Path(path, file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes a file of text. Readers find the old text or the new one, never a part. */
  public void write(String file, String text) throws IOException {
    Path draft = new Path(path, file + INCOMPLETE);
    try (OutputStream out = files().create(draft, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    replace(draft, new Path(path, file));
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

  private FileSystem files() throws IOException {
    return path.getFileSystem(configuration);
  }
}
