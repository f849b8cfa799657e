package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.cli.request.Heap;
import org.ntksweep.jobs.cli.request.Masters;
import org.ntksweep.jobs.cli.request.SparkSettings;
import org.ntksweep.jobs.cli.request.SparkVersions;
import org.ntksweep.jobs.cli.request.SweepSource;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.forecast.Forecast;
import org.ntksweep.jobs.plan.forecast.HeapPlan;
import org.ntksweep.jobs.report.page.Report;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.training.Trained;
import org.ntksweep.jobs.run.Invocation;
import org.ntksweep.jobs.run.Sessions;
import org.ntksweep.jobs.run.SweepRun;
import org.ntksweep.jobs.shell.Count;
import org.ntksweep.jobs.shell.Launcher;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.shell.Secrets;
import org.ntksweep.jobs.shell.ShellQuote;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ntk-sweep run}: a sweep file becomes a run folder. */
@Command(
    name = "run",
    description = "Runs a sweep: draws its networks, estimates, and writes a run folder.%n",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} conf/quickstart.yaml",
      "  ${COMMAND-FULL-NAME} conf/quickstart.yaml samples=5000 'grid.sigma_w2=[1.5, 2.0]' --out"
          + " runs/a"
    })
final class RunCommand implements Callable<Integer> {
  /** Set by who starts the JVM, which cannot tell whether stderr is a terminal. */
  private static final String TERMINAL = "ntksweep.terminal";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "the sweep file (YAML): a path or a URI Hadoop knows")
  private String config;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "key=value",
      description = "values that replace those of the file, such as samples=5000")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "the run folder: a path or a URI Hadoop knows; by default runs/<name>-<date>-<time>")
  private String out;

  @Option(
      names = "--dry-run",
      description = "say how long the run would take and what memory and disk, and run nothing")
  private boolean dryRun;

  @ArgGroup private Existing existing = new Existing();

  /** What may be done with an existing run. */
  static final class Existing {
    @Option(
        names = "--resume",
        description = "go on with the run in DIR, also with more samples or points than it had")
    private boolean resume;

    @Option(names = "--overwrite", description = "replace an earlier run in DIR")
    private boolean overwrite;
  }

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark's master; by default that of spark-submit or local[*], all cores of this machine")
  private String master = SparkSettings.master();

  @Option(
      names = "--conf",
      paramLabel = "K=V",
      description = "a setting of Spark, such as spark.ui.enabled=true; repeatable")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    SparkVersions.check();
    SparkSettings.check(master, conf);
    SweepFile file = SweepSource.load(config, overrides, Sessions.hadoopConfiguration(conf));
    RunMode mode = mode();
    RunFolder folder = folder(file);
    RunFolders.check(folder, file, mode);
    if (dryRun) {
      return forecast(file.sweep(), folder);
    }
    if (mode == RunMode.RESUME && RunFolders.isComplete(folder, file)) {
      spec.commandLine().getErr().println(folder + ": is complete already");
      conclude(folder, file.sweep(), false);
    } else {
      run(file, folder, mode);
      conclude(folder, file.sweep(), true);
    }
    return 0;
  }

  private void conclude(RunFolder folder, Sweep sweep, boolean page) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (sweep.training().isPresent()) {
      Table estimates = folder.table(RunTable.TRAINING_ESTIMATES);
      Trained trained = Trained.of(estimates);
      writePage(page, folder, () -> Report.write(folder, trained, estimates));
      FinishedRun.conclude(folder, trained, out);
    } else {
      Shown estimates = FinishedRun.estimates(folder);
      writePage(page, folder, () -> Report.write(folder, estimates));
      FinishedRun.conclude(folder, estimates, out);
    }
  }

  private int forecast(Sweep sweep, RunFolder folder) {
    HeapPlan plan = HeapPlan.of(sweep);
    Heap heap = heap();
    Optional<String> objection = heap.objection(plan);
    String time =
        objection.isPresent()
            ? "unknown: it would not run"
            : ForecastText.time(Points.of(sweep), Masters.cores(master));
    PrintWriter out = spec.commandLine().getOut();
    out.print(ForecastText.page(sweep, time, ForecastText.memory(plan, heap), folder.toString()));
    objection.ifPresent(reason -> out.println("It would be refused: " + reason));
    out.flush();
    return 0;
  }

  private Heap heap() {
    return Heap.of(master, conf, Runtime.getRuntime().maxMemory());
  }

  private RunMode mode() {
    if (existing.resume && out == null) {
      throw new RequestException("--resume: needs --out DIR, the folder of the run to complete");
    }
    return existing.resume ? RunMode.RESUME : existing.overwrite ? RunMode.OVERWRITE : RunMode.NEW;
  }

  private RunFolder folder(SweepFile file) {
    String location =
        out != null
            ? out
            : RunFolders.defaultLocation(
                file.sweep().name(), LocalDateTime.now(ZoneId.systemDefault()));
    return RunFolder.at(location, Sessions.hadoopConfiguration(conf));
  }

  private void run(SweepFile file, RunFolder folder, RunMode mode) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    SparkSettings.checkStart(master, conf);
    heap().check(HeapPlan.of(file.sweep()));
    RunFolders.checkWritable(folder);
    Points points = Points.of(file.sweep());
    err.println(
        file.sweep().name()
            + ": "
            + Count.of(Forecast.of(file.sweep()).points(), "point")
            + ", "
            + Count.of(file.sweep().sampling().samples(), "sample")
            + " each -> "
            + folder);
    Invocation invocation =
        new Invocation(
            Version.text(), Version.commit(), commandLine(), err, Boolean.getBoolean(TERMINAL));
    CompletableFuture<Optional<String>> forecast = predictedTime(points, mode);
    SecondSignal.endsAtOnce();
    SparkSession spark = Sessions.open("ntk-sweep " + file.sweep().name(), master, conf);
    try {
      forecast.join().ifPresent(time -> err.println("predicted: " + time));
      SweepRun.run(spark, points, file, folder, mode, invocation);
    } finally {
      spark.stop();
    }
  }

  /** Measured while Spark starts; a run that goes on has been told. */
  private CompletableFuture<Optional<String>> predictedTime(Points points, RunMode mode) {
    return mode == RunMode.RESUME
        ? CompletableFuture.completedFuture(Optional.empty())
        : CompletableFuture.supplyAsync(
            () -> Optional.of(ForecastText.time(points, Masters.cores(master))));
  }

  /** Writes a page, and is its place. */
  private interface PageWriter {
    String write() throws IOException;
  }

  /** A run without its page is a complete run. */
  private void writePage(boolean wanted, RunFolder folder, PageWriter page) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      if (wanted) {
        err.println("look at it: " + page.write());
      }
    } catch (IOException e) {
      err.println(
          "ntk-sweep: the run is complete, its page was not written: "
              + Reason.of(e)
              + "; try "
              + Launcher.command("report", folder.files().word()));
    }
  }

  /** What was typed, as a shell reads it. */
  private String commandLine() {
    List<String> words = new ArrayList<>(List.of("ntk-sweep"));
    words.addAll(spec.commandLine().getParent().getParseResult().originalArgs());
    return ShellQuote.command(Secrets.redact(words));
  }
}
