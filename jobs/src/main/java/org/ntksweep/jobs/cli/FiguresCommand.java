package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.report.figure.FigureFormat;
import org.ntksweep.jobs.report.figure.FigureSize;
import org.ntksweep.jobs.report.figure.Figures;
import org.ntksweep.jobs.run.Sessions;
import org.ntksweep.jobs.shell.RequestException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ntk-sweep figures}: the charts of the page as files. */
@Command(
    name = "figures",
    description = "Writes the charts of a run as files, without a browser.%n",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  ${COMMAND-FULL-NAME} runs/a width=200 --format pdf --width column --out paper"
    })
final class FiguresCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "a run folder")
  private String location;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "key=value",
      description =
          "what the page's selectors would choose: activation, sigma_b2, width, input, input_norm,"
              + " outputs, cosine, sigma_w2; of networks that are trained also depth, learning_rate"
              + " or of_stable, alpha, when")
  private List<String> choices = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "svg",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}")
  private FigureFormat format;

  @Option(
      names = "--width",
      paramLabel = "WIDTH",
      defaultValue = "page",
      description = "column (84mm), page (174mm) or a length in mm, cm, in or pt")
  private String width;

  @Option(
      names = "--font-size",
      paramLabel = "POINTS",
      defaultValue = "8",
      description = "of the letters, by default ${DEFAULT-VALUE} points")
  private double fontSize;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "where to; by default DIR/figures, if DIR is on this machine. Figures replace those that"
              + " an earlier call has left there")
  private String out;

  @Override
  public Integer call() throws IOException {
    RunFolder folder = RunFolder.at(location, Sessions.hadoopConfiguration(Map.of()));
    if (!FinishedRun.check(folder, spec.commandLine().getErr())) {
      return Main.FAILED;
    }
    // No window is opened, and on some systems AWT would prepare for one.
    System.setProperty("java.awt.headless", "true");
    PrintWriter messages = spec.commandLine().getErr();
    try {
      Figures.write(
          folder,
          choices(),
          out(folder),
          format,
          FigureSize.of(width, fontSize),
          messages,
          this::tell);
      return 0;
    } catch (IOException e) {
      messages.println("ntk-sweep: figures: " + FinishedRun.problem(e));
      return Main.FAILED;
    }
  }

  private void tell(Path file) {
    spec.commandLine().getOut().println(file);
    spec.commandLine().getOut().flush();
  }

  private Path out(RunFolder folder) {
    if (out != null) {
      return place(out);
    }
    Path local =
        folder
            .files()
            .local()
            .orElseThrow(
                () ->
                    new RequestException(
                        folder + ": is not on this machine; --out FOLDER is needed"));
    boolean isPath = Files.isDirectory(Path.of(location));
    Path figures = (isPath ? Path.of(location) : local).resolve("figures");
    if (Files.isSymbolicLink(figures)) { // the folder may come from anywhere
      throw new RequestException(figures + ": is a symbolic link; --out FOLDER is needed");
    }
    return figures;
  }

  private static Path place(String out) {
    if (out.isBlank()) {
      throw new RequestException("--out '" + out + "': no place for a folder");
    }
    try {
      return Path.of(out);
    } catch (InvalidPathException e) {
      throw new RequestException("--out " + out + ": not a path: " + e.getReason());
    }
  }

  private Map<String, String> choices() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      if (equals < 1) {
        throw new RequestException("'" + choice + "': must be key=value, such as width=200");
      }
      values.put(choice.substring(0, equals), choice.substring(equals + 1));
    }
    return values;
  }
}
