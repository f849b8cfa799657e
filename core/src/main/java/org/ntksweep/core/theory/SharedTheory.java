package org.ntksweep.core.theory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.FirstStep;
import org.ntksweep.core.theory.exact.KernelMoments;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.infinite.InfiniteWidthKernel;
import org.ntksweep.core.theory.infinite.Kappas;
import org.ntksweep.core.theory.meanfield.MeanField;
import org.ntksweep.core.theory.published.PublishedLimits;
import org.ntksweep.core.theory.published.PublishedMoments;

/**
 * Theory of many laws. Those that differ in depth alone share one pass through the layers of the
 * deepest, and one mean field; the numbers are the same as for each alone, in whatever order they
 * are asked for. Not safe for use by several threads.
 */
public final class SharedTheory {
  private final Map<Network, Network> deepest = new HashMap<>();
  private final Map<FamilyAtCosine, InfiniteWidthKernel> kernels = new HashMap<>();
  private final Map<FamilyAtCosine, Kappas> kappas = new HashMap<>();
  private final Map<Network, OptionalInt> depthsOfRatio2 = new HashMap<>();
  private final Map<Network, MeanField> meanFields = new HashMap<>();
  private final Map<Network, List<OptionalDouble>> relativeVariances = new HashMap<>();

  private record FamilyAtCosine(Network family, double cosine) {}

  /** Theory of these laws, computed as it is asked for. */
  public SharedTheory(Iterable<Network> laws) {
    for (Network law : laws) {
      deepest.merge(family(law), law, (a, b) -> a.depth() >= b.depth() ? a : b);
    }
  }

  /**
   * What stands for the networks of which each is the other with its last hidden layers cut off:
   * the shallowest. It is a law, so that no property of one is forgotten.
   */
  private static Network family(Network law) {
    Widths widths = law.widths();
    OptionalInt hidden = widths.hiddenWidth();
    return hidden.isEmpty()
        ? law
        : law.with(Widths.constant(widths.inputDim(), hidden.getAsInt(), 2));
  }

  /**
   * What theory says of the entry of two inputs of the law's norm at a cosine, 1 for the diagonal.
   * What is known of the diagonal alone is empty elsewhere.
   *
   * @param law one of the laws this was made for
   */
  public LawTheory of(Network law, double cosine) {
    MeanField meanField = meanFields.computeIfAbsent(family(law), MeanField::of);
    boolean diagonal = cosine == 1;
    Optional<KernelMoments> exact =
        diagonal && ExactMoments.applyTo(law)
            ? Optional.of(ExactMoments.of(law))
            : Optional.empty();
    boolean published = diagonal && PublishedMoments.applyTo(law);
    OptionalDouble none = OptionalDouble.empty();
    return new LawTheory(
        exact.isEmpty() && diagonal ? ExactMoments.mean(law) : ifKnown(exact, KernelMoments::mean),
        ifKnown(exact, KernelMoments::ratio),
        hasInfiniteWidthMean(law, diagonal)
            ? OptionalDouble.of(infiniteWidthMean(law, cosine))
            : none,
        meanField.chi1(),
        meanField.phase(),
        diagonal ? Limits.ratio(law) : none,
        diagonal ? PublishedLimits.ratio(law) : none,
        published ? defined(PublishedMoments.of(law).ratio()) : none,
        diagonal ? FirstStep.relativeChange(law) : none,
        diagonal ? FirstStep.limit(law) : none);
  }

  private static OptionalDouble ifKnown(
      Optional<KernelMoments> moments, ToDoubleFunction<KernelMoments> value) {
    return moments.isEmpty() ? OptionalDouble.empty() : defined(value.applyAsDouble(moments.get()));
  }

  /** A kernel that is 0 has no ratio. */
  private static OptionalDouble defined(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * The {@link Kappas} of a law, or of a deeper one of which it is a part: to be asked for its
   * depth.
   *
   * @param law one of the laws this was made for
   */
  public Kappas kappas(Network law, double cosine) {
    Network family = family(law);
    return kappas.computeIfAbsent(
        new FamilyAtCosine(family, cosine), key -> Kappas.of(deepest.get(family), cosine));
  }

  /**
   * {@link ExactMoments#relativeVarianceOfRatio} of a law.
   *
   * @param law one of the laws this was made for
   */
  public OptionalDouble relativeVarianceOfRatio(Network law) {
    Network family = family(law);
    List<OptionalDouble> ofEveryDepth =
        relativeVariances.computeIfAbsent(
            family, key -> ExactMoments.relativeVariancesOfRatio(deepest.get(family)));
    return ofEveryDepth.isEmpty() ? OptionalDouble.empty() : ofEveryDepth.get(law.depth() - 1);
  }

  /** {@link Dispersion#depthBeyond} 2 for a law, which is the same at every depth of it. */
  public OptionalInt depthOfRatio2(Network law) {
    return depthsOfRatio2.computeIfAbsent(family(law), family -> Dispersion.depthBeyond(2, law));
  }

  /**
   * Uniform weights of the first layer stay uniform however wide it is, as the inputs lie along its
   * coordinates; where second moments are all that counts it does not matter.
   */
  private static boolean hasInfiniteWidthMean(Network law, boolean diagonal) {
    return law.initialization() != Initialization.UNIFORM
        || (diagonal && law.activation().isPositivelyHomogeneous());
  }

  private double infiniteWidthMean(Network law, double cosine) {
    Network family = family(law);
    return kernels
        .computeIfAbsent(
            new FamilyAtCosine(family, cosine),
            key -> InfiniteWidthKernel.atCosine(deepest.get(family), cosine))
        .atDepth(law.depth())
        .theta();
  }
}
