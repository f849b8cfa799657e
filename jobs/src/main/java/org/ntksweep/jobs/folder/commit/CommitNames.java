package org.ntksweep.jobs.folder.commit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ntksweep.jobs.folder.files.FileNames;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.tables.RunTable;

/**
 * The names a commit may have. A folder may come from anywhere, and whoever goes on with it moves
 * and removes what its commits say.
 */
final class CommitNames {
  private static final Pattern LOG = Pattern.compile("[0-9]{6}\\.json");

  /** The folders whose files are committed. */
  static final List<String> PLACES =
      Stream.concat(
              Arrays.stream(RunTable.values()).map(RunTable::label),
              Stream.of(CommitLog.SUMMARIES, CommitLog.SCRATCH))
          .toList();

  /** What a commit may put somewhere, or take away: a file of a table. */
  private static final Pattern TABLE_FILE =
      Pattern.compile("(" + String.join("|", PLACES) + ")/([0-9]{6})-[0-9]{5,}\\.parquet");

  private CommitNames() {}

  /** The number of a commit as its files are called; names sort as numbers do. */
  static String of(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }

  /** The commit of a number, relative to the run folder. */
  static String file(int number) {
    return CommitLog.FOLDER + "/" + of(number) + ".json";
  }

  /** Whether a file in the folder of commits is one. */
  static boolean isCommit(String name) {
    return LOG.matcher(name).matches();
  }

  /** The folder in which a commit is made, relative to the run folder. */
  static String draft(int number) {
    return CommitLog.FOLDER + "/" + of(number) + FolderFiles.INCOMPLETE;
  }

  /** A file of a table, relative to the run folder. */
  static String tableFile(String place, int number, int file) {
    return String.format(Locale.ROOT, "%s/%s-%05d.parquet", place, of(number), file);
  }

  /** Whether a commit of this number may put a file there. */
  static boolean isAddedBy(int number, String name) {
    return madeBy(name) == number;
  }

  /** Whether a commit of this number may remove a file. */
  static boolean isRemovedBy(int number, String name) {
    return madeBy(name) >= 0 && madeBy(name) < number;
  }

  /** Whether a run may have put a file there. */
  static boolean isTableFile(String name) {
    return madeBy(name) >= 0;
  }

  private static int madeBy(String name) {
    Matcher file = TABLE_FILE.matcher(name);
    return file.matches() ? Integer.parseInt(file.group(2)) : -1;
  }

  /** Whether it is a file of the draft of a commit. */
  static boolean isDraft(String name, int number) {
    return name.startsWith(draft(number) + "/")
        && name.endsWith(".parquet")
        && FileNames.isInside(name);
  }
}
