package org.ntksweep.jobs.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Stream;
import org.ntksweep.jobs.config.SweepKeys;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.run.RunFailedException;
import org.ntksweep.jobs.shell.RequestException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ntk-sweep}. */
@Command(
    name = "ntk-sweep",
    description = "Monte Carlo sweeps of the Neural Tangent Kernel of finite random networks.%n",
    subcommands = {
      RunCommand.class,
      ShowCommand.class,
      ReportCommand.class,
      FiguresCommand.class,
      TheoryCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "(run | show | report | figures | theory)",
    footer = {
      "",
      "Exit status: 0 done; 1 the run failed; 2 the request is wrong and nothing was written."
    })
public final class Main {
  static final int FAILED = 1;
  static final int WRONG_REQUEST = 2;

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit status. What spark-submit started returns when
   * all is done: the managers of clusters take an exit of any status for a failure.
   */
  public static void main(String[] args) {
    int status = commandLine().execute(args);
    if (status != 0 || System.getProperty("spark.submit.deployMode") == null) {
      System.exit(status);
    }
  }

  static CommandLine commandLine() {
    CommandLine all =
        new CommandLine(new Main())
            .setParameterExceptionHandler(Main::misused)
            .setExecutionExceptionHandler(Main::failed);
    listKeys(all.getSubcommands().get("run").getCommandSpec().usageMessage());
    return all;
  }

  /** The keys of a sweep file behind all else that help says. */
  private static void listKeys(UsageMessageSpec usage) {
    Stream<String> keys = SweepKeys.help().stream().map(line -> line.replace("%", "%%"));
    usage.footer(
        Stream.of(Stream.of(usage.footer()), Stream.of(""), keys)
            .flatMap(lines -> lines)
            .toArray(String[]::new));
  }

  private static int misused(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ntk-sweep: " + problem(e));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return WRONG_REQUEST;
  }

  private static String problem(ParameterException e) {
    Set<String> commands = e.getCommandLine().getSubcommands().keySet();
    if (e instanceof UnmatchedArgumentException unmatched && !commands.isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (!word.startsWith("-")) {
        return "no command '" + word + "'; there are " + String.join(", ", commands);
      }
    }
    return e.getMessage().lines().findFirst().orElse("");
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof ConfigException || e instanceof RequestException) {
      err.println("ntk-sweep: " + e.getMessage());
      return WRONG_REQUEST;
    }
    if (e instanceof RunFailedException) {
      err.println("ntk-sweep: the run failed: " + e.getMessage());
    } else {
      err.println("ntk-sweep: failed unexpectedly");
      e.printStackTrace(err);
    }
    return FAILED;
  }
}
