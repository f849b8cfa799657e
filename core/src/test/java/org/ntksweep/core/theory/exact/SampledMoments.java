package org.ntksweep.core.theory.exact;

import java.util.Arrays;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;

/**
 * Mean and ratio of {@code Theta(x, x)} over many networks, with standard errors from their
 * scatter, the ratio's by the delta method.
 */
public record SampledMoments(double mean, double meanError, double ratio, double ratioError) {

  /** The means of {@code Theta^0, Theta^1, ...}. */
  public static double[] powers(
      SamplerKind kind, Network network, long seed, int networks, int highest) {
    KernelSampler sampler = kind.of(network, Inputs.of(network));
    KernelMatrix kernel = new KernelMatrix(1);
    double[] means = new double[highest + 1];
    for (int s = 0; s < networks; s++) {
      sampler.sample(seed, s, kernel);
      double power = 1.0 / networks;
      for (int k = 0; k <= highest; k++) {
        means[k] += power;
        power *= kernel.theta(0, 0);
      }
    }
    return means;
  }

  public static SampledMoments of(
      SamplerKind kind, Network network, KernelPart part, long seed, int networks) {
    KernelSampler sampler = kind.of(network, Inputs.of(network));
    KernelMatrix kernel = new KernelMatrix(1);
    double[] theta = new double[networks];
    for (int s = 0; s < networks; s++) {
      sampler.sample(seed, s, kernel);
      theta[s] =
          switch (part) {
            case WHOLE -> kernel.theta(0, 0);
            case WEIGHTS -> kernel.thetaWeight(0, 0);
            case BIASES -> kernel.thetaBias(0, 0);
          };
    }
    return of(theta);
  }

  private static SampledMoments of(double[] theta) {
    int n = theta.length;
    double mean = Arrays.stream(theta).sum() / n;
    double ratio = Arrays.stream(theta).map(t -> t / mean * (t / mean)).sum() / n;
    double variance = Arrays.stream(theta).map(t -> (t - mean) * (t - mean)).sum() / n;
    double influence =
        Arrays.stream(theta)
            .map(t -> t / mean)
            .map(t -> t * t - ratio - 2 * ratio * (t - 1))
            .map(t -> t * t)
            .sum();
    return new SampledMoments(mean, Math.sqrt(variance / n), ratio, Math.sqrt(influence) / n);
  }

  public double zOfMean(double expected) {
    return (mean - expected) / meanError;
  }

  public double zOfRatio(double expected) {
    return (ratio - expected) / ratioError;
  }
}
