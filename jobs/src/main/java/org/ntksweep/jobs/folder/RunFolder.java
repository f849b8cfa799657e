package org.ntksweep.jobs.folder;

import static org.ntksweep.jobs.folder.files.FolderFiles.INCOMPLETE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.CommittedFiles;
import org.ntksweep.jobs.folder.commit.DamageException;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.folder.files.HadoopSettings;
import org.ntksweep.jobs.folder.seal.SealedText;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.parquet.ParquetTable;

/** The folder of one run: what lies in a table's folder is complete. */
public final class RunFolder {
  private static final String CONFIG = "config.yaml";
  private static final String MANIFEST = "manifest.json";

  /** What a run writes before its manifest. */
  private static final Pattern BEGINNING =
      Pattern.compile("lock-.*|(config\\.yaml|manifest\\.json)\\.incomplete");

  /** The log of an earlier run, which says nothing of the folder any more. */
  private static final String DISCARDED = CommitLog.FOLDER + INCOMPLETE;

  /** What a run makes beside its tables. */
  private static final List<String> OTHERS = List.of(DISCARDED, CommitLog.SUMMARIES);

  private static final String WRITTEN_AGAIN = "ntk-sweep run --resume makes it anew";
  private static final String REPORT = "report.html";
  private static final String FIGURES = "figures";

  /** What is among figures: they, and a list of them. */
  private static final Pattern FIGURE = Pattern.compile(".*\\.(svg|pdf|png)|\\.figures");

  private final FolderFiles files;

  private RunFolder(FolderFiles files) {
    this.files = files;
  }

  /**
   * The folder at a local path or at a URI such as {@code hdfs://host/runs/a}, whether it exists or
   * not.
   *
   * @throws RequestException if the text is neither
   */
  public static RunFolder at(String location, Configuration configuration) {
    return new RunFolder(FolderFiles.at(location, configuration));
  }

  /** Hadoop's settings for reading and writing run folders. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    HadoopSettings.forLocalFilesHere().forEach(configuration::set);
    return configuration;
  }

  /** The location as it was given. */
  @Override
  public String toString() {
    return files.toString();
  }

  /** The files in it. */
  public FolderFiles files() {
    return files;
  }

  /**
   * Whether nothing is in the way of a run: no such folder, or one with no more in it than what a
   * run leaves that is killed as it begins.
   */
  boolean isVacant(String config) throws IOException {
    try {
      if (!files.isFolder()) {
        return false;
      }
    } catch (FileNotFoundException e) {
      return true;
    }
    List<String> names =
        files.list().stream().filter(name -> !BEGINNING.matcher(name).matches()).toList();
    return names.isEmpty() || (names.equals(List.of(CONFIG)) && config.equals(config()));
  }

  /** Whether a run was started here. */
  public boolean holdsRun() throws IOException {
    return files.exists(MANIFEST)
        || (files.exists(CommitLog.FOLDER) && files.exists(MANIFEST + INCOMPLETE))
        || files.exists(CommitLog.FIRST);
  }

  /**
   * The manifest.
   *
   * @throws IOException if it is missing or damaged; the message says what to do
   */
  public Manifest manifest() throws IOException {
    try {
      return Manifest.parse(files.read(current(MANIFEST)));
    } catch (FileNotFoundException e) {
      throw new IOException(MANIFEST + ": is missing; " + WRITTEN_AGAIN);
    } catch (FileSystemException e) {
      throw new IOException(MANIFEST + ": cannot be read: " + e.getReason());
    } catch (IOException e) {
      throw new IOException(
          MANIFEST + ": is damaged: " + Reason.of(e) + "; remove it, and " + WRITTEN_AGAIN);
    }
  }

  /** The manifest of a run that goes on, which needs none. */
  public Manifest manifestIfAny() throws IOException {
    if (files.exists(MANIFEST)) {
      return manifest();
    }
    try {
      return manifest(); // a draft that is whole
    } catch (IOException e) {
      return Manifest.empty();
    }
  }

  /**
   * The sweep file of the run, with its overrides applied.
   *
   * @throws IOException if it is missing or damaged; the message says what to do
   */
  public String config() throws IOException {
    boolean isSealed = manifestIfAny().isSealed();
    try {
      return SealedText.opened(files.read(current(CONFIG)), isSealed);
    } catch (IOException e) {
      throw DamageException.of(CONFIG, e);
    }
  }

  /** Replacing a file may be two steps: a run killed between them left only the draft, whole. */
  private String current(String file) throws IOException {
    return files.exists(file) ? file : file + INCOMPLETE;
  }

  /** The location of the sweep file of the run. */
  public String configLocation() {
    return files.word().replaceFirst("/+$", "") + "/" + CONFIG;
  }

  /**
   * A table, or what was committed of it, to be read without Spark.
   *
   * @throws java.io.FileNotFoundException if nothing was
   * @throws IOException if what was committed is damaged; the message names the file and says what
   *     to do
   */
  public ParquetTable table(RunTable table) throws IOException {
    CommittedFiles committed = new CommittedFiles(files, log());
    committed.check(table);
    return committed.table(table);
  }

  /** Whether anything of a table was committed. */
  public boolean has(RunTable table) throws IOException {
    return !log().files(table.label()).isEmpty();
  }

  /** Files among those of the tables that are not of this run: other programs would read them. */
  public List<String> strays() throws IOException {
    return new CommittedFiles(files, log()).strays();
  }

  /** The log, as far as the manifest knows of it or further. */
  CommitLog log() throws IOException {
    CommitLog log = CommitLog.read(files);
    log.checkReaches((long) manifestIfAny().number("commits"));
    return log;
  }

  /**
   * Fails if a link stands where a run writes.
   *
   * @throws IOException which names it
   */
  void checkLinks() throws IOException {
    for (RunTable table : RunTable.values()) {
      files.exists(table.label());
    }
    for (String other : OTHERS) {
      files.exists(other);
    }
    for (String other :
        List.of(
            CONFIG,
            MANIFEST,
            CommitLog.FOLDER,
            CommitLog.SCRATCH,
            CommitLog.CHECKPOINTS,
            REPORT,
            FIGURES)) {
      files.exists(other);
      files.exists(other + INCOMPLETE);
    }
  }

  /** What was made from the tables goes: they are about to be others. */
  public void clearDerived() throws IOException {
    files.delete(REPORT);
    List<String> figures = files.list(FIGURES);
    if (figures.stream().allMatch(name -> FIGURE.matcher(name).matches())) {
      files.delete(FIGURES);
    }
  }

  /** What an earlier run left here goes, its log first and at once, and nothing else. */
  public void clear() throws IOException {
    files.delete(DISCARDED);
    if (files.exists(CommitLog.FOLDER)) {
      files.move(CommitLog.FOLDER, DISCARDED);
    }
    for (RunTable table : RunTable.values()) {
      files.delete(table.label());
    }
    for (String other : OTHERS) {
      files.delete(other);
    }
    clearDerived();
  }

  /** Says what is run here. */
  public void begin(String config, Manifest manifest) throws IOException {
    files.write(CONFIG, SealedText.sealed(config));
    write(manifest);
  }

  /** Writes the manifest. */
  public void write(Manifest manifest) throws IOException {
    files.write(MANIFEST, manifest.text());
  }

  /** Writes a file of text. Readers find the old text or the new one, never a part. */
  public void write(String file, String text) throws IOException {
    files.write(file, text);
  }
}
