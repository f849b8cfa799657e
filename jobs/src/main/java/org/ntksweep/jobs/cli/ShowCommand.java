package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.run.Sessions;
import org.ntksweep.jobs.tables.RunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ntk-sweep show}: the estimates of a run, without Spark. */
@Command(
    name = "show",
    description = "Shows the estimates of a run.%n",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "a run folder")
  private String location;

  @Mixin private Format format;

  @Override
  public Integer call() throws IOException {
    RunFolder folder = RunFolder.at(location, Sessions.hadoopConfiguration(Map.of()));
    if (!FinishedRun.check(folder, spec.commandLine().getErr())) {
      return Main.FAILED;
    }
    format
        .orScreen(new ScreenFormat(folder, Integer.MAX_VALUE))
        .print(folder.table(RunTable.ESTIMATES), spec.commandLine().getOut());
    return 0;
  }
}
