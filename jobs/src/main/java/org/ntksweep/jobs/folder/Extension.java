package org.ntksweep.jobs.folder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;

/**
 * Whether a sweep only adds to another: more samples, more points, another precision. What changes
 * the law, the numbers or the estimates of a point makes it another sweep.
 */
final class Extension {
  /** Keys that may differ, or are compared by what they mean. */
  private static final Set<String> FREE =
      Set.of("grid", "samples", "target_rel_error", "max_samples", "execution", "dense.memory");

  private Extension() {}

  /** Why the sweep asked for does not extend the one in a folder, in a line; empty if it does. */
  static Optional<String> objection(SweepFile inFolder, SweepFile asked) {
    return ConfigDifference.between(fixed(inFolder), fixed(asked))
        .or(() -> fewerSamples(inFolder.sweep(), asked.sweep()))
        .or(() -> missingPoint(inFolder.sweep(), asked.sweep()));
  }

  /** The lines of a resolved sweep file that have to be the same. */
  private static List<String> fixed(SweepFile file) {
    List<String> fixed = new ArrayList<>();
    String section = "";
    for (String line : file.resolvedYaml().lines().toList()) {
      String key = line.substring(0, line.indexOf(':'));
      section = line.startsWith(" ") ? section : key;
      String path = line.startsWith(" ") ? section + "." + key.strip() : key;
      if (!FREE.contains(section) && !FREE.contains(path)) {
        fixed.add(line);
      }
    }
    return fixed;
  }

  private static Optional<String> fewerSamples(Sweep inFolder, Sweep asked) {
    return asked.sampling().samples() < inFolder.sampling().samples()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "  in the folder 'samples: %d', asked for 'samples: %d', which is less",
                inFolder.sampling().samples(),
                asked.sampling().samples()))
        : Optional.empty();
  }

  private static Optional<String> missingPoint(Sweep inFolder, Sweep asked) {
    Set<Network> points = new HashSet<>(asked.points());
    return inFolder.points().stream()
        .filter(point -> !points.contains(point))
        .findFirst()
        .map(
            point ->
                "  in the folder, not asked for: the point activation "
                    + point.activation().label()
                    + ", sigma_w2 "
                    + point.sigmaW2()
                    + ", sigma_b2 "
                    + point.sigmaB2()
                    + ", widths "
                    + shortened(point.widths().toString()));
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
