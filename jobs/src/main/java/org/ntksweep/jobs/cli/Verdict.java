package org.ntksweep.jobs.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.Dispersion;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.meanfield.Phase;

/** One sentence: can this network be treated by NTK theory, and why. */
final class Verdict {
  /** Below this standard deviation, in means, a kernel may be taken for its mean. */
  private static final double SMALL = 0.1;

  /** From here on the deviation is as large as the mean: the ratio passes 2. */
  private static final double LARGE = 1;

  private Verdict() {}

  static String of(Network law, LawTheory theory) {
    OptionalDouble deviation = Dispersion.relativeDeviation(theory.exactRatio());
    return deviation.isPresent()
        ? exact(deviation.getAsDouble(), theory.phase())
        : limit(law, theory.phase());
  }

  private static String exact(double deviation, Phase phase) {
    String size =
        deviation < 1000
            ? String.format(Locale.ROOT, "%.2g times its mean", deviation)
            : "thousands of times its mean";
    String reason =
        "the standard deviation of its kernel at initialization is "
            + size
            + " ("
            + text(phase)
            + ").";
    if (deviation < SMALL) {
      return "Yes: " + reason;
    }
    return (deviation < LARGE ? "With care: " : "No: ") + reason;
  }

  /**
   * Beyond ReLU, leaky or not, the dispersion at finite width is not known, only what drives it.
   */
  private static String limit(Network law, Phase phase) {
    String unknown =
        " no exact dispersion is known for "
            + law.activation().label()
            + (law.isGaussian() ? "" : " with " + law.initialization().label() + " weights")
            + "; sample it with ntk-sweep run.";
    return phase == Phase.ORDERED
        ? "Probably: in the ordered phase the dispersion stays bounded as the depth grows;"
            + unknown
        : "Only while depth is small against width: "
            + (phase == Phase.CHAOTIC ? "in the chaotic phase" : "on the edge of chaos")
            + " the dispersion grows with depth / width;"
            + unknown;
  }

  private static String text(Phase phase) {
    return switch (phase) {
      case ORDERED -> "ordered phase";
      case EDGE_OF_CHAOS -> "edge of chaos";
      case CHAOTIC -> "chaotic phase";
    };
  }
}
