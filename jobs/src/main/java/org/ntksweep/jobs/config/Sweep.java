package org.ntksweep.jobs.config;

import java.util.List;
import java.util.Optional;
import org.ntksweep.core.estimate.Bootstrap;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.RatioEstimator;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.SamplerKind;

/**
 * A checked sweep: everything a run needs to know. Immutable.
 *
 * @param name what the run folder is called after
 * @param seed the seed of every random number of the run
 * @param points the network laws, distinct, in grid order
 * @param cosines the off-diagonal cosines, distinct, in the order of the file, without 1 (the
 *     diagonal is always there)
 * @param samples random networks per point, at least 2; where a precision is asked for, those of
 *     the first round
 * @param target the precision to sample to, or empty for a fixed number of samples
 * @param sampler the sampler asked for, or empty for the cheapest that applies to each point
 * @param estimator the estimator of the dispersion
 * @param bootstrapReplicates how many bootstrap replicates stand behind an error bar
 * @param confidence the coverage of the bootstrap interval, in (0, 1)
 * @param keepSamples whether the run folder keeps the samples table
 * @param taskSeconds the predicted compute time one task is cut to, or empty to let the planner
 *     choose
 * @param waveSeconds the predicted time after which a run commits what it has, or empty to let the
 *     run choose
 * @param dense how the dense sampler computes
 */
public record Sweep(
    String name,
    long seed,
    List<Network> points,
    List<Double> cosines,
    long samples,
    Optional<RatioTarget> target,
    Optional<SamplerKind> sampler,
    RatioEstimator estimator,
    int bootstrapReplicates,
    double confidence,
    boolean keepSamples,
    Optional<Double> taskSeconds,
    Optional<Double> waveSeconds,
    DenseOptions dense) {

  /** Copies the lists. */
  public Sweep {
    points = List.copyOf(points);
    cosines = List.copyOf(cosines);
  }

  /** What draws a point: the sampler asked for, or the cheapest that applies. */
  public SamplerKind samplerOf(Network point) {
    return sampler.orElseGet(() -> SamplerKind.cheapest(point, inputs(point)));
  }

  /** The inputs a point is met at: one, and a second for every cosine. */
  public Inputs inputs(Network point) {
    return Inputs.of(point, cosines.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How samples become estimates. */
  public Estimation estimation() {
    return new Estimation(estimator, new Bootstrap(bootstrapReplicates, confidence, seed));
  }

  /** How many samples a point has once it has as many as the file asks for, or a few more. */
  public long firstSamples() {
    return estimation().samplesFor(samples);
  }
}
