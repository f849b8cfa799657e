package org.ntksweep.jobs.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.plan.Stretch;

/** The options of the data source. */
final class SweepOptions {
  private static final String PATH = "path";
  private static final String SWEEP = "sweep";
  private static final String OVERRIDES = "overrides";
  private static final String STRETCHES = "stretches";

  private SweepOptions() {}

  /**
   * The sweep that options name.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if the file cannot be read, or does not
   *     describe a sweep
   * @throws IllegalArgumentException if not exactly one of {@code path} and {@code sweep} is there
   */
  static Sweep sweep(CaseInsensitiveStringMap options) {
    if (options.containsKey(PATH) == options.containsKey(SWEEP)) {
      throw new IllegalArgumentException(
          "format ntk needs one sweep: the path of its file, as in load(\"conf/quickstart.yaml\"),"
              + " or its text in the option sweep");
    }
    List<String> overrides =
        options.getOrDefault(OVERRIDES, "").lines().filter(line -> !line.isBlank()).toList();
    return options.containsKey(SWEEP)
        ? SweepFile.parse(options.get(SWEEP), "option sweep", overrides).sweep()
        : file(options.get(PATH), overrides).sweep();
  }

  /**
   * Which samples of a sweep options name: all, if they say nothing.
   *
   * @throws IllegalArgumentException if the option {@code stretches} cannot be read or names a
   *     point the sweep has not
   */
  static List<Stretch> stretches(CaseInsensitiveStringMap options, Sweep sweep) {
    if (!options.containsKey(STRETCHES)) {
      return Stretch.all(sweep);
    }
    List<Stretch> stretches = Stretch.read(options.get(STRETCHES));
    int points = sweep.points().size();
    for (Stretch stretch : stretches) {
      if (stretch.point() >= points) {
        throw new IllegalArgumentException(
            "stretches: point " + stretch.point() + ": the sweep has " + points + " points");
      }
    }
    return stretches;
  }

  private static SweepFile file(String path, List<String> overrides) {
    try {
      return SweepLocation.load(
          path, overrides, SparkSession.active().sparkContext().hadoopConfiguration());
    } catch (FileNotFoundException e) {
      throw new IllegalArgumentException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }
}
