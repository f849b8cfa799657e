package org.ntksweep.jobs.cli.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ntksweep.jobs.shell.RequestException;

/** The versions of Spark that serve: older ones lack what is called, and would fail half-way. */
public final class SparkVersions {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final int MAJOR = 4;
  private static final int FIRST_MINOR = 1;

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
    Matcher parts = VERSION.matcher(version);
    if (parts.matches()
        && Integer.parseInt(parts.group(1)) == MAJOR
        && Integer.parseInt(parts.group(2)) >= FIRST_MINOR) {
      return;
    }
    throw new RequestException(
        "Spark " + version + ": does not serve; 4.1 and 4.2 do (SPARK_HOME names an installation)");
  }
}
