package org.ntksweep.jobs.run.wave;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.folder.seal.Digest;

/** What files hold that have just been written. */
final class Digests {
  /** What the driver reads in less time than a job takes. */
  private static final long LITTLE = 16 << 20;

  private Digests() {}

  /** The digests of files of a folder, in order; read where there are executors, if it is much. */
  static List<Digest> of(FolderFiles folder, List<String> files, SparkSession spark)
      throws IOException {
    List<Digest> digests = new ArrayList<>();
    long bytes = 0;
    for (String file : files) {
      bytes += folder.length(file);
    }
    if (bytes > LITTLE && files.size() > 1) {
      return ofExecutors(folder.locations(files), spark);
    }
    for (String file : files) {
      digests.add(folder.digest(file));
    }
    return digests;
  }

  private static List<Digest> ofExecutors(List<String> locations, SparkSession spark) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return context
        .parallelize(locations, locations.size())
        .map(location -> FolderFiles.digest(new Path(location), settings.value().value()))
        .collect();
  }
}
