package org.ntksweep.jobs.run;

import java.util.Map;

/** Settings of Hadoop that Spark and readers without Spark share. */
final class Settings {
  /** Local files without checksum files beside them, whoever used local files before. */
  static final Map<String, String> HADOOP =
      Map.of(
          "fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem",
          "fs.file.impl.disable.cache", "true");

  private Settings() {}
}
