package org.ntksweep.jobs.run;

import java.io.IOException;
import java.util.List;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.commit.Commit;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.wave.Commits;

/** Adds to a run folder, and keeps its manifest true of how far the sweep is. */
record Committer(Points points, RunFolder folder, CommitLog log, RunRecord record)
    implements Commits {

  @Override
  public void add(Commit commit) throws IOException {
    record.uninterrupted(
        () -> {
          log.add(commit);
          tellProgress();
        });
  }

  void tellProgress() throws IOException {
    List<Long> samples = points.all().stream().map(p -> log.progress(p.key()).estimated()).toList();
    record.progress(
        samples.stream().filter(n -> n > 0).count(),
        samples.stream().mapToLong(Long::longValue).sum(),
        log.waves(),
        log.next());
  }
}
