package org.ntksweep.core.theory.infinite;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.Covariance;

/** The tangent kernel and the covariance of outputs as functions of two inputs' inner products. */
final class PairKernels {
  /** Closer to parallel inputs get their own values: they may be equal. */
  private static final double PARALLEL = 1e-3;

  private final Network network;
  private final GaussianExpectations phi;

  PairKernels(Network network) {
    this.network = network;
    phi = GaussianExpectations.of(network.activation());
  }

  /** Theta and the covariance at the full depth. */
  double[] of(Covariance inputs) {
    Covariance perInput = inputs.times(1.0 / network.widths().inputDim()).inRange();
    PairRecursion recursion = new PairRecursion(network, phi, perInput);
    InfiniteWidthEntry entry = recursion.next();
    for (int l = 2; l <= network.depth(); l++) {
      entry = recursion.next();
    }
    return new double[] {entry.theta(), entry.outputCovariance()};
  }

  /**
   * The same as functions of the angle between inputs of one norm, from a table where that is less
   * work.
   *
   * @param norm2 their squared norm
   * @param angles they will be asked for
   */
  DoubleFunction<double[]> ofOneNorm(double norm2, double[] angles) {
    DoubleFunction<double[]> direct = angle -> of(atAngle(norm2, angle));
    double[] sought = Arrays.stream(angles).filter(angle -> angle > PARALLEL).toArray();
    double from = Arrays.stream(sought).min().orElse(0);
    double to = Arrays.stream(sought).max().orElse(0);
    if (!(from < to)) {
      return direct;
    }
    double[] diagonal = direct.apply(0);
    return AngleTable.of(direct, from, to, sought.length / 2)
        .<DoubleFunction<double[]>>map(
            table ->
                angle ->
                    angle > PARALLEL
                        ? table.at(angle)
                        : angle == 0 ? diagonal : direct.apply(angle))
        .orElse(direct);
  }

  private static Covariance atAngle(double norm2, double angle) {
    if (angle == 0) {
      return Covariance.same(norm2);
    }
    double cosine = norm2 * StrictMath.cos(angle);
    return new Covariance(norm2, norm2, cosine, norm2 * StrictMath.sin(angle), 0);
  }
}
