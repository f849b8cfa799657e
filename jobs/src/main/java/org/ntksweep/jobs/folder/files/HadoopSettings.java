package org.ntksweep.jobs.folder.files;

import java.util.Map;

/** HadoopSettings of Hadoop that Spark and readers without Spark share. */
public final class HadoopSettings {
  /** Local files without checksum files beside them, whoever used local files before. */
  public static final Map<String, String> LOCAL_FILES =
      Map.of(
          "fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem",
          "fs.file.impl.disable.cache", "true");

  private HadoopSettings() {}
}
