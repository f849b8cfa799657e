package org.ntksweep.jobs.plan;

import java.io.Serializable;
import java.util.Objects;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;

/**
 * Consecutive samples of one point, the unit tasks are made of.
 *
 * @param network the point
 * @param sampler what draws the samples
 * @param from the number of the first sample, at least 0
 * @param to the number after the last sample, above {@code from}
 * @param nanosPerSample the predicted time one sample takes, positive
 */
public record Segment(
    Network network, SamplerKind sampler, long from, long to, double nanosPerSample)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Checks the range and the prediction. */
  public Segment {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(sampler, "sampler");
    if (from < 0 || from >= to) {
      throw new IllegalArgumentException("samples [" + from + ", " + to + "): an empty range");
    }
    if (!(nanosPerSample > 0) || Double.isInfinite(nanosPerSample)) {
      throw new IllegalArgumentException(
          "nanosPerSample " + nanosPerSample + ": must be positive and finite");
    }
  }

  /** How many samples there are. */
  public long samples() {
    return to - from;
  }

  /** The predicted time before the first sample: for the point's identity, tables, work space. */
  public double setupNanos() {
    return 2_000 + 150.0 * network.depth();
  }

  /** The predicted time of the segment on one core, in nanoseconds. */
  public double nanos() {
    return setupNanos() + samples() * nanosPerSample;
  }

  /** The same point with other samples. */
  Segment withRange(long newFrom, long newTo) {
    return new Segment(network, sampler, newFrom, newTo, nanosPerSample);
  }
}
