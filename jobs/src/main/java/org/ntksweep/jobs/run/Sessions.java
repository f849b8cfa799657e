package org.ntksweep.jobs.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Opens Spark as a run wants it. */
public final class Sessions {
  private Sessions() {}

  /**
   * A session on a cluster or on this machine.
   *
   * @param name what Spark calls the application
   * @param master Spark's master URL
   * @param conf settings that come before those of a run
   */
  public static SparkSession open(String name, String master, Map<String, String> conf) {
    SparkSession.Builder builder = SparkSession.builder().appName(name).master(master);
    Map<String, String> settings = defaults(master.startsWith("local"));
    settings.putAll(conf);
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  private static Map<String, String> defaults(boolean local) {
    Map<String, String> settings = new LinkedHashMap<>();
    Settings.HADOOP.forEach((key, value) -> settings.put("spark.hadoop." + key, value));
    settings.put("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    settings.put("spark.ui.showConsoleProgress", "false");
    // Shuffles are sized by the sweep, and a second look at their size would only cost time.
    settings.put("spark.sql.adaptive.enabled", "false");
    // All columns of the widest table, or Spark warns that it shortens plans.
    settings.put("spark.sql.debug.maxToStringFields", "200");
    // Spark makes this folder whether or not it is used: not in the user's.
    settings.put("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    if (local) {
      settings.put("spark.ui.enabled", "false");
      settings.put("spark.driver.host", "localhost");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put("spark.executor.heartbeatInterval", "1s");
    }
    return settings;
  }
}
