package org.ntksweep.jobs.folder.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Settings of Hadoop that Spark and readers without Spark share. */
public final class HadoopSettings {
  private static final String UMASK = "fs.permissions.umask-mode";

  private HadoopSettings() {}

  /**
   * Local files without checksum files beside them, whoever used local files before, and, unless
   * Hadoop's own files say otherwise, with the permissions this process gives.
   */
  public static Map<String, String> forLocalFiles() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    settings.put("fs.file.impl.disable.cache", "true");
    if (!isSetByUser()) {
      Umask.ofProcess().ifPresent(umask -> settings.put(UMASK, umask));
    }
    return settings;
  }

  private static boolean isSetByUser() {
    String[] sources = new Configuration().getPropertySources(UMASK);
    return sources != null && !sources[sources.length - 1].contains("core-default.xml");
  }
}
