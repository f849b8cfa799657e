package org.ntksweep.jobs.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.key.Bytes;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.Words;
import org.ntksweep.jobs.config.text.PointText;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;

/** Checks what values of a sweep ask of each other. */
final class Consistency {
  private static final String TOO_MANY_TO_BEGIN_WITH =
      "is above max_samples, which is 1,000,000 if not given";

  private final Mapping root;
  private final Sweep sweep;

  private Consistency(Mapping root, Sweep sweep) {
    this.root = root;
    this.sweep = sweep;
  }

  /**
   * Checks a sweep read from a file.
   *
   * @throws ConfigException if there are too few samples for the estimator, or a point that the
   *     sampler cannot draw, or not in the memory it may use
   */
  static void check(Mapping root, Sweep sweep) {
    Consistency consistency = new Consistency(root, sweep);
    consistency.checkSamples();
    if (sweep.training().isPresent()) {
      TrainingConsistency.check(root, sweep, sweep.training().get().data());
      return;
    }
    sweep.shapes().forEach(consistency::checkSampler);
    if (sweep.sampling().reduction().equals(Optional.of(VarianceReduction.SIZE_BIASED))) {
      sweep.estimation().estimator().objectionToWeights().ifPresent(consistency::refuseToReduce);
      sweep.shapes().forEach(consistency::checkReduction);
    }
    consistency.checkMemory();
  }

  private void checkSamples() {
    long samples = sweep.sampling().samples();
    int least = sweep.estimation().estimator().minimumSamples();
    if (samples < least) {
      throw SweepKeys.SAMPLES.value(root).mustBe("at least " + least + forTheEstimator());
    }
    checkMost(SweepKeys.SAMPLES, samples);
    sweep.sampling().target().ifPresent(target -> checkMost(target, samples));
  }

  private void checkMost(RatioTarget target, long samples) {
    if (target.maxSamples() < samples) {
      throw SweepKeys.MAX_SAMPLES
          .find(root)
          .map(v -> v.mustBe("at least " + grouped(samples) + ", the first samples"))
          .orElseGet(() -> SweepKeys.SAMPLES.value(root).error(TOO_MANY_TO_BEGIN_WITH));
    }
    checkMost(SweepKeys.MAX_SAMPLES, target.maxSamples());
  }

  private void checkMost(Key<Long> key, long samples) {
    long most = sweep.estimation().mostSamples();
    if (samples > most && key.find(root).isPresent()) {
      throw key.value(root).mustBe("at most " + grouped(most) + forTheEstimator());
    }
  }

  private String forTheEstimator() {
    return " for the estimator " + sweep.estimation().estimator().label();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void checkSampler(Network point) {
    List<SamplerKind> applicable =
        Arrays.stream(SamplerKind.values())
            .filter(kind -> kind.objection(point, inputs(point)).isEmpty())
            .toList();
    if (applicable.isEmpty()) {
      throw noSampler(point);
    }
    sweep
        .sampling()
        .sampler()
        .filter(kind -> !applicable.contains(kind))
        .ifPresent(
            kind -> {
              throw wrongSampler(kind, point, applicable);
            });
  }

  private void checkReduction(Network point) {
    List<SamplerKind> asked =
        sweep.sampling().sampler().map(List::of).orElse(List.of(SamplerKind.values()));
    List<String> objections =
        asked.stream()
            .flatMap(
                kind ->
                    kind.objection(point, inputs(point), VarianceReduction.SIZE_BIASED).stream())
            .toList();
    if (objections.size() == asked.size()) {
      // Of all samplers, the last but dense draws the most laws: its reason says what is missing.
      String reason = objections.get(Math.max(0, objections.size() - 2));
      refuseToReduce("at " + PointText.of(point) + ": " + reason);
    }
  }

  private void refuseToReduce(String reason) {
    throw SweepKeys.VARIANCE_REDUCTION
        .value(root)
        .error("must be auto or none, not size_biased: " + reason);
  }

  /** The largest network decides. */
  private void checkMemory() {
    Drawings drawings = sweep.drawings();
    sweep.shapes().stream()
        .filter(point -> drawings.of(point).sampler() == SamplerKind.DENSE)
        .max(Comparator.comparingLong(this::leastMemory))
        .filter(point -> leastMemory(point) > sweep.dense().memory())
        .ifPresent(
            point -> {
              throw tooLittleMemory(point);
            });
  }

  private long leastMemory(Network point) {
    return sweep.dense().leastMemory(point, inputs(point));
  }

  private ConfigException tooLittleMemory(Network point) {
    return SweepKeys.DENSE_MEMORY
        .value(root)
        .mustBe("at least " + Bytes.enoughFor(leastMemory(point)) + " for " + PointText.of(point));
  }

  /** Only the cosines, or a size, can keep every sampler from drawing a point. */
  private ConfigException noSampler(Network point) {
    String reason = SamplerKind.DENSE.objection(point, inputs(point)).orElseThrow();
    return SweepKeys.COSINES
        .value(root)
        .error(
            sweep.sampling().cosines()
                + " cannot be sampled at "
                + PointText.of(point)
                + ": "
                + reason);
  }

  private ConfigException wrongSampler(
      SamplerKind kind, Network point, List<SamplerKind> applicable) {
    Stream<String> allowed =
        Stream.concat(Stream.of("auto"), applicable.stream().map(SamplerKind::label));
    return SweepKeys.SAMPLER
        .value(root)
        .error(
            String.format(
                Locale.ROOT,
                "must be %s, not %s, for cosines %s at %s: %s",
                Words.either(allowed.toList()),
                kind.label(),
                sweep.sampling().cosines(),
                PointText.of(point),
                kind.objection(point, inputs(point)).orElseThrow()));
  }

  private Inputs inputs(Network point) {
    return sweep.inputs(point);
  }
}
