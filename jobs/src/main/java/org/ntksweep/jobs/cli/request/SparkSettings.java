package org.ntksweep.jobs.cli.request;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.shell.Secrets;

/** Checks what is meant for Spark before Spark starts: it would take long, or end the JVM. */
public final class SparkSettings {
  private static final String REDACTION = "spark.redaction.regex";
  private static final String LOCAL_DIR = "spark.local.dir";

  /** One and a half times what Spark keeps for itself. */
  private static final long LEAST_HEAP = 450L << 20;

  private SparkSettings() {}

  /** The master where none is asked for: the one spark-submit has set, or this machine's cores. */
  public static String master() {
    return System.getProperty("spark.master", "local[*]");
  }

  /**
   * Checks a master and settings.
   *
   * @throws RequestException if Spark would not understand them
   */
  public static void check(String master, Map<String, String> conf) {
    for (String key : conf.keySet()) {
      if (!key.startsWith("spark.")) {
        throw new RequestException("--conf " + key + ": settings of Spark start with spark.");
      }
    }
    SparkConf settings = settings(conf);
    if (settings.contains(REDACTION)) {
      Secrets.alsoRedact(settings.get(REDACTION));
    }
    Masters.check(master);
  }

  /** What spark-submit was told, and before it what this command was. */
  private static SparkConf settings(Map<String, String> conf) {
    SparkConf settings = new SparkConf();
    conf.forEach(settings::set);
    return settings;
  }

  /**
   * Checks that a run can start on this machine, as far as that can be told at once.
   *
   * @throws RequestException if it cannot
   */
  public static void checkStart(String master, Map<String, String> conf) {
    SparkConf settings = settings(conf);
    checkHeap(Runtime.getRuntime().maxMemory());
    checkLocalDirs(settings);
    if (!"cluster".equals(System.getProperty("spark.submit.deployMode"))) {
      // A manager that has started a driver knows its own addresses, which may be new ones.
      address(settings, "spark.driver.host");
      checkBindAddress(settings);
      Masters.checkAnswers(master);
    }
    checkTaskCores(master, settings);
  }

  /** Spark itself would say so late, with too little memory left to end well. */
  public static void checkHeap(long bytes) {
    if (bytes < LEAST_HEAP) {
      throw new RequestException(
          "a heap of "
              + (bytes >> 20)
              + " MiB: Spark needs "
              + (LEAST_HEAP >> 20)
              + "; -Xmx2g (in NTKSWEEP_JAVA_OPTS) or --driver-memory 2g gives enough");
    }
  }

  private static InetAddress address(SparkConf settings, String key) {
    String host = settings.get(key, "localhost");
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new RequestException("--conf " + key + "=" + host + ": unknown host");
    }
  }

  private static void checkBindAddress(SparkConf settings) {
    String key = "spark.driver.bindAddress";
    if (settings.contains(key)) {
      try {
        new ServerSocket(0, 1, address(settings, key)).close();
      } catch (IOException e) {
        throw new RequestException(
            "--conf " + key + "=" + settings.get(key) + ": no address of this machine");
      }
    }
  }

  /** Spark ends the JVM if it cannot make its folders. */
  private static void checkLocalDirs(SparkConf settings) {
    for (String folder : localDirs(settings)) {
      try {
        Files.delete(Files.createTempDirectory(Path.of(folder), "ntk-sweep"));
      } catch (IOException | RuntimeException e) {
        throw new RequestException(
            folder
                + ": no temporary files can be written there; --conf spark.local.dir=DIR names"
                + " another folder");
      }
    }
  }

  private static List<String> localDirs(SparkConf settings) {
    String dirs = settings.getenv("SPARK_LOCAL_DIRS");
    return List.of(
        (dirs != null ? dirs : settings.get(LOCAL_DIR, System.getProperty("java.io.tmpdir")))
            .split(",", -1));
  }

  private static void checkTaskCores(String master, SparkConf settings) {
    String key = "spark.task.cpus";
    int cores = Masters.cores(master).orElse(Integer.MAX_VALUE);
    try {
      int perTask = Integer.parseInt(settings.get(key, "1"));
      if (perTask < 1 || perTask > cores) {
        throw new RequestException(
            "--conf " + key + "=" + perTask + ": must be from 1 to the cores there are, " + cores);
      }
    } catch (NumberFormatException e) {
      throw new RequestException("--conf " + key + ": " + Reason.of(e) + ": must be a number");
    }
  }
}
