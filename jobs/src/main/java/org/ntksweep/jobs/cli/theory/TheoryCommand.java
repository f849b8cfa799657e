package org.ntksweep.jobs.cli.theory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.core.network.NamedInitialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.cli.format.Format;
import org.ntksweep.jobs.cli.request.SweepSource;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.config.SweepKeys;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.Role;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Table;
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
    sortOptions = false)
public final class TheoryCommand implements Callable<Integer> {
  /** The keys that stand beside the grid in a sweep file; all others belong to it. */
  private static final Set<String> BESIDE_THE_GRID =
      SweepKeys.all().stream()
          .filter(key -> key.role() == Role.LAW)
          .map(Key::path)
          .collect(Collectors.toUnmodifiableSet());

  /** The keys that a sweep does not know. */
  private static final Set<String> OWN_KEYS = Set.of("init", "ratio");

  /** A sweep needs them; theory does not ask for them. */
  private static final String REST_OF_A_SWEEP = "samples: 2";

  private static final List<String> EXAMPLES =
      List.of(
          "",
          "Examples:",
          "  ${COMMAND-FULL-NAME} activation=relu sigma_w2=2.0 width=300 depth=20 input_dim=784",
          "  ${COMMAND-FULL-NAME} activation=relu init=he width=300 depth=20 input_dim=784",
          "  ${COMMAND-FULL-NAME} activation=relu width=300 depth=20 input_dim=784 ratio=1.1",
          "  ${COMMAND-FULL-NAME} activation=tanh 'sigma_w2=[1.5, 2.5]' sigma_b2=0.1 \\",
          "      'widths=[784, 300, 300, 1]'",
          "  ${COMMAND-FULL-NAME} --sweep conf/icml2022-figure-5.yaml --format csv");

  private CommandSpec spec;

  @Spec
  public void spec(CommandSpec own) {
    spec = own;
    List<String> footer = new ArrayList<>(List.of("", "Columns:"));
    TheoryTable.EXPLAINED.forEach(column -> footer.addAll(explained(column)));
    footer.add("");
    footer.add("Initializations (init=NAME):");
    Stream.of(NamedInitialization.values()).forEach(known -> footer.add("  " + known.label()));
    footer.addAll(EXAMPLES);
    own.usageMessage().footer(footer.toArray(String[]::new));
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "key=value",
      description = {
        "activation, sigma_w2, sigma_b2, width, depth or depth_to_width, input_dim or alpha0,",
        "or widths; parametrization; initialization; cosines. A list stands for several networks.",
        "init=NAME for sigma_w2, sigma_b2 and initialization; ratio=R asks how far the network may",
        "go with a ratio of at most R, and one of sigma_w2, depth and width may be left open.",
        "With --sweep: values that replace those of the file, such as grid.depth=20."
      })
  private List<String> values = List.of();

  @Option(
      names = "--sweep",
      paramLabel = "CONFIG",
      description =
          "a sweep file (YAML; a path or a URI Hadoop knows): theory of its points and cosines")
  private String sweep;

  @Mixin private Format format;

  @Override
  public Integer call() throws IOException {
    format
        .orScreen(sweep == null ? new TheoryScreen() : new TheoryGridScreen())
        .print(table(), spec.commandLine().getOut());
    return 0;
  }

  private Table table() {
    Map<String, String> own = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (String value : values) {
      String key = key(value);
      if (OWN_KEYS.contains(key) && value.contains("=")) {
        own.put(key, value.substring(value.indexOf('=') + 1));
      } else {
        others.add(value);
      }
    }
    Set<String> given = values.stream().map(TheoryCommand::key).collect(Collectors.toSet());
    Optional<RatioQuestion> question =
        Optional.ofNullable(own.get("ratio")).map(text -> RatioQuestion.of(text, given));
    if (sweep == null) {
      question.map(RatioQuestion::open).ifPresent(axis -> others.add(axis.placeholder()));
    } else {
      question = question.map(asked -> new RatioQuestion(asked.bound(), null));
    }
    Optional<NamedInitialization> init = Optional.ofNullable(own.get("init")).map(this::named);
    if (init.isPresent()) {
      Stream.of("sigma_w2", "sigma_b2", "initialization")
          .filter(given::contains)
          .findFirst()
          .ifPresent(
              key -> {
                throw new RequestException("init and " + key + ": only one of them");
              });
      if (sweep == null) {
        others.add("sigma_w2=1");
      }
    }
    Sweep networks = networks(others);
    return TheoryTable.of(laws(networks, init), networks, question);
  }

  private NamedInitialization named(String name) {
    try {
      return NamedInitialization.parse(name);
    } catch (IllegalArgumentException e) {
      throw new RequestException(e.getMessage());
    }
  }

  private static List<Network> laws(Sweep sweep, Optional<NamedInitialization> init) {
    try {
      return init.isEmpty()
          ? sweep.points()
          : sweep.points().stream().map(init.get()::applyTo).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw new RequestException(e.getMessage());
    }
  }

  private Sweep networks(List<String> values) {
    if (sweep != null) {
      return SweepSource.load(sweep, values, RunFolder.configuration()).sweep();
    }
    if (values.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing: key=value for a network, or --sweep CONFIG");
    }
    return described(values);
  }

  private static Sweep described(List<String> values) {
    List<String> overrides = values.stream().map(TheoryCommand::inSweep).toList();
    try {
      return SweepFile.parse(REST_OF_A_SWEEP, "theory", overrides).sweep();
    } catch (ConfigException e) {
      // People gave the keys of the grid without its name.
      throw new RequestException(withAllKeys(e.getMessage()));
    }
  }

  /** A refusal in the words of this command: the grid has no name here, nor is it all there is. */
  private static String withAllKeys(String refusal) {
    String others =
        Stream.concat(BESIDE_THE_GRID.stream().sorted(), OWN_KEYS.stream().sorted())
            .collect(Collectors.joining(", "));
    String message = refusal.replace("grid.", "").replace(" in grid:", ":");
    return message.contains("unknown key")
        ? message.replaceFirst("(?m)^( *allowed: .*)$", "$1, " + others)
        : message;
  }

  /** The name of a column and what it means, in lines of a terminal. */
  private static List<String> explained(Column<?> column) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-26s ", column.name()));
    for (String word : column.meaning().split(" ", -1)) {
      if (line.length() + 1 + word.length() > 80) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(29));
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    // A footer is a format.
    lines.replaceAll(text -> text.replace("%", "%%"));
    return lines;
  }

  private static String key(String assignment) {
    return assignment.replaceFirst("[=.].*", "").strip();
  }

  private static String inSweep(String assignment) {
    String key = key(assignment);
    return BESIDE_THE_GRID.contains(key) || !assignment.contains("=")
        ? assignment
        : "grid." + assignment.strip();
  }
}
