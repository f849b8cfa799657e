package org.ntksweep.jobs.folder.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Settings of Hadoop that Spark and readers without Spark share. */
public final class HadoopSettings {
  private static final String LOCAL = "fs.file.impl";
  private static final String UMASK = "fs.permissions.umask-mode";

  private HadoopSettings() {}

  /**
   * Local files without checksum files beside them, whoever used local files before, and, unless
   * Hadoop's own files say otherwise, with the permissions this process gives.
   */
  public static Map<String, String> forLocalFiles() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(LOCAL, RawLocalFileSystem.class.getName());
    settings.put(LOCAL + ".disable.cache", "true");
    if (!isSetByUser()) {
      Umask.ofProcess().ifPresent(umask -> settings.put(UMASK, umask));
    }
    return settings;
  }

  /** The same for this JVM alone: others may use local files before they have this program. */
  public static Map<String, String> forLocalFilesHere() {
    Map<String, String> settings = forLocalFiles();
    settings.put(LOCAL, QuickLocalFiles.class.getName());
    return settings;
  }

  private static boolean isSetByUser() {
    String[] sources = new Configuration().getPropertySources(UMASK);
    return sources != null && !sources[sources.length - 1].contains("core-default.xml");
  }
}
