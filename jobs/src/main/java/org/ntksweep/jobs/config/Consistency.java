package org.ntksweep.jobs.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;

/** Checks what values of a sweep ask of each other. */
final class Consistency {
  private static final String TOO_MANY_TO_BEGIN_WITH =
      "is above max_samples, which is 1,000,000 if not given";

  private final Mapping root;
  private final Sweep sweep;
  private final Inputs inputs;

  private Consistency(Mapping root, Sweep sweep) {
    this.root = root;
    this.sweep = sweep;
    inputs = sweep.inputs();
  }

  /**
   * Checks a sweep read from a file.
   *
   * @throws ConfigException if there are too few samples for the estimator, or a point that the
   *     sampler cannot draw
   */
  static void check(Mapping root, Sweep sweep) {
    Consistency consistency = new Consistency(root, sweep);
    consistency.checkSamples();
    sweep.points().forEach(consistency::checkSampler);
  }

  private void checkSamples() {
    int least = sweep.estimator().minimumSamples();
    if (sweep.samples() < least) {
      throw root.require("samples")
          .mustBe("at least " + least + " for the estimator " + sweep.estimator().label());
    }
    checkMost("samples", sweep.samples());
    sweep.precision().ifPresent(this::checkMost);
  }

  private void checkMost(Precision precision) {
    if (precision.maxSamples() < sweep.samples()) {
      throw root.find("max_samples")
          .map(v -> v.mustBe("at least %,d, the first samples".formatted(sweep.samples())))
          .orElseGet(() -> root.require("samples").error(TOO_MANY_TO_BEGIN_WITH));
    }
    checkMost("max_samples", precision.maxSamples());
  }

  private void checkMost(String key, long samples) {
    long most = sweep.estimation().mostSamples();
    if (samples > most && root.has(key)) {
      throw root.require(key)
          .mustBe("at most %,d for the estimator %s".formatted(most, sweep.estimator().label()));
    }
  }

  private void checkSampler(Network point) {
    List<SamplerKind> applicable =
        Arrays.stream(SamplerKind.values())
            .filter(kind -> kind.objection(point, inputs).isEmpty())
            .toList();
    if (applicable.isEmpty()) {
      throw noSampler(point);
    }
    sweep
        .sampler()
        .filter(kind -> !applicable.contains(kind))
        .ifPresent(
            kind -> {
              throw wrongSampler(kind, point, applicable);
            });
  }

  /** Every sampler applies to one input, so the cosines are to blame. */
  private ConfigException noSampler(Network point) {
    String reason = SamplerKind.CONDITIONED.objection(point, inputs).orElseThrow();
    return root.require("cosines")
        .error(sweep.cosines() + " cannot be sampled at " + describe(point) + ": " + reason);
  }

  private ConfigException wrongSampler(
      SamplerKind kind, Network point, List<SamplerKind> applicable) {
    Stream<String> allowed =
        Stream.concat(Stream.of("auto"), applicable.stream().map(SamplerKind::label));
    return root.require("sampler")
        .error(
            String.format(
                "must be %s, not %s, for cosines %s at %s: %s",
                Words.either(allowed.toList()),
                kind.label(),
                sweep.cosines(),
                describe(point),
                kind.objection(point, inputs).orElseThrow()));
  }

  private static String describe(Network point) {
    return String.format(
        "the point activation %s, sigma_w2 %s, sigma_b2 %s, %s",
        point.activation().label(), point.sigmaW2(), point.sigmaB2(), describe(point.widths()));
  }

  private static String describe(Widths widths) {
    return widths.hiddenWidth().isPresent()
        ? String.format(
            "input_dim %d, width %d, depth %d",
            widths.inputDim(), widths.hiddenWidth().getAsInt(), widths.depth())
        : "widths " + Value.shortened(widths.toString());
  }
}
