package org.ntksweep.jobs.config;

import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.AutomaticReduction;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;

/**
 * What draws the points of a sweep: the sampler asked for, or the cheapest that applies, from the
 * law asked for, or the one that promises the smaller error. A function of the sweep without its
 * number of samples, so that samples may be added later.
 */
public final class Drawings {
  private final Sweep sweep;

  Drawings(Sweep sweep) {
    this.sweep = sweep;
  }

  /**
   * What draws a point.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Drawing of(Network point) {
    VarianceReduction reduction = sweep.sampling().reduction().orElseGet(() -> smallerError(point));
    SamplerKind sampler =
        sweep
            .sampling()
            .sampler()
            .orElseGet(() -> SamplerKind.cheapest(point, sweep.inputs(point), reduction));
    return new Drawing(sampler, reduction);
  }

  private VarianceReduction smallerError(Network point) {
    return canBeReduced(point) ? AutomaticReduction.of(point) : VarianceReduction.NONE;
  }

  private boolean canBeReduced(Network point) {
    List<SamplerKind> kinds =
        sweep.sampling().sampler().map(List::of).orElse(List.of(SamplerKind.values()));
    return sweep.estimation().estimator().objectionToWeights().isEmpty()
        && kinds.stream().anyMatch(kind -> isReducedBy(kind, point));
  }

  private boolean isReducedBy(SamplerKind kind, Network point) {
    return kind.objection(point, sweep.inputs(point), VarianceReduction.SIZE_BIASED).isEmpty();
  }
}
