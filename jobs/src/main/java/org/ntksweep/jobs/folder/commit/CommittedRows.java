package org.ntksweep.jobs.folder.commit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.tables.RunTable;

/** Whether the points of a log are as far as the rows say that its commits added. */
public final class CommittedRows {
  /** Where the networks of a point have rows. */
  private static final List<String> OF_NETWORKS =
      List.of(RunTable.SAMPLES.label(), CommitLog.SCRATCH, RunTable.TRAINING.label());

  private CommittedRows() {}

  /**
   * Fails if a commit says of more networks that they are stored than it adds rows for.
   *
   * @param perNetwork how many rows a network has at least
   * @throws DamageException which names it
   */
  public static void check(CommitLog log, int perNetwork) throws DamageException {
    Map<String, Long> stored = new HashMap<>();
    for (Commit commit : log.commits()) {
      if (grown(commit, stored) * perNetwork > rows(commit)) {
        throw new DamageException(
            CommitNames.file(commit.number()),
            "is damaged: it has not as many rows as samples it says are stored");
      }
    }
  }

  /** By how many networks points grew, some perhaps by more than there are numbers for. */
  private static double grown(Commit commit, Map<String, Long> stored) {
    double grown = 0;
    for (Commit.PointsAt group : commit.progress()) {
      long now = group.at().stored();
      for (String point : group.points()) {
        Long before = stored.put(point, now);
        grown += Math.max(0, (double) now - (before == null ? 0 : before));
      }
    }
    return grown;
  }

  private static double rows(Commit commit) {
    return OF_NETWORKS.stream().mapToDouble(t -> commit.rows().getOrDefault(t, 0L)).sum();
  }
}
