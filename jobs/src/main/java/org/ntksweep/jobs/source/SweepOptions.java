package org.ntksweep.jobs.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.config.yaml.Suggestions;
import org.ntksweep.jobs.plan.SweepPlan;

/** The options of the data source. */
final class SweepOptions {
  /** A plan of this program, by its key: of a run, not for people. */
  static final String PLAN = "plan";

  private static final String PATH = "path";
  private static final String SWEEP = "sweep";
  private static final String OVERRIDES = "overrides";
  private static final String LAW = "law";

  /** What people may ask for. */
  private static final List<String> ALL = List.of(PATH, SWEEP, OVERRIDES, LAW);

  private SweepOptions() {}

  /**
   * Checks the names of the options.
   *
   * @throws IllegalArgumentException if there is one that says nothing here
   */
  static void check(CaseInsensitiveStringMap options) {
    Set<String> unknown = new TreeSet<>(options.keySet());
    ALL.forEach(unknown::remove);
    unknown.remove(PLAN);
    if (!unknown.isEmpty()) {
      String name = unknown.iterator().next();
      throw new IllegalArgumentException(
          "format ntk: no option "
              + name
              + "; allowed: "
              + String.join(", ", ALL)
              + Suggestions.didYouMean(Suggestions.closest(name, ALL)));
    }
  }

  /** Whether the columns of the law stand beside those of the samples. */
  static boolean withLaw(CaseInsensitiveStringMap options) {
    return options.getBoolean(LAW, false);
  }

  /**
   * The plan of the sweep that options name.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if the file cannot be read, or does not
   *     describe a sweep
   * @throws IllegalArgumentException if not exactly one of {@code path} and {@code sweep} is there
   */
  static SharedPlan plan(CaseInsensitiveStringMap options) {
    return options.containsKey(PLAN) ? Samples.plan(options.get(PLAN)) : planned(sweep(options));
  }

  private static SharedPlan planned(Sweep sweep) {
    if (sweep.training().isPresent()) {
      throw new IllegalArgumentException(
          "format ntk draws networks; this sweep trains them: run it with ntk-sweep");
    }
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
    SweepPlan plan = SweepPlan.of(sweep, context.defaultParallelism());
    return new SharedPlan(plan, context.broadcast(plan.points()));
  }

  private static Sweep sweep(CaseInsensitiveStringMap options) {
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
