package org.ntksweep.jobs.plan;

import java.util.List;
import java.util.Optional;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.Execution;
import org.ntksweep.jobs.config.Grid;
import org.ntksweep.jobs.config.Output;
import org.ntksweep.jobs.config.Sampling;
import org.ntksweep.jobs.config.Sweep;

/** Sweeps for tests. */
public final class Sweeps {
  private Sweeps() {}

  public static Network relu(int width, int depth) {
    return relu(2.0, width, depth);
  }

  public static Network relu(double sigmaW2, int width, int depth) {
    return new Network(
        Activation.RELU,
        sigmaW2,
        0.0,
        Widths.constant(width, width, depth),
        Parametrization.STANDARD);
  }

  private static final Optional<VarianceReduction> NONE = Optional.of(VarianceReduction.NONE);

  public static Sweep of(List<Network> points, int samples, List<Double> cosines) {
    return of(points, samples, cosines, Optional.empty());
  }

  public static Sweep of(
      List<Network> points, int samples, List<Double> cosines, Optional<Double> taskSeconds) {
    return new Sweep(
        "test",
        2022,
        new Grid(points),
        new Sampling(cosines, samples, Optional.empty(), Optional.empty(), NONE),
        new Estimation(RatioEstimator.U_RATIO, new Bootstrap(10, 0.95, 2022)),
        new Output(true, false),
        new Execution(taskSeconds, Optional.empty()),
        DenseOptions.DEFAULT,
        Optional.empty());
  }
}
