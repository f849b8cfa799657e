package org.ntksweep.jobs.folder.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.shell.Reason;

/**
 * The commits of a run folder, in order: one file each in {@code waves/}. A wave is made in a
 * folder of its own; writing its commit is the moment it counts, and moving its files to their
 * places can be finished by whoever comes next. This stands on renames that happen whole or not at
 * all; on an object store, where they are copies, it stands on no copy being seen in part.
 */
public final class CommitLog {
  /** Where samples are that only a later round needs. */
  public static final String SCRATCH = "waves/samples";

  /** Where networks are that are being trained; no commit says anything of them. */
  public static final String CHECKPOINTS = "waves/checkpoints";

  /** Where the summaries of points are that stream. */
  public static final String SUMMARIES = "summaries";

  /** Where the commits are. */
  public static final String FOLDER = "waves";

  /** The first of them. */
  public static final String FIRST = CommitNames.file(0);

  private final FolderFiles folder;
  private final List<Commit> commits = new ArrayList<>();
  private final Map<String, PointProgress> progress = new HashMap<>();

  private CommitLog(FolderFiles folder) {
    this.folder = folder;
  }

  /**
   * Reads the log of a folder, and changes nothing there.
   *
   * @throws IOException if it cannot be read, or a commit is missing or damaged; the message names
   *     it
   */
  public static CommitLog read(FolderFiles folder) throws IOException {
    CommitLog log = new CommitLog(folder);
    List<String> names =
        folder.list(FOLDER).stream().filter(CommitNames::isCommit).sorted().toList();
    for (String name : names) {
      String expected = CommitNames.file(log.next());
      if (!expected.endsWith("/" + name)) {
        throw DamageException.missing(expected);
      }
      log.append(log.read(expected));
    }
    return log;
  }

  private Commit read(String file) throws IOException {
    try {
      return Commit.parse(folder.read(file), next(), commits.stream().anyMatch(Commit::hasDigests));
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new DamageException(file, "is damaged: " + e.getOriginalMessage());
    } catch (FileSystemException e) {
      throw DamageException.of(file, e);
    } catch (IOException e) {
      throw new DamageException(file, "cannot be read: " + Reason.of(e));
    }
  }

  /**
   * Reads the log of a folder and finishes what its last commit left to do.
   *
   * @throws IOException if something of the run is missing or damaged; nothing was changed then
   */
  public static CommitLog open(FolderFiles folder) throws IOException {
    CommitLog log = read(folder);
    new CommittedFiles(folder, log).checkPresent();
    if (!log.commits.isEmpty()) {
      log.finish(log.last());
    }
    log.clean();
    return log;
  }

  /**
   * Fails if the log ends early.
   *
   * @param commits how many there are at least
   * @throws IOException which names the first that is not there
   */
  public void checkReaches(long commits) throws IOException {
    if (next() < commits) {
      throw DamageException.missing(CommitNames.file(next()));
    }
  }

  /** The latest commit. */
  Commit last() {
    return commits.get(commits.size() - 1);
  }

  /** What was not committed goes. */
  private void clean() throws IOException {
    for (String file : uncommitted()) {
      folder.delete(file);
    }
  }

  /** What a run left that was not committed. */
  private List<String> uncommitted() throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : folder.list(FOLDER)) {
      if (name.endsWith(FolderFiles.INCOMPLETE)) {
        found.add(FOLDER + "/" + name);
      }
    }
    for (String place : CommitNames.PLACES) {
      Set<String> committed = new HashSet<>(files(place));
      for (String name : folder.list(place)) {
        String file = place + "/" + name;
        if (CommitNames.isTableFile(file) && !committed.contains(file)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  /**
   * Fails if a link stands in the place of what a run that goes on removes.
   *
   * @throws IOException which names it
   */
  public void checkLinks() throws IOException {
    for (String file : uncommitted()) {
      folder.exists(file);
    }
    for (String name : folder.list(CHECKPOINTS)) {
      folder.exists(CHECKPOINTS + "/" + name);
    }
  }

  /** The number of the next commit. */
  public int next() {
    return commits.isEmpty() ? 0 : last().number() + 1;
  }

  /** The folder, relative to that of the run, in which the next wave is made. */
  public String draft() {
    return CommitNames.draft(next());
  }

  /** How many waves were committed; tables that follow from others are not counted. */
  public long waves() {
    return commits.stream()
        .filter(commit -> !commit.progress().isEmpty() && !commit.moves().isEmpty())
        .count();
  }

  /** The commits so far. */
  public List<Commit> commits() {
    return Collections.unmodifiableList(commits);
  }

  /** The points that commits say something of. */
  public Set<String> points() {
    return Collections.unmodifiableSet(progress.keySet());
  }

  /** How far a point is. */
  public PointProgress progress(String point) {
    return progress.getOrDefault(point, PointProgress.NONE);
  }

  /** The files in one of the run's folders that say something of some points, oldest first. */
  public List<String> files(String inFolder, Set<String> points) {
    Set<String> removed = new HashSet<>();
    commits.forEach(commit -> removed.addAll(commit.removes()));
    return commits.stream()
        .filter(commit -> commit.concerns(points))
        .flatMap(commit -> commit.files(inFolder).stream())
        .filter(file -> !removed.contains(file))
        .toList();
  }

  /** The files in one of the run's folders that say nothing of other than some points. */
  public List<String> superseded(String inFolder, Set<String> points) {
    List<String> files = files(inFolder);
    return commits.stream()
        .filter(commit -> commit.progress().stream().allMatch(g -> points.containsAll(g.points())))
        .flatMap(commit -> commit.files(inFolder).stream())
        .filter(files::contains)
        .toList();
  }

  /** All files in one of the run's folders, oldest first. */
  public List<String> files(String inFolder) {
    Set<String> removed = new HashSet<>();
    commits.forEach(commit -> removed.addAll(commit.removes()));
    return commits.stream()
        .flatMap(commit -> commit.files(inFolder).stream())
        .filter(file -> !removed.contains(file))
        .toList();
  }

  /** The number of rows all commits added to a folder; superseded ones count too. */
  public long rows(String inFolder) {
    return commits.stream().mapToLong(c -> c.rows().getOrDefault(inFolder, 0L)).sum();
  }

  /** Makes a commit count, and puts its files in their places. */
  public void add(Commit commit) throws IOException {
    folder.write(CommitNames.file(commit.number()), commit.text());
    finish(commit);
    append(commit);
    folder.delete(CommitNames.draft(commit.number()));
  }

  private void append(Commit commit) {
    commits.add(commit);
    for (Commit.PointsAt group : commit.progress()) {
      group.points().forEach(point -> progress.put(point, group.at()));
    }
  }

  /** May be done again: what was moved or removed already is left alone. */
  private void finish(Commit commit) throws IOException {
    for (Commit.Move move : commit.moves()) {
      if (folder.exists(move.from())) {
        folder.move(move.from(), move.to());
      }
    }
    for (String file : commit.removes()) {
      folder.delete(file);
    }
  }

  /** The place of the next of a table's files that a commit adds. */
  public static String tableFile(String place, int commit, int file) {
    return CommitNames.tableFile(place, commit, file);
  }
}
