package org.ntksweep.jobs.folder;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.CommittedFiles;
import org.ntksweep.jobs.folder.commit.CommittedRows;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.folder.lock.RunLock;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;

/** Whether a run may begin in a folder. */
public final class RunFolders {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private RunFolders() {}

  /** Where a run goes that names no folder. */
  public static String defaultLocation(String sweepName, LocalDateTime now) {
    return "runs/" + sweepName + "-" + STAMP.format(now);
  }

  /**
   * Checks a folder before anything is written.
   *
   * @throws RequestException if the run may not begin there, with what would allow it
   */
  public static void check(RunFolder folder, SweepFile file, RunMode mode) {
    try {
      folder.files().checkReachable();
      folder.checkLinks();
      RunLock.check(folder.files());
      switch (mode) {
        case NEW -> checkVacant(folder, file);
        case OVERWRITE -> checkReplaceable(folder, file);
        case RESUME -> checkResumable(folder, file);
      }
    } catch (IOException e) {
      throw new RequestException(folder + ": cannot be read: " + Reason.of(e));
    }
  }

  /**
   * Fails if nothing can be written there, before anything is.
   *
   * @throws RequestException which says why
   */
  public static void checkWritable(RunFolder folder) {
    try {
      folder.files().tryWriting();
    } catch (IOException e) {
      throw new RequestException(folder + ": cannot be written to: " + Reason.of(e));
    }
  }

  /** Whether a folder has all of a sweep already. */
  public static boolean isComplete(RunFolder folder, SweepFile file) throws IOException {
    return folder.manifestIfAny().status() == RunStatus.COMPLETE
        && folder.config().equals(file.resolvedYaml());
  }

  private static void checkVacant(RunFolder folder, SweepFile file) throws IOException {
    if (!folder.isVacant(file.resolvedYaml())) {
      throw new RequestException(
          folder.holdsRun()
              ? folder + ": holds a run already; --resume continues it, --overwrite replaces it"
              : folder + ": exists already; --out needs a new or an empty folder");
    }
  }

  private static void checkReplaceable(RunFolder folder, SweepFile file) throws IOException {
    if (!folder.isVacant(file.resolvedYaml()) && !folder.holdsRun()) {
      throw new RequestException(
          folder
              + ": is not empty and holds no run (no manifest.json); --overwrite replaces only"
              + " runs");
    }
  }

  private static void checkResumable(RunFolder folder, SweepFile file) throws IOException {
    if (!folder.holdsRun()) {
      throw new RequestException(
          folder
              + ": holds no run to resume (no manifest.json)"
              + (folder.isVacant(file.resolvedYaml()) ? "; without --resume one begins" : ""));
    }
    SweepFile before = checkWhole(folder, file);
    Extension.objection(before, file)
        .ifPresent(
            difference -> {
              throw new RequestException(
                  folder
                      + ": holds a run of another sweep; --resume can add samples and points\n"
                      + difference);
            });
  }

  /** The sweep of a folder of which nothing is damaged that a run would read. */
  private static SweepFile checkWhole(RunFolder folder, SweepFile file) {
    try {
      CommitLog log = folder.log();
      log.checkLinks();
      new CommittedFiles(folder.files(), log).check(goingOn(file.sweep(), log));
      String config = folder.config();
      SweepFile before = SweepFile.parse(config, folder.configLocation(), unsaid(config));
      CommittedRows.check(log, rowsPerNetwork(before.sweep()));
      return before;
    } catch (IOException e) {
      throw new RequestException(folder + ": " + Reason.of(e) + "\n  nothing was changed");
    }
  }

  /** At least so many: of one that is trained there is a row each time it is looked at. */
  private static int rowsPerNetwork(Sweep sweep) {
    return sweep.training().isPresent() ? 1 : sweep.rowsPerSample();
  }

  /** What went without saying in versions before there was a choice: networks drawn as they are. */
  private static List<String> unsaid(String config) {
    return config.lines().anyMatch(line -> line.startsWith("variance_reduction:"))
        ? List.of()
        : List.of("variance_reduction=none");
  }

  /** The points whose samples are read once more, as there will be more of them. */
  private static Set<String> goingOn(Sweep sweep, CommitLog log) {
    return log.points().stream()
        .filter(point -> goesOn(sweep, log.progress(point)))
        .collect(Collectors.toSet());
  }

  private static boolean goesOn(Sweep sweep, PointProgress progress) {
    return progress.estimated() < sweep.firstSamples()
        || sweep
            .sampling()
            .target()
            .filter(t -> !(progress.relError() <= t.relError()))
            .isPresent();
  }
}
