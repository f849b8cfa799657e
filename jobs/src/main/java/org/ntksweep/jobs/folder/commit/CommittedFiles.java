package org.ntksweep.jobs.folder.commit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.parquet.ParquetTable;

/**
 * The files that commits have put into a run folder: where they are, and whether they are whole.
 */
public final class CommittedFiles {
  private final FolderFiles folder;
  private final CommitLog log;

  /** The files of a log that was read from a folder. */
  public CommittedFiles(FolderFiles folder, CommitLog log) {
    this.folder = folder;
    this.log = log;
  }

  /** What was committed has to be there. */
  void checkPresent() throws IOException {
    for (String place : CommitNames.PLACES) {
      Set<String> found = new HashSet<>();
      folder.list(place).forEach(name -> found.add(place + "/" + name));
      for (String file : log.files(place)) {
        if (!found.contains(file) && !folder.exists(whereabouts(file))) {
          throw new IOException(file + ": is missing; the run had written it");
        }
      }
    }
  }

  /** Where a file is that may not have been put in its place yet. */
  private String whereabouts(String file) throws IOException {
    for (Commit.Move move : log.last().moves()) {
      if (move.to().equals(file) && !folder.exists(file)) {
        return move.from();
      }
    }
    return file;
  }

  /**
   * A table as it was committed.
   *
   * @throws FileNotFoundException if nothing of it was
   */
  public ParquetTable table(RunTable table) throws IOException {
    List<String> files = new ArrayList<>();
    for (String file : log.files(table.label())) {
      files.add(whereabouts(file));
    }
    if (files.isEmpty()) {
      throw new FileNotFoundException(
          folder + "/" + table.label() + ": the run has not written it");
    }
    return folder.table(files);
  }

  /**
   * Fails if a file that was committed is not what was committed, as far as its number of rows
   * tells.
   */
  public void checkRows(RunTable table) throws IOException {
    checkRows(table.label());
  }

  /** The same for all that was committed. */
  public void checkRows() throws IOException {
    for (String place : CommitNames.PLACES) {
      checkRows(place);
    }
  }

  private void checkRows(String place) throws IOException {
    Set<String> current = new HashSet<>(log.files(place));
    for (Commit commit : log.commits()) {
      List<String> files = commit.files(place).stream().filter(current::contains).toList();
      if (!files.isEmpty()) {
        checkRows(files, commit.rows().getOrDefault(place, 0L));
      }
    }
  }

  private void checkRows(List<String> files, long committed) throws IOException {
    long rows = 0;
    for (String file : files) {
      rows += rows(file);
    }
    if (rows != committed) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: %d rows, but the run had written %d",
              files.get(0),
              rows,
              committed));
    }
  }

  private long rows(String file) throws IOException {
    String whereabouts = whereabouts(file);
    if (!folder.exists(whereabouts)) {
      throw new IOException(file + ": is missing; the run had written it");
    }
    try {
      return folder.table(List.of(whereabouts)).rowCount();
    } catch (IOException | RuntimeException e) {
      throw new IOException(file + ": is damaged: " + Reason.of(e));
    }
  }
}
