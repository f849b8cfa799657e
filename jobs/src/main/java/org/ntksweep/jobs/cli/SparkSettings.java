package org.ntksweep.jobs.cli;

import java.util.Map;
import java.util.regex.Pattern;
import org.ntksweep.jobs.shell.RequestException;

/** Checks what is meant for Spark before Spark starts. */
final class SparkSettings {
  private static final Pattern MASTER =
      Pattern.compile(
          "local|local\\[(\\*|[1-9]\\d*)(,\\s*\\d+)?]|local-cluster\\[.*]|yarn|(spark|k8s)://.+");

  private SparkSettings() {}

  /** The master where none is asked for: the one spark-submit has set, or this machine's cores. */
  static String master() {
    return System.getProperty("spark.master", "local[*]");
  }

  /**
   * @throws RequestException if Spark would not understand it
   */
  static void check(String master, Map<String, String> conf) {
    if (!MASTER.matcher(master).matches()) {
      throw new RequestException(
          "--master "
              + master
              + ": not a master; local[2], local[*], spark://host:7077, yarn and k8s://host are");
    }
    for (String key : conf.keySet()) {
      if (!key.startsWith("spark.")) {
        throw new RequestException("--conf " + key + ": settings of Spark start with spark.");
      }
    }
  }
}
