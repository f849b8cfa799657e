package org.ntksweep.jobs.cli.request;

import java.util.regex.Pattern;
import org.ntksweep.jobs.shell.RequestException;

/** The versions of Spark that serve: older ones lack what is called, and would fail half-way. */
public final class SparkVersions {
  /** As the scripts of {@code deploy/} have it. */
  public static final String SERVING = "4\\.[12]\\.";

  private static final Pattern VERSION = Pattern.compile(SERVING + ".*");

  private SparkVersions() {}

  /**
   * Checks the Spark this program runs with.
   *
   * @throws RequestException if it does not serve
   */
  public static void check() {
    check(org.apache.spark.package$.MODULE$.SPARK_VERSION());
  }

  public static void check(String version) {
    if (!VERSION.matcher(version).matches()) {
      throw new RequestException(
          "Spark "
              + version
              + ": does not serve; 4.1 and 4.2 do (SPARK_HOME names an installation)");
    }
  }
}
