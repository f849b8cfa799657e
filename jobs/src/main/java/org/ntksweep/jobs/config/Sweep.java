package org.ntksweep.jobs.config;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.jobs.config.training.TrainingPart;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.data.SweepData;

/**
 * A checked sweep: everything a run needs to know, in the parts of a sweep file. Immutable, and of
 * the same value wherever it is sent.
 *
 * @param name what the run folder is called after
 * @param seed the seed of every random number of the run
 * @param grid the network laws
 * @param sampling what is drawn at each of them
 * @param estimation how samples become estimates
 * @param output what the run folder keeps
 * @param execution how the work is cut
 * @param dense how the dense sampler computes
 * @param training what networks are trained to do; empty where they are but drawn
 */
public record Sweep(
    String name,
    long seed,
    Grid grid,
    Sampling sampling,
    Estimation estimation,
    Output output,
    Execution execution,
    DenseOptions dense,
    Optional<TrainingPart> training)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /**
   * The sweep of a complete file, each value checked by itself.
   *
   * @param data what its networks are trained on, if they are
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if a key is missing or a value not
   *     allowed
   */
  static Sweep read(Mapping root, Optional<SweepData> data) {
    long seed = SweepKeys.SEED.in(root);
    return new Sweep(
        SweepKeys.NAME.in(root),
        seed,
        Grid.read(root),
        Sampling.read(root),
        estimation(root, seed),
        new Output(
            SweepKeys.OUTPUT_SAMPLES.in(root), SweepKeys.OUTPUT_KERNELS.findIn(root).orElse(false)),
        new Execution(SweepKeys.TASK_SECONDS.in(root), SweepKeys.WAVE_SECONDS.in(root)),
        new DenseOptions(SweepKeys.DENSE_PRECISION.in(root), SweepKeys.DENSE_MEMORY.in(root)),
        data.map(examples -> TrainingPart.read(root, examples)));
  }

  private static Estimation estimation(Mapping root, long seed) {
    Bootstrap bootstrap =
        new Bootstrap(SweepKeys.REPLICATES.in(root), SweepKeys.CONFIDENCE.in(root), seed);
    return new Estimation(SweepKeys.ESTIMATOR.in(root), bootstrap, SweepKeys.INTERVAL.in(root));
  }

  /** The network laws, distinct, in grid order. */
  public List<Network> points() {
    return grid.points();
  }

  /** A law for every activation, architecture and norm: what size and sampler of a point follow. */
  public List<Network> shapes() {
    return grid.shapes();
  }

  /** What draws its points. */
  public Drawings drawings() {
    return new Drawings(this);
  }

  /** The inputs a point is met at: one, and a second for every cosine. */
  public Inputs inputs(Network point) {
    return Inputs.of(point, sampling.cosines().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How many samples a point has once it has as many as the file asks for, or a few more. */
  public long firstSamples() {
    return training.isPresent() ? sampling.samples() : estimation.samplesFor(sampling.samples());
  }

  /** The greatest number, up to the given one, of a sample that may begin a task. */
  public long floorCut(long sample) {
    return training.isPresent() ? sample : estimation.floorCut(sample);
  }

  @Serial
  private Object writeReplace() {
    return new Form(
        name, seed, grid, sampling, estimation, output, execution, dense, training.orElse(null));
  }

  /** A sweep as it travels: an Optional cannot. */
  private record Form(
      String name,
      long seed,
      Grid grid,
      Sampling sampling,
      Estimation estimation,
      Output output,
      Execution execution,
      DenseOptions dense,
      TrainingPart training)
      implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new Sweep(
          name,
          seed,
          grid,
          sampling,
          estimation,
          output,
          execution,
          dense,
          Optional.ofNullable(training));
    }
  }

  /** How many kernel entries a sample has: the diagonal's and one for each cosine. */
  public int rowsPerSample() {
    return 1 + sampling.cosines().size();
  }
}
