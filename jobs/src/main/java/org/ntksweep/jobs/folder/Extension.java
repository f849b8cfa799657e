package org.ntksweep.jobs.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.config.training.TrainingPart;

/**
 * Whether a sweep only adds to another: more samples, more points, another precision. What changes
 * the law, the numbers or the estimates of a point makes it another sweep.
 */
final class Extension {
  private Extension() {}

  /** Why the sweep asked for does not extend the one in a folder, in a line; empty if it does. */
  static Optional<String> objection(SweepFile inFolder, SweepFile asked) {
    return ConfigDifference.between(
            inFolder.fixedYaml().lines().toList(), asked.fixedYaml().lines().toList())
        .or(() -> fewerSamples(inFolder.sweep(), asked.sweep()))
        .or(() -> missingPoint(inFolder.sweep(), asked.sweep()))
        .or(() -> missingTraining(inFolder.sweep(), asked.sweep()));
  }

  /** Where every law is trained at every rate and scale, each of them is a point of its own. */
  private static Optional<String> missingTraining(Sweep inFolder, Sweep asked) {
    if (inFolder.training().isEmpty() || asked.training().isEmpty()) {
      return Optional.empty();
    }
    TrainingPart before = inFolder.training().get();
    TrainingPart now = asked.training().get();
    return missing("learning_rate", before.learningRates(), now.learningRates())
        .or(() -> missing("alpha", before.alphas(), now.alphas()));
  }

  private static Optional<String> missing(String axis, List<?> before, List<?> now) {
    return before.stream()
        .filter(value -> !now.contains(value))
        .findFirst()
        .map(value -> "  in the folder, not asked for: points at " + axis + " " + value);
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
