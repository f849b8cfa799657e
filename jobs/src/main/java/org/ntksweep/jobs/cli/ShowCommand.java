package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ntksweep.jobs.cli.format.Format;
import org.ntksweep.jobs.cli.format.ScreenColumn;
import org.ntksweep.jobs.cli.format.ScreenFormat;
import org.ntksweep.jobs.cli.format.TableFormat;
import org.ntksweep.jobs.cli.format.TrainingScreen;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.run.Sessions;
import org.ntksweep.jobs.shell.Launcher;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ntk-sweep show}: the estimates of a run, without Spark. */
@Command(
    name = "show",
    description = "Shows a table of a run, by default its estimates.%n",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowCommand implements Callable<Integer> {
  /** Rows of networks, of which there may be more than memory holds. */
  private static final int MOST_NETWORKS = 10_000;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "a run folder")
  private String location;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      defaultValue = "estimates",
      description =
          "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}, which of a sweep that trains are"
              + " training_estimates")
  private Name table;

  @Mixin private Format format;

  /** The tables there are, named as people type them. */
  enum Name {
    estimates(RunTable.ESTIMATES),
    points(RunTable.POINTS),
    samples(RunTable.SAMPLES),
    training(RunTable.TRAINING),
    kernels(RunTable.KERNELS),
    training_estimates(RunTable.TRAINING_ESTIMATES);

    private final RunTable table;

    Name(RunTable table) {
      this.table = table;
    }
  }

  @Override
  public Integer call() throws IOException {
    RunFolder folder = RunFolder.at(location, Sessions.hadoopConfiguration(Map.of()));
    if (!FinishedRun.check(folder, spec.commandLine().getErr())) {
      return Main.FAILED;
    }
    RunTable shown = shown(folder.manifest().trains());
    format.orScreen(screen(folder, shown)).print(folder.table(shown), spec.commandLine().getOut());
    return 0;
  }

  /**
   * The table asked for.
   *
   * @throws RequestException if such a run has none
   */
  private RunTable shown(boolean trains) {
    RunTable shown = trains && table == Name.estimates ? RunTable.TRAINING_ESTIMATES : table.table;
    if (shown != RunTable.POINTS && shown.isOfTraining() != trains) {
      throw new RequestException(
          "--table "
              + table
              + ": the run "
              + (trains ? "trains its networks" : "does not train its networks")
              + "; it has "
              + Arrays.stream(Name.values())
                  .filter(name -> name == Name.points || name.table.isOfTraining() == trains)
                  .map(Name::toString)
                  .collect(Collectors.joining(", ")));
    }
    return shown;
  }

  private static TableFormat screen(RunFolder folder, RunTable table) {
    return switch (table) {
      case SAMPLES, KERNELS ->
          (rows, out) -> {
            throw new RequestException(
                "--table " + table.label() + ": needs --format csv or --format json");
          };
      case TRAINING ->
          new ScreenFormat(
              TrainingScreen.networks(),
              MOST_NETWORKS,
              Launcher.command("show", folder.files().word()) + " --table training --format csv");
      case TRAINING_ESTIMATES -> new ScreenFormat(TrainingScreen.estimates());
      case POINTS, ESTIMATES -> new ScreenFormat(ScreenColumn.all());
    };
  }
}
