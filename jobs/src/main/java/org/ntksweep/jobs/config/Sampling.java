package org.ntksweep.jobs.config;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.config.yaml.Mapping;

/**
 * What is drawn at a point.
 *
 * @param cosines the off-diagonal cosines, distinct, in the order of the file, without 1 (the
 *     diagonal is always there)
 * @param samples random networks per point, at least 2; where a precision is asked for, those of
 *     the first round
 * @param target the precision to sample to, or empty for a fixed number of samples
 * @param sampler the sampler asked for, or empty for the cheapest that applies to each point
 * @param reduction the law to draw from that is asked for, or empty for the better one at each
 *     point
 */
public record Sampling(
    List<Double> cosines,
    long samples,
    Optional<RatioTarget> target,
    Optional<SamplerKind> sampler,
    Optional<VarianceReduction> reduction)
    implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int MAX_COSINES = 1000;

  /** Where sampling to a precision stops if the file does not say. */
  private static final long DEFAULT_MAX_SAMPLES = 1_000_000;

  /** Copies the list. */
  public Sampling {
    cosines = List.copyOf(cosines);
  }

  /**
   * What a complete file says.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if a key is missing or a value not
   *     allowed
   */
  static Sampling read(Mapping root) {
    return new Sampling(
        offDiagonal(root),
        SweepKeys.SAMPLES.in(root),
        target(root),
        SweepKeys.SAMPLER.in(root),
        SweepKeys.VARIANCE_REDUCTION.in(root));
  }

  private static List<Double> offDiagonal(Mapping root) {
    List<Double> cosines = SweepKeys.COSINES.in(root);
    if (cosines.size() > MAX_COSINES) {
      throw SweepKeys.COSINES
          .value(root)
          .error("has " + cosines.size() + " cosines; at most " + MAX_COSINES + " are allowed");
    }
    return cosines.stream().filter(cosine -> cosine != 1).toList();
  }

  private static Optional<RatioTarget> target(Mapping root) {
    Optional<Double> error = SweepKeys.TARGET_REL_ERROR.findIn(root);
    Optional<Long> most = SweepKeys.MAX_SAMPLES.findIn(root);
    if (error.isEmpty() && most.isPresent()) {
      throw SweepKeys.MAX_SAMPLES
          .value(root)
          .error("stands beside target_rel_error, which is missing");
    }
    return error.map(e -> new RatioTarget(e, most.orElse(DEFAULT_MAX_SAMPLES)));
  }

  /** The trainer asked for, or empty for the cheapest that applies to each point. */
  Optional<TrainerKind> trainer() {
    return sampler.map(kind -> TrainerKind.valueOf(kind.name()));
  }

  /**
   * What trains networks.
   *
   * @throws IllegalArgumentException if nothing can
   */
  public TrainerKind trainer(Network law, TrainingData data, Training training) {
    return trainer().orElseGet(() -> TrainerKind.cheapest(law, data, training));
  }

  @Serial
  private Object writeReplace() {
    return new Form(
        cosines, samples, target.orElse(null), sampler.orElse(null), reduction.orElse(null));
  }

  /** A sampling as it travels: an Optional cannot. */
  private record Form(
      List<Double> cosines,
      long samples,
      RatioTarget target,
      SamplerKind sampler,
      VarianceReduction reduction)
      implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new Sampling(
          cosines,
          samples,
          Optional.ofNullable(target),
          Optional.ofNullable(sampler),
          Optional.ofNullable(reduction));
    }
  }
}
