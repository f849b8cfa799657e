package org.ntksweep.jobs.cli.request;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.shell.NameNodes;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.source.SweepLocation;

/** The sweep file of the command line, wherever spark-submit has put it. */
public final class SweepSource {
  private SweepSource() {}

  /**
   * Reads a sweep file.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if it does not describe a sweep
   * @throws RequestException if it cannot be read
   */
  public static SweepFile load(
      String location, List<String> overrides, Configuration configuration) {
    try {
      if (SweepLocation.isUri(location)) {
        NameNodes.check(new org.apache.hadoop.fs.Path(location).toUri(), configuration);
      }
      return SweepLocation.load(find(location), overrides, configuration);
    } catch (FileNotFoundException e) {
      throw new RequestException(location + ": there is no such file");
    } catch (IOException e) {
      throw new RequestException(location + ": cannot be read: " + Reason.of(e));
    }
  }

  private static String find(String location) {
    if (SweepLocation.isUri(location)
        || Files.exists(Path.of(location))
        || System.getProperty("spark.submit.deployMode") == null) {
      return location;
    }
    return shipped(location);
  }

  /** A driver elsewhere finds a shipped file in its working folder (YARN, Kubernetes) or by URI. */
  private static String shipped(String location) {
    String name = String.valueOf(Path.of(location).getFileName());
    return Files.exists(Path.of(name))
        ? name
        : Stream.of(System.getProperty("spark.files", "").split(","))
            .filter(file -> file.endsWith("/" + name))
            .findFirst()
            .orElse(location);
  }
}
