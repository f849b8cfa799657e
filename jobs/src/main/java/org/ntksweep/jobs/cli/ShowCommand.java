package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ntksweep.jobs.run.Failures;
import org.ntksweep.jobs.run.Manifest;
import org.ntksweep.jobs.run.RequestException;
import org.ntksweep.jobs.run.RunFolder;
import org.ntksweep.jobs.run.RunStatus;
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
    RunFolder folder = RunFolder.at(location, RunFolder.configuration());
    Manifest manifest = manifest(folder);
    if (manifest.status() != RunStatus.COMPLETE) {
      tellIncomplete(folder, manifest);
    }
    if (manifest.number("points_estimated") == 0) {
      return Main.FAILED;
    }
    format
        .orScreen(new ScreenFormat(folder, Integer.MAX_VALUE))
        .print(folder.table(RunTable.ESTIMATES), spec.commandLine().getOut());
    return 0;
  }

  private static Manifest manifest(RunFolder folder) {
    try {
      if (!folder.holdsRun()) {
        throw new RequestException(folder + ": holds no run (no manifest.json)");
      }
      return folder.manifest();
    } catch (IOException e) {
      throw new RequestException(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private void tellIncomplete(RunFolder folder, Manifest manifest) {
    PrintWriter err = spec.commandLine().getErr();
    String state =
        manifest.status() == RunStatus.RUNNING
            ? "the run is still going on, or was killed"
            : "the run failed: " + manifest.message();
    err.println("ntk-sweep: " + folder + ": is not complete: " + state);
    err.println(Failures.advice(folder, manifest));
  }
}
