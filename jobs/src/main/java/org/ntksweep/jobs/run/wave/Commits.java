package org.ntksweep.jobs.run.wave;

import java.io.IOException;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.commit.Commit;
import org.ntksweep.jobs.folder.commit.CommitLog;

/** What counts of a run, and how more of it comes to. */
public interface Commits {
  /** The folder of the run. */
  RunFolder folder();

  /** All commits so far. */
  CommitLog log();

  /** Makes a commit count. */
  void add(Commit commit) throws IOException;

  /** The tables of the next commit, none so far. */
  default Draft draft() {
    return new Draft(folder().files(), log().next(), log().draft());
  }
}
