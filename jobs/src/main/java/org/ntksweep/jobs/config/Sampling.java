package org.ntksweep.jobs.config;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.sampling.SamplerKind;

/**
 * What is drawn at a point.
 *
 * @param cosines the off-diagonal cosines, distinct, in the order of the file, without 1 (the
 *     diagonal is always there)
 * @param samples random networks per point, at least 2; where a precision is asked for, those of
 *     the first round
 * @param target the precision to sample to, or empty for a fixed number of samples
 * @param sampler the sampler asked for, or empty for the cheapest that applies to each point
 */
public record Sampling(
    List<Double> cosines, long samples, Optional<RatioTarget> target, Optional<SamplerKind> sampler)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Copies the list. */
  public Sampling {
    cosines = List.copyOf(cosines);
  }

  @Serial
  private Object writeReplace() {
    return new Form(cosines, samples, target.orElse(null), sampler.orElse(null));
  }

  /** A sampling as it travels: an Optional cannot. */
  private record Form(List<Double> cosines, long samples, RatioTarget target, SamplerKind sampler)
      implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new Sampling(
          cosines, samples, Optional.ofNullable(target), Optional.ofNullable(sampler));
    }
  }
}
