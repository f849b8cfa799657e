package org.ntksweep.jobs.run.training.network;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * Where networks on their way are kept, so that one whose task is lost goes on from there. They go
 * with the commit of their wave.
 *
 * @param location the run folder
 * @param settings of Hadoop
 * @param pause how long a network is trained between two of its checkpoints
 */
public record Checkpoints(String location, SerializableConfiguration settings, Duration pause)
    implements Serializable {
  private static final long serialVersionUID = 1;

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})-([0-9]{1,18})");

  /** Those of a run folder. */
  public static Checkpoints in(FolderFiles folder, Configuration settings, Duration pause) {
    return new Checkpoints(folder.root(), new SerializableConfiguration(settings), pause);
  }

  /** That of a network, which is known by all that decides its bits. */
  Checkpoint of(Sweep sweep, SweepPoint point, long sample) {
    String name = String.format(Locale.ROOT, "%s-%d", point.key(), sample);
    String network =
        String.format(
            Locale.ROOT,
            "%s of seed %d, %s, %s%s",
            name,
            sweep.seed(),
            point.training().orElseThrow().trainer(),
            sweep.dense().precision(),
            sweep.output().kernels() ? ", with kernels" : "");
    return new Checkpoint(
        FolderFiles.at(location, settings.value()), CommitLog.CHECKPOINTS + "/" + name, network);
  }

  /** Removes those of networks that are committed. */
  public static void removeCommitted(FolderFiles folder, CommitLog log) throws IOException {
    for (String file : folder.list(CommitLog.CHECKPOINTS)) {
      Matcher name = NAME.matcher(file);
      boolean isOpen =
          name.matches() && Long.parseLong(name.group(2)) >= log.progress(name.group(1)).stored();
      if (!isOpen) {
        folder.delete(CommitLog.CHECKPOINTS + "/" + file);
      }
    }
  }
}
