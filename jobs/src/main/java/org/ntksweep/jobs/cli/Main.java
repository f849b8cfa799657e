package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.util.ShutdownHookManager;
import org.ntksweep.jobs.cli.request.OpenFiles;
import org.ntksweep.jobs.cli.theory.TheoryCommand;
import org.ntksweep.jobs.config.SweepKeys;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.run.RunFailedException;
import org.ntksweep.jobs.shell.Launcher;
import org.ntksweep.jobs.shell.Output;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.shell.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
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

  /** Of the environment: whether failures are shown with the place in the program. */
  private static final String TRACE = "NTKSWEEP_TRACE";

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit status. What spark-submit started returns when
   * all is done: the managers of clusters take an exit of any status for a failure.
   */
  public static void main(String[] args) {
    Optional<String> objection = OpenFiles.objection();
    if (objection.isPresent()) {
      System.err.println("ntk-sweep: " + objection.get());
      System.exit(WRONG_REQUEST);
    }
    Locale.setDefault(Locale.ROOT); // as all that is read and written here
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failedAside(e));
    int status = execute(Output.standard(), args);
    if (status != 0 || System.getProperty("spark.submit.deployMode") == null) {
      System.exit(status);
    }
  }

  /** Runs a command; what it prints has arrived if the status is 0. */
  static int execute(Output output, String... args) {
    PrintWriter out = output.writer();
    CommandLine command = commandLine().setOut(out);
    int status = executed(command, args);
    out.flush();
    Optional<String> failure = output.failure();
    if (failure.isPresent()) {
      command.getErr().println("ntk-sweep: the output cannot be written: " + failure.get());
      return FAILED;
    }
    return status;
  }

  /** Errors too end in a sentence: a request too deep for the stack or too large for the heap. */
  private static int executed(CommandLine command, String... args) {
    try {
      return command.execute(args);
    } catch (Error e) { // nothing is gone on with after it
      return failed(e, command);
    }
  }

  static CommandLine commandLine() {
    CommandLine all =
        new CommandLine(new Main())
            .setCommandName(Launcher.command())
            .setParameterExceptionHandler(Main::misused)
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
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

  /** What a library runs beside the command ends in a sentence too, and the command goes on. */
  private static void failedAside(Throwable e) {
    System.err.println("ntk-sweep: " + unexpected(e));
    trace(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  private static int misused(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ntk-sweep: " + Secrets.redact(Reason.told(problem(e))));
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

  private static int failed(Throwable e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof ConfigException || e instanceof RequestException) {
      err.println("ntk-sweep: " + Secrets.redact(Reason.told(e.getMessage())));
      return WRONG_REQUEST;
    }
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      return FAILED; // who interrupted it has been told
    }
    err.println(
        "ntk-sweep: "
            + (e instanceof RunFailedException ? "the run failed: " + shown(e) : unexpected(e)));
    trace(e, err);
    return FAILED;
  }

  private static void trace(Throwable e, PrintWriter err) {
    if (System.getenv(TRACE) != null) {
      e.printStackTrace(err);
    }
  }

  private static String unexpected(Throwable e) {
    return e instanceof IOException || e instanceof VirtualMachineError
        ? Reason.of(e)
        : "failed unexpectedly: "
            + e.getClass().getSimpleName()
            + ": "
            + Reason.of(e)
            + "; "
            + TRACE
            + "=1 shows where";
  }

  private static String shown(Throwable e) {
    return Reason.printable(Secrets.redact(e.getMessage()));
  }
}
