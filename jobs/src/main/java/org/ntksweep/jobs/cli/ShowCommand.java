package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ntksweep.jobs.cli.format.Format;
import org.ntksweep.jobs.cli.format.ScreenFormat;
import org.ntksweep.jobs.cli.format.TableFormat;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.run.Sessions;
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
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "a run folder")
  private String location;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      defaultValue = "estimates",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}")
  private Name table;

  @Mixin private Format format;

  /** The tables there are, named as people type them. */
  enum Name {
    estimates(RunTable.ESTIMATES),
    points(RunTable.POINTS),
    samples(RunTable.SAMPLES);

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
    format.orScreen(screen(folder)).print(folder.table(table.table), spec.commandLine().getOut());
    return 0;
  }

  private TableFormat screen(RunFolder folder) {
    return table == Name.samples
        ? (samples, out) -> {
          throw new RequestException("--table samples: needs --format csv or --format json");
        }
        : new ScreenFormat(folder, Integer.MAX_VALUE);
  }
}
