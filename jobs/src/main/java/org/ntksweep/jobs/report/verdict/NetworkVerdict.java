package org.ntksweep.jobs.report.verdict;

import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.jobs.report.rows.Text;

/** One sentence on one network: whether it may be taken for its infinite-width kernel, and why. */
public final class NetworkVerdict {
  private NetworkVerdict() {}

  /**
   * The sentence.
   *
   * @param phase of the law at its inputs
   * @param evidence exact or measured
   */
  public static String of(Network law, Phase phase, Evidence evidence) {
    String reason = Double.isNaN(evidence.ratio().low()) ? unknown(law, phase) : known(evidence);
    return evidence.grade().answer() + ": " + reason + " (" + text(phase) + ")" + conditions(law);
  }

  /** A phase in words. */
  public static String text(Phase phase) {
    return switch (phase) {
      case ORDERED -> "ordered phase";
      case EDGE_OF_CHAOS -> "edge of chaos";
      case CHAOTIC -> "chaotic phase";
    };
  }

  private static String known(Evidence evidence) {
    return "the standard deviation of its kernel at initialization is "
        + size(evidence.ratio())
        + evidence.mean().flatMap(NetworkVerdict::shift).orElse("");
  }

  private static String size(Bounds ratio) {
    double low = deviation(ratio.low());
    double high = deviation(ratio.high());
    if (low >= 1000) {
      return "thousands of times its mean";
    }
    String least = digits(low);
    String most = digits(high);
    return least.equals(most)
        ? least + " times its mean"
        : Double.isInfinite(high)
            ? "at least " + least + " times its mean"
            : least + " to " + most + " times its mean";
  }

  private static Optional<String> shift(Bounds mean) {
    double off = Math.abs(mean.low() - 1) < Math.abs(mean.high() - 1) ? mean.low() : mean.high();
    return mean.distanceFrom(1).isAtLeast(Evidence.SMALL_SHIFT)
        ? Optional.of(" and its mean " + digits(off) + " times that of infinite width")
        : Optional.empty();
  }

  /**
   * Beyond ReLU, leaky or not, the dispersion at finite width is not known, only what drives it.
   */
  private static String unknown(Network law, Phase phase) {
    // Biases that are trained, or drawn, are what settles: without them every layer adds as much.
    boolean settles = law.trainable() == Trainable.ALL || law.sigmaB2() > 0;
    String trend =
        phase == Phase.ORDERED && settles
            ? "the dispersion stays bounded as the depth grows"
            : "the dispersion grows with depth / width";
    return "no exact dispersion is known for "
        + law.activation().label()
        + (law.isGaussian() ? "" : " with " + law.initialization().label() + " weights")
        + ", sample it with ntk-sweep run; "
        + trend;
  }

  /** What is unusual about the kernel that was asked for. */
  private static String conditions(Network law) {
    return (law.trainable() == Trainable.ALL ? "" : ", weights alone trained")
        + (law.inputNorm2() == 1 ? "" : ", inputs of |x|^2 = " + Text.digits(law.inputNorm2(), 5))
        + ".";
  }

  private static double deviation(double ratio) {
    return Math.sqrt(Math.max(0, ratio - 1));
  }

  private static String digits(double x) {
    return String.format(Locale.ROOT, x >= 1000 ? "%.0f" : "%.2g", x);
  }
}
