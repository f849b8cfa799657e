package org.ntksweep.jobs.run;

import org.apache.spark.sql.SparkSession;
import org.ntksweep.core.simd.Kernels;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.training.TrainingPart;
import org.ntksweep.jobs.folder.Manifest;

/** What a manifest says when a run starts, or starts again. */
final class Description {
  private Description() {}

  static void write(Manifest manifest, SparkSession spark, Sweep sweep, Invocation invocation) {
    manifest.reopen(RunRecord.now());
    manifest.put("name", sweep.name());
    manifest.put("seed", sweep.seed());
    manifest.put("points", (long) sweep.points().size() * perLaw(sweep));
    manifest.put("samples_per_point", sweep.sampling().samples());
    sweep.training().ifPresent(training -> write(manifest, training));
    manifest.put("command", invocation.command());
    manifest.put("master", spark.sparkContext().master());
    manifest.put("cores", spark.sparkContext().defaultParallelism());
    manifest.put("ntksweep", invocation.version());
    manifest.put("commit", invocation.commit());
    manifest.put("spark", spark.version());
    manifest.put("java", Runtime.version().toString());
    manifest.put("simd", Kernels.best().description());
  }

  private static int perLaw(Sweep sweep) {
    return sweep.training().map(TrainingPart::perLaw).orElse(1);
  }

  private static void write(Manifest manifest, TrainingPart training) {
    manifest.put(Manifest.METHOD, training.method().label());
    training.data().digest().ifPresent(digest -> manifest.put("data_digest", digest));
  }
}
