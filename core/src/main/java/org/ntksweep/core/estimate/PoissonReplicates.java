package org.ntksweep.core.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Stream;
import org.ntksweep.core.simd.Kernels;

/**
 * The Poisson bootstrap: in every replicate, each unit of samples counts as often as {@link
 * PoissonWeights} say. Replicates differ in size, which their own sizes account for.
 */
final class PoissonReplicates implements RatioReplicates {
  private final Kernels kernels = Kernels.best();
  private final Estimation estimation;
  private final int replicates;
  private final PoissonWeights weights;

  /** The number of samples of each replicate, repetitions counted. */
  private final double[] sizes;

  private final ReplicateSums[] sums;
  private final ReplicateSums[] squares;

  PoissonReplicates(Estimation estimation, int entries) {
    this.estimation = estimation;
    replicates = estimation.bootstrap().replicates();
    weights = new PoissonWeights(estimation.bootstrap().seed(), replicates);
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
    double[] counts = weights.of(unit.number());
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
  public RatioEstimate estimate(int entry, EntryMoments moments, long samples) {
    estimation.estimator().requireSamples(samples);
    SumsFormula formula = estimation.estimator().ofSums();
    int unit = moments.extremes().largest().exponent();
    double ratio =
        formula.ratio(
            (double) samples,
            moments.powers().sum().rounded().inUnitsOf(unit),
            moments.powers().squares().rounded().inUnitsOf(2 * unit));
    Spread spread = spread(formula, entry, unit);
    return new RatioEstimate(
        Double.isFinite(ratio) ? ratio : Double.NaN,
        spread,
        UnderpoweredRule.flags(samples, moments.tailShare(), ratio, spread));
  }

  private Spread spread(SumsFormula formula, int entry, int unit) {
    double[] s1 = sums[entry].inUnitsOf(unit);
    double[] s2 = squares[entry].inUnitsOf(2 * unit);
    double[] ratios = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      ratios[b] = formula.ratio(sizes[b], s1[b], s2[b]);
    }
    return Spread.of(ratios, estimation.bootstrap().confidence());
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
