package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.RatioEstimate;
import org.ntksweep.core.estimate.SampleShape;
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
  private final SummaryKind kind;
  private final int replicates;
  private final PoissonCounts multiplicities;

  /** The number of samples of each replicate, repetitions counted. */
  private final double[] sizes;

  private final ReplicateSums[] sums;
  private final ReplicateSums[] squares;

  /** Of samples with weights; else the squares themselves. */
  private final ReplicateSums[] ownSquares;

  PoissonReplicates(SumsFormula formula, SummaryKind kind) {
    this.formula = formula;
    this.kind = kind;
    Bootstrap bootstrap = kind.estimation().bootstrap();
    replicates = bootstrap.replicates();
    multiplicities = new PoissonCounts(bootstrap.seed(), replicates);
    sizes = new double[replicates];
    sums = empty(kind.entries());
    squares = empty(kind.entries());
    ownSquares = kind.weighted() ? empty(kind.entries()) : squares;
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
      PowerSums powers = unit.moments().entry(i).powers();
      sums[i].add(powers.sum().rounded(), counts);
      squares[i].add(powers.squares().rounded(), counts);
      if (kind.weighted()) {
        ownSquares[i].add(powers.ownSquares().rounded(), counts);
      }
    }
  }

  @Override
  public void add(RatioReplicates other) {
    PoissonReplicates that = (PoissonReplicates) other;
    kernels.addScaled(1, that.sizes, sizes, replicates);
    for (int i = 0; i < sums.length; i++) {
      sums[i].add(that.sums[i]);
      squares[i].add(that.squares[i]);
      if (kind.weighted()) {
        ownSquares[i].add(that.ownSquares[i]);
      }
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
  public RatioEstimate estimate(int entry, EntryMoments moments, SampleShape shape) {
    int unit = moments.extremes().largest().exponent();
    PowerSums powers = moments.powers();
    double ratio =
        formula.ratio(
            new Sums(
                shape.size(),
                powers.sum().rounded().inUnitsOf(unit),
                powers.squares().rounded().inUnitsOf(2 * unit),
                powers.ownSquares().rounded().inUnitsOf(2 * unit),
                kind.weighted()));
    return RatioEstimate.of(ratio, spread(entry, unit), shape.size() - 1, shape, kind.estimation());
  }

  private Spread spread(int entry, int unit) {
    double[] s1 = sums[entry].inUnitsOf(unit);
    double[] s2 = squares[entry].inUnitsOf(2 * unit);
    double[] own = kind.weighted() ? ownSquares[entry].inUnitsOf(2 * unit) : s2;
    double[] ratios = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      ratios[b] = formula.ratio(new Sums(sizes[b], s1[b], s2[b], own[b], kind.weighted()));
    }
    return Spread.of(ratios, kind.estimation().bootstrap().confidence());
  }

  @Override
  public void write(DataOutput out) throws IOException {
    PackedIntegers.write(sizes, out);
    for (int i = 0; i < sums.length; i++) {
      sums[i].write(out);
      squares[i].write(out);
      if (kind.weighted()) {
        ownSquares[i].write(out);
      }
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    PackedIntegers.read(sizes, in);
    for (int i = 0; i < sums.length; i++) {
      sums[i].add(ReplicateSums.read(replicates, in));
      squares[i].add(ReplicateSums.read(replicates, in));
      if (kind.weighted()) {
        ownSquares[i].add(ReplicateSums.read(replicates, in));
      }
    }
  }
}
