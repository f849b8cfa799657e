package org.ntksweep.core.estimate;

import java.util.List;
import java.util.Locale;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.KernelMoments;

/**
 * How often nominal 95 % intervals cover the exact ratio and mean of ReLU networks, whose samples
 * take microseconds, and how often they are flagged. The main method prints the table of the
 * documentation.
 */
final class IntervalCoverage {

  private final KernelMoments exact;
  private final double needed;
  private final KernelSampler sampler;
  private final VarianceReduction reduction;
  private final KernelMatrix kernel = new KernelMatrix(1);
  private final KernelEstimator estimator;
  private long next;

  private int runs;
  private int ratioCovered;
  private int meanCovered;
  private int unmarked;
  private int unmarkedRatioCovered;
  private int unmarkedMeanCovered;

  IntervalCoverage(Network network, VarianceReduction reduction, Estimation estimation) {

    this.reduction = reduction;
    exact = ExactMoments.of(network);
    needed = 100 * ExactMoments.relativeVarianceOfRatio(network).orElseThrow();
    sampler = SamplerKind.NORM_CHAIN.of(network, Inputs.single(), reduction);
    estimator = KernelEstimator.of(estimation);
  }

  static Network relu(double sigmaW2, int width, int depth) {
    return new Network(
        Activation.RELU,
        sigmaW2,
        0,
        Widths.constant(width, width, depth),
        Parametrization.STANDARD);
  }

  static Estimation estimation(RatioInterval interval, int replicates) {
    return new Estimation(RatioEstimator.U_RATIO, new Bootstrap(replicates, 0.95, 1), interval);
  }

  /** Runs with other samples each; {@code known} whether marks know the exact ratio. */
  IntervalCoverage run(int count, int samples, boolean known) {
    for (int run = 0; run < count; run++) {
      add(estimate(samples), known);
    }
    return this;
  }

  private KernelEstimate estimate(int samples) {
    double[] theta = new double[samples];
    double[] logs = new double[samples];
    double[] logWeights = new double[samples];
    for (int i = 0; i < samples; i++) {
      sampler.sample(11, next++, kernel);
      theta[i] = kernel.theta(0, 0);
      logs[i] = kernel.logAbsTheta(0, 0);
      logWeights[i] = kernel.logWeight();
    }
    return estimator
        .estimate(SampleSeries.of(theta, logs, logWeights), List.of(), MeanWeight.of(logWeights))
        .get(0);
  }

  private void add(KernelEstimate e, boolean known) {
    double r = exact.ratio();
    boolean marked =
        (known && reduction == VarianceReduction.NONE)
            ? e.isUnderpowered(needed)
            : e.underpowered();
    int ratio = e.ratioLo() <= r && r <= e.ratioHi() ? 1 : 0;
    int mean = e.meanLo() <= exact.mean() && exact.mean() <= e.meanHi() ? 1 : 0;
    runs++;
    ratioCovered += ratio;
    meanCovered += mean;
    unmarked += marked ? 0 : 1;
    unmarkedRatioCovered += marked ? 0 : ratio;
    unmarkedMeanCovered += marked ? 0 : mean;
  }

  double coverage() {
    return (double) ratioCovered / runs;
  }

  double flagged() {
    return 1 - (double) unmarked / runs;
  }

  double trusted() {
    return (double) unmarkedRatioCovered / unmarked;
  }

  private String row(int samples) {
    return String.format(
        Locale.ROOT,
        "%11.4g %-11s %6d  %6s %6s %6s  %6s %6s",
        exact.ratio(),
        reduction.label(),
        samples,
        percent(flagged()),
        percent(trusted()),
        percent((double) (ratioCovered - unmarkedRatioCovered) / (runs - unmarked)),
        percent((double) unmarkedMeanCovered / unmarked),
        percent((double) (meanCovered - unmarkedMeanCovered) / (runs - unmarked)));
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** Arguments: how many runs, and whether marks know the exact ratio. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    boolean known = args.length < 2 || Boolean.parseBoolean(args[1]);
    RatioInterval interval =
        args.length < 3 ? RatioInterval.LOG_NORMAL : RatioInterval.parse(args[2]).orElseThrow();
    System.out.println("      ratio drawn from  samples  marked  ratio (unmarked, marked)  mean");
    for (VarianceReduction reduction : VarianceReduction.values()) {
      for (Network network :
          List.of(
              relu(2.5, 100, 5),
              relu(2, 100, 20),
              relu(2.5, 100, 21),
              relu(2, 100, 29),
              relu(2.5, 100, 100),
              relu(2.5, 100, 303))) {
        for (int samples : new int[] {200, 500, 5000}) {
          if (SamplerKind.NORM_CHAIN.objection(network, Inputs.single(), reduction).isEmpty()) {
            System.out.println(
                new IntervalCoverage(network, reduction, estimation(interval, 400))
                    .run(runs, samples, known)
                    .row(samples));
          }
        }
      }
    }
  }
}
