package org.ntksweep.jobs.cli.request;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ntksweep.jobs.shell.RequestException;

/** The masters Spark knows. */
public final class Masters {
  /** Up to 999 cores: Spark starts a thread for each and more, all at once. */
  private static final Pattern LOCAL =
      Pattern.compile("local(\\[(\\*|[1-9][0-9]{0,2})(,\\s*[1-9][0-9]{0,3})?])?");

  private static final Pattern STANDALONE =
      Pattern.compile("spark://[^:/,\\s]+:[0-9]{1,5}(,[^:/,\\s]+:[0-9]{1,5})*");
  private static final Pattern OTHER =
      Pattern.compile(
          "local-cluster\\[\\s*[0-9]+\\s*,\\s*[0-9]+\\s*,\\s*[0-9]+\\s*]|yarn"
              + "|k8s://(https?://)?[^:/\\s]+(:[0-9]+)?(/.*)?");

  /** What a Spark must have to know a master. */
  private static final Map<String, String> MANAGERS =
      Map.of(
          "yarn",
          "org.apache.spark.scheduler.cluster.YarnClusterManager",
          "k8s",
          "org.apache.spark.scheduler.cluster.k8s.KubernetesClusterManager");

  private static final int PATIENCE_MILLIS = 3000;

  private Masters() {}

  /** How many cores a master has, if it can be told from its URL. */
  public static OptionalInt cores(String master) {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches()) {
      return OptionalInt.empty();
    }
    String cores = local.group(2) == null ? "1" : local.group(2);
    return OptionalInt.of(
        cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores));
  }

  /**
   * Checks that a URL is one.
   *
   * @throws RequestException if it is not, or this Spark does not know it
   */
  public static void check(String master) {
    if (!LOCAL.matcher(master).matches()
        && !STANDALONE.matcher(master).matches()
        && !OTHER.matcher(master).matches()) {
      throw new RequestException(
          "--master "
              + master
              + ": not a master; local[2] (up to local[999]), local[*], spark://host:7077, yarn and"
              + " k8s://host are");
    }
    MANAGERS.forEach((name, manager) -> checkManager(master, name, manager));
  }

  private static void checkManager(String master, String name, String manager) {
    if (master.startsWith(name) && !isThere(manager)) {
      throw new RequestException(
          "--master "
              + master
              + ": this Spark does not know it; deploy/submit with SPARK_HOME, an installation of"
              + " Spark, does");
    }
    if (master.equals("yarn")
        && System.getProperty("spark.submit.deployMode") == null
        && System.getenv("HADOOP_CONF_DIR") == null
        && System.getenv("YARN_CONF_DIR") == null) {
      throw new RequestException("--master yarn: HADOOP_CONF_DIR must name its configuration");
    }
  }

  private static boolean isThere(String className) {
    try {
      Class.forName(className, false, Masters.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /**
   * Checks that somebody is there; Spark itself would try for a minute.
   *
   * @throws RequestException if nobody answers
   */
  public static void checkAnswers(String master) {
    if (!STANDALONE.matcher(master).matches()) {
      return;
    }
    StringBuilder problems = new StringBuilder();
    for (String address : master.substring("spark://".length()).split(",", -1)) {
      String problem = problem(address);
      if (problem.isEmpty()) {
        return;
      }
      problems.append(problems.isEmpty() ? "" : ", ").append(problem);
    }
    throw new RequestException("--master " + master + ": " + problems);
  }

  private static String problem(String address) {
    Matcher parts = Pattern.compile("(.+):([0-9]+)").matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65535) {
      return "port " + address + " cannot be";
    }
    InetSocketAddress socket =
        new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    if (socket.isUnresolved()) {
      return "unknown host " + parts.group(1);
    }
    try (Socket connection = new Socket()) {
      connection.connect(socket, PATIENCE_MILLIS);
      return "";
    } catch (IOException e) {
      return "no master answers at " + address;
    }
  }
}
