package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.RatioEstimate;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.bootstrap.PackedIntegers;
import org.ntksweep.core.estimate.bootstrap.PoissonCounts;
import org.ntksweep.core.estimate.bootstrap.ReplicateSums;
import org.ntksweep.core.estimate.bootstrap.Spread;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.ratio.Sums;
import org.ntksweep.core.estimate.ratio.SumsFormula;
import org.ntksweep.core.simd.Kernels;

/**
 * The Poisson bootstrap: in every replicate, each unit of samples counts as often as {@link
 * PoissonCounts} say. Replicates differ in size, which their own sizes account for.
 */
final class PoissonReplicates implements RatioReplicates {
  private final Kernels kernels = Kernels.best();
  private final SumsFormula formula;
  private final Bootstrap bootstrap;
  private final int replicates;
  private final PoissonCounts multiplicities;

  /** The number of samples of each replicate, repetitions counted. */
  private final double[] sizes;

  private final ReplicateSums[] sums;
  private final ReplicateSums[] squares;

  PoissonReplicates(SumsFormula formula, Bootstrap bootstrap, int entries) {
    this.formula = formula;
    this.bootstrap = bootstrap;
    replicates = bootstrap.replicates();
    multiplicities = new PoissonCounts(bootstrap.seed(), replicates);
    sizes = new double[replicates];
    sums = empty(entries);
    squares = empty(entries);
  }

  private ReplicateSums[] empty(int entries) {
    return Stream.generate(() -> new ReplicateSums(replicates))
        .limit(entries)
        .toArray(ReplicateSums[]::new);
  }

  @Override
  public void add(OpenUnit unit) {
    double[] counts = multiplicities.of(unit.number());
    kernels.addScaled((double) unit.held(), counts, sizes, replicates);
    for (int i = 0; i < sums.length; i++) {
      PowerSums powers = unit.moments(i).powers();
      sums[i].add(powers.sum().rounded(), counts);
      squares[i].add(powers.squares().rounded(), counts);
    }
  }

  @Override
  public void add(RatioReplicates other) {
    PoissonReplicates that = (PoissonReplicates) other;
    kernels.addScaled(1, that.sizes, sizes, replicates);
    for (int i = 0; i < sums.length; i++) {
      sums[i].add(that.sums[i]);
      squares[i].add(that.squares[i]);
    }
  }

  @Override
  public BlockSums[] newBlocks() {
    return new BlockSums[0];
  }

  @Override
  public void require(RatioEstimator estimator, long samples) {
    estimator.requireSamples(samples);
  }

  @Override
  public RatioEstimate estimate(int entry, EntryMoments moments, long samples) {
    int unit = moments.extremes().largest().exponent();
    double ratio =
        formula.ratio(
            new Sums(
                samples,
                moments.powers().sum().rounded().inUnitsOf(unit),
                moments.powers().squares().rounded().inUnitsOf(2 * unit)));
    return RatioEstimate.of(ratio, spread(entry, unit), moments.shape(samples));
  }

  private Spread spread(int entry, int unit) {
    double[] s1 = sums[entry].inUnitsOf(unit);
    double[] s2 = squares[entry].inUnitsOf(2 * unit);
    double[] ratios = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      ratios[b] = formula.ratio(new Sums(sizes[b], s1[b], s2[b]));
    }
    return Spread.of(ratios, bootstrap.confidence());
  }

  @Override
  public void write(DataOutput out) throws IOException {
    PackedIntegers.write(sizes, out);
    for (int i = 0; i < sums.length; i++) {
      sums[i].write(out);
      squares[i].write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    PackedIntegers.read(sizes, in);
    for (int i = 0; i < sums.length; i++) {
      sums[i].add(ReplicateSums.read(replicates, in));
      squares[i].add(ReplicateSums.read(replicates, in));
    }
  }
}
