package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.report.page.Report;
import org.ntksweep.jobs.run.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ntk-sweep report}: the page of a run, written anew. */
@Command(
    name = "report",
    description = "Writes report.html, the page of a run, into its folder.%n",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "a run folder")
  private String location;

  @Override
  public Integer call() throws IOException {
    RunFolder folder = RunFolder.at(location, Sessions.hadoopConfiguration(Map.of()));
    if (!FinishedRun.check(folder, spec.commandLine().getErr())) {
      return Main.FAILED;
    }
    try {
      spec.commandLine().getOut().println(Report.write(folder));
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("ntk-sweep: report: " + FinishedRun.problem(e));
      return Main.FAILED;
    }
  }
}
