package org.ntksweep.jobs.plan;

import java.util.List;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.jobs.config.Sweep;

/** Stretches with what draws them and what that costs. */
public final class Segments {
  private Segments() {}

  /** The segment of every stretch, in order. */
  public static List<Segment> of(Sweep sweep, List<Stretch> stretches) {
    return stretches.stream().map(stretch -> segment(sweep, stretch)).toList();
  }

  private static Segment segment(Sweep sweep, Stretch stretch) {
    Network point = sweep.points().get(stretch.point());
    Inputs inputs = sweep.inputs(point);
    SamplerKind sampler =
        sweep.sampling().sampler().orElseGet(() -> SamplerKind.cheapest(point, inputs));
    double nanosPerSample = sampler.nanosPerSample(point, inputs);
    return new Segment(point, sampler, stretch.from(), stretch.to(), nanosPerSample);
  }
}
