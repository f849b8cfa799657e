package org.ntksweep.jobs.cli.request;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.network.util.ByteUnit;
import org.apache.spark.network.util.JavaUtils;
import org.ntksweep.jobs.plan.forecast.HeapPlan;
import org.ntksweep.jobs.plan.forecast.HeapPlan.Part;
import org.ntksweep.jobs.shell.RequestException;

/**
 * The heap there is for a run: all of it in this JVM, or in executors beside it.
 *
 * @param driver of this JVM, in bytes
 * @param executor of an executor; empty if tasks run in this JVM
 * @param tasks how many run at a time in a JVM that runs tasks
 */
public record Heap(long driver, Optional<Long> executor, int tasks) {
  private static final double GIB = 1L << 30;

  private static final String MORE = "--driver-memory or, in NTKSWEEP_JAVA_OPTS, -Xmx";
  private static final Where HERE = new Where("this JVM", MORE, "--master local[1]");
  private static final Where DRIVER = new Where("the driver", MORE, "");
  private static final Where EXECUTOR =
      new Where("an executor", "--conf spark.executor.memory=", "--conf spark.executor.cores=1");

  /** How much more to advise than is needed: the last of a heap is not to be had. */
  private static final double SPARE = 1.15;

  /**
   * What a run with this master and these settings has, in a heap of this size here.
   *
   * @throws RequestException if a setting says no size
   */
  public static Heap of(String master, Map<String, String> conf, long here) {
    SparkConf settings = new SparkConf();
    conf.forEach(settings::set);
    int perTask = count(settings, "spark.task.cpus");
    OptionalInt cores = Masters.cores(master);
    return cores.isPresent()
        ? new Heap(here, Optional.empty(), Math.max(1, cores.getAsInt() / perTask))
        : new Heap(
            here,
            Optional.of(size(settings, "spark.executor.memory", "1g")),
            Math.max(1, count(settings, "spark.executor.cores") / perTask));
  }

  private static long size(SparkConf settings, String key, String otherwise) {
    String text = settings.get(key, otherwise);
    try {
      return JavaUtils.byteStringAs(text, ByteUnit.MiB) << 20;
    } catch (NumberFormatException e) {
      throw new RequestException("--conf " + key + "=" + text + ": must be a size, such as 4g");
    }
  }

  /** A setting; 1 where it is not given, or is no number, which Spark will say. */
  private static int count(SparkConf settings, String key) {
    String text = settings.get(key, "1");
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
  }

  /** What a run needs where its tasks run. */
  public double needed(HeapPlan plan) {
    return executor.isEmpty() ? plan.inOneJvm(tasks) : plan.ofExecutor(tasks);
  }

  /** Why a run does not fit, and what would make it; empty if it does. */
  public Optional<String> objection(HeapPlan plan) {
    return executor.isEmpty()
        ? objection(plan, plan.inOneJvm(tasks), driver, plan.largest(tasks), HERE)
        : objection(plan, plan.ofDriver(), driver, plan.points(), DRIVER)
            .or(
                () ->
                    objection(
                        plan,
                        plan.ofExecutor(tasks),
                        executor.get(),
                        plan.largest(tasks),
                        EXECUTOR));
  }

  private Optional<String> objection(
      HeapPlan plan, double needed, long there, Part cause, Where where) {
    boolean perTask = tasks > 1 && !cause.equals(plan.points());
    return needed <= there
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %s takes %s of heap%s, all of the run %s; %s has %s: %s%s gives enough,"
                    + " a smaller sweep%s needs less",
                cause.keys(),
                cause.what(),
                bytes(cause.bytes()),
                perTask ? " in " + tasks + " tasks at a time" : "",
                bytes(needed),
                where.name(),
                bytes((double) there),
                where.setting(),
                (long) Math.ceil(SPARE * needed / GIB) + "g",
                perTask ? " or " + where.fewer() : ""));
  }

  /** A JVM, the setting of its size, and that of how many tasks it runs. */
  private record Where(String name, String setting, String fewer) {}

  /**
   * Checks that a run fits.
   *
   * @throws RequestException if it does not
   */
  public void check(HeapPlan plan) {
    objection(plan)
        .ifPresent(
            objection -> {
              throw new RequestException(objection);
            });
  }

  /** A number of bytes in words. */
  public static String bytes(double bytes) {
    return bytes < 1e6
        ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes * 1e-3))
        : bytes < 1e9
            ? String.format(Locale.ROOT, "%.0f MB", bytes * 1e-6)
            : String.format(Locale.ROOT, "%.1f GB", bytes * 1e-9);
  }
}
