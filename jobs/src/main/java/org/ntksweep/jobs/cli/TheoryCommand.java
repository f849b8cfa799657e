package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.config.SweepKeys;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.Role;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.shell.RequestException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ntk-sweep theory}: what theory says of networks, without sampling and without Spark. */
@Command(
    name = "theory",
    description = "Says what theory knows of networks, without drawing any.%n",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  ntk-sweep theory activation=relu sigma_w2=2.0 width=300 depth=20 input_dim=784",
      "  ntk-sweep theory activation=tanh 'sigma_w2=[1.5, 2.5]' sigma_b2=0.1 'widths=[784, 300,"
          + " 300, 1]'",
      "  ntk-sweep theory --sweep conf/icml2022-figure-5.yaml --format csv"
    })
final class TheoryCommand implements Callable<Integer> {
  /** The keys that stand beside the grid in a sweep file; all others belong to it. */
  private static final Set<String> BESIDE_THE_GRID =
      SweepKeys.all().stream()
          .filter(key -> key.role() == Role.LAW)
          .map(Key::path)
          .collect(Collectors.toUnmodifiableSet());

  /** A sweep needs them; theory does not ask for them. */
  private static final String REST_OF_A_SWEEP = "samples: 2";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "key=value",
      description = {
        "activation, sigma_w2, sigma_b2, width, depth or depth_to_width, input_dim or alpha0,",
        "or widths; parametrization; initialization; cosines. A list stands for several networks.",
        "With --sweep: values that replace those of the file, such as grid.depth=20."
      })
  private List<String> values = List.of();

  @Option(
      names = "--sweep",
      paramLabel = "CONFIG",
      description = "a sweep file (YAML): theory of its points and cosines")
  private Path sweep;

  @Mixin private Format format;

  @Override
  public Integer call() throws IOException {
    format
        .orScreen(sweep == null ? new TheoryScreen() : new TheoryGridScreen())
        .print(TheoryTable.of(networks()), spec.commandLine().getOut());
    return 0;
  }

  private Sweep networks() {
    if (sweep != null) {
      return SweepFile.load(sweep, values).sweep();
    }
    if (values.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing: key=value for a network, or --sweep CONFIG");
    }
    return described();
  }

  private Sweep described() {
    List<String> overrides = values.stream().map(TheoryCommand::inSweep).toList();
    try {
      return SweepFile.parse(REST_OF_A_SWEEP, "theory", overrides).sweep();
    } catch (ConfigException e) {
      // People gave the keys of the grid without its name.
      throw new RequestException(e.getMessage().replace("grid.", "").replace(" in grid:", ":"));
    }
  }

  private static String inSweep(String assignment) {
    String key = assignment.replaceFirst("[=.].*", "").strip();
    return BESIDE_THE_GRID.contains(key) || !assignment.contains("=")
        ? assignment
        : "grid." + assignment.strip();
  }
}
