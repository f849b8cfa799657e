package org.ntksweep.jobs.folder.commit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.folder.seal.Digest;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.parquet.ParquetTable;

/**
 * The files that commits have put into a run folder: where they are, and whether they are whole.
 */
public final class CommittedFiles {
  private static final String MISSING = "is missing; the run had written it";

  private static final Set<String> LARGE =
      Set.of(RunTable.SAMPLES.label(), RunTable.KERNELS.label());

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
          throw new DamageException(file, MISSING);
        }
      }
    }
  }

  /** Parquet files in the folders of tables that no commit put there. */
  public List<String> strays() throws IOException {
    Set<String> committed =
        log.commits().stream()
            .flatMap(commit -> commit.moves().stream())
            .map(Commit.Move::to)
            .collect(Collectors.toSet());
    List<String> strays = new ArrayList<>();
    for (RunTable table : RunTable.values()) {
      folder.list(table.label()).stream()
          .filter(name -> name.endsWith(".parquet"))
          .map(name -> table.label() + "/" + name)
          .filter(file -> !committed.contains(file))
          .sorted()
          .forEach(strays::add);
    }
    return strays;
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
   * Fails if what was committed of a table is not there as it was.
   *
   * @throws DamageException which names the file
   */
  public void check(RunTable table) throws IOException {
    check(table.label(), file -> true);
  }

  /**
   * The same for all that was committed. Of files of samples and kernels only those are read that
   * say something of some points; there may be very much of them.
   */
  public void check(Set<String> points) throws IOException {
    for (String place : CommitNames.PLACES) {
      check(
          place,
          LARGE.contains(place) ? new HashSet<>(log.files(place, points))::contains : file -> true);
    }
  }

  private void check(String place, Predicate<String> isRead) throws IOException {
    Set<String> current = new HashSet<>(log.files(place));
    for (Commit commit : log.commits()) {
      List<String> files = commit.files(place).stream().filter(current::contains).toList();
      if (commit.digests().isEmpty() && !files.isEmpty()) {
        checkRows(files, commit.rows().getOrDefault(place, 0L));
      } else {
        checkDigests(files, commit, isRead);
      }
    }
  }

  /** Files may be many and large: they are read side by side. */
  private void checkDigests(List<String> files, Commit commit, Predicate<String> isRead)
      throws IOException {
    Optional<DamageException> damage =
        files.parallelStream()
            .flatMap(file -> damage(file, commit.digests().get(file), isRead).stream())
            .findFirst();
    if (damage.isPresent()) {
      throw damage.get();
    }
  }

  private Optional<DamageException> damage(
      String file, Digest committed, Predicate<String> isRead) {
    try {
      String whereabouts = whereabouts(file);
      long bytes = folder.length(whereabouts);
      if (committed == null || bytes != committed.bytes()) {
        return Optional.of(damaged(file, "it has not the length the run had given it"));
      }
      return !isRead.test(file) || folder.digest(whereabouts).equals(committed)
          ? Optional.empty()
          : Optional.of(damaged(file, "it is not as the run had written it"));
    } catch (FileNotFoundException e) {
      return Optional.of(new DamageException(file, MISSING));
    } catch (IOException e) {
      return Optional.of(DamageException.of(file, e));
    }
  }

  /** What older versions left for comparison: how many rows there are. */
  private void checkRows(List<String> files, long committed) throws IOException {
    long rows = 0;
    for (String file : files) {
      rows += rows(file);
    }
    if (rows != committed) {
      throw new DamageException(
          files.get(0),
          String.format(Locale.ROOT, "%d rows, but the run had written %d", rows, committed));
    }
  }

  private long rows(String file) throws IOException {
    String whereabouts = whereabouts(file);
    if (!folder.exists(whereabouts)) {
      throw new DamageException(file, MISSING);
    }
    return folder.table(List.of(whereabouts)).rowCount();
  }

  private static DamageException damaged(String file, String how) {
    return new DamageException(file, "is damaged: " + how);
  }
}
