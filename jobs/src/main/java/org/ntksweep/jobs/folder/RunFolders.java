package org.ntksweep.jobs.folder;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ntksweep.jobs.config.SweepFile;
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
    return folder.manifest().status() == RunStatus.COMPLETE
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
    checkWhole(folder);
    SweepFile before = SweepFile.parse(folder.config(), folder.configLocation(), List.of());
    Extension.objection(before, file)
        .ifPresent(
            difference -> {
              throw new RequestException(
                  folder
                      + ": holds a run of another sweep; --resume can add samples and points\n"
                      + difference);
            });
  }

  private static void checkWhole(RunFolder folder) {
    try {
      folder.manifest();
      folder.checkCommitted();
    } catch (IOException e) {
      throw new RequestException(
          folder
              + ": "
              + Reason.of(e)
              + "\n  nothing was changed; put the file back, or begin anew with --overwrite");
    }
  }
}
