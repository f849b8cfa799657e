package org.ntksweep.jobs.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.files.HadoopSettings;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import scala.Tuple2;

/** Opens Spark as a run wants it. */
public final class Sessions {
  private static final String HADOOP = "spark.hadoop.";

  /** Where a worker leaves the secret of its cluster for a driver that it starts. */
  private static final String SECRET = "_SPARK_AUTH_SECRET";

  /** Masters whose machines all are this one. */
  private static final Pattern ON_THIS_MACHINE =
      Pattern.compile("local|spark://(localhost|127\\.0\\.0\\.1):");

  /** Masters whose tasks run in this JVM. */
  private static final Pattern IN_THIS_JVM = Pattern.compile("local(\\[.*)?");

  private Sessions() {}

  /**
   * A session on a cluster or on this machine. What spark-submit was told comes before the settings
   * of a run.
   *
   * @param name what Spark calls the application
   * @param master Spark's master URL
   * @param conf settings that come before all others
   * @throws RequestException if Spark does not start so
   */
  public static SparkSession open(String name, String master, Map<String, String> conf) {
    SparkConf settings =
        ON_THIS_MACHINE.matcher(master).lookingAt() ? new LoopbackConf() : new SparkConf();
    settings.setMaster(master).setIfMissing("spark.app.name", name);
    defaults(master).forEach(settings::setIfMissing);
    conf.forEach(settings::set);
    // Spark takes it from there where it is asked for the secret, but not as it starts.
    Optional.ofNullable(System.getenv(SECRET))
        .ifPresent(secret -> settings.setIfMissing("spark.authenticate.secret", secret));
    try {
      SparkContext.getOrCreate(settings);
      return SparkSession.builder().config(settings).getOrCreate();
    } catch (Exception | LinkageError e) { // Spark throws checked exceptions it does not declare
      throw new RequestException("Spark does not start: " + Reason.of(e));
    }
  }

  /**
   * Hadoop's settings for reading and writing run folders without a session, with those meant for
   * Spark.
   *
   * @param conf settings that come before those of spark-submit
   */
  public static Configuration hadoopConfiguration(Map<String, String> conf) {
    Configuration configuration = RunFolder.configuration();
    SparkConf settings = new SparkConf();
    conf.forEach(settings::set);
    for (Tuple2<String, String> setting : settings.getAllWithPrefix(HADOOP)) {
      configuration.set(setting._1(), setting._2());
    }
    return configuration;
  }

  private static Map<String, String> defaults(String master) {
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, String> files =
        IN_THIS_JVM.matcher(master).matches()
            ? HadoopSettings.forLocalFilesHere()
            : HadoopSettings.forLocalFiles();
    files.forEach((key, value) -> settings.put(HADOOP + key, value));
    settings.put(HADOOP + "mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    settings.put("spark.ui.enabled", "false"); // it lets in whoever reaches it
    settings.put("spark.ui.showConsoleProgress", "false");
    // Shuffles are sized by the sweep, and a second look at their size would only cost time.
    settings.put("spark.sql.adaptive.enabled", "false");
    // All columns of the widest table, or Spark warns that it shortens plans.
    settings.put("spark.sql.debug.maxToStringFields", "1000");
    // Spark makes this folder whether or not it is used: not in the user's.
    settings.put("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    if (ON_THIS_MACHINE.matcher(master).lookingAt()) {
      settings.put("spark.driver.host", "localhost");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
    }
    if (master.startsWith("local")) {
      settings.put("spark.executor.heartbeatInterval", "1s");
      // The one executor is this process: it is not lost while a busy machine keeps it waiting.
      settings.put("spark.executor.heartbeat.maxFailures", "1000000");
      settings.put("spark.network.timeout", "86400s");
    }
    return settings;
  }
}
