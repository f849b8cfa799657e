package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;

/** Draws kernels with a sampler or with explicit weights and compares their laws. */
final class Comparison {
  /** The chance that one two-sample comparison of equal laws fails. */
  static final double FALSE_FAILURE = 1e-7;

  private Comparison() {}

  /** A number read off a kernel matrix. */
  @FunctionalInterface
  interface Reading {
    double of(double[][] theta);
  }

  /** Kernel matrices of {@code n} networks from a sampler. */
  static double[][][] draw(SamplerKind kind, Network network, Inputs inputs, long seed, int n) {
    KernelSampler sampler = kind.of(network, inputs);
    int k = inputs.count();
    KernelMatrix kernel = new KernelMatrix(k);
    double[][][] drawn = new double[n][k][k];
    for (int s = 0; s < n; s++) {
      sampler.sample(seed, s, kernel);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          drawn[s][i][j] = kernel.theta(i, j);
        }
      }
    }
    return drawn;
  }

  /** Kernel matrices of {@code n} networks with explicit weights, on Commons RNG's generator. */
  static double[][][] drawExplicit(Network network, Inputs inputs, long seed, int n) {
    UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
    ExplicitNetworkSampler sampler =
        new ExplicitNetworkSampler(
            network, inputs, out -> Arrays.setAll(out, i -> normal.sample()));
    double[][][] drawn = new double[n][][];
    Arrays.setAll(drawn, s -> sampler.sample());
    return drawn;
  }

  /** Fails if a reading has different laws in both: Kolmogorov-Smirnov, two samples. */
  static void sameLaw(String what, double[][][] one, double[][][] other, Reading reading) {
    double[] a = read(one, reading);
    double[] b = read(other, reading);
    // Atoms, from dead layers, count alike in both.
    double p = KolmogorovSmirnovTest.withDefaults().test(a, b).getPValue();
    assertThat(p).as(what).isGreaterThan(FALSE_FAILURE);
  }

  static double[] read(double[][][] drawn, Reading reading) {
    return Arrays.stream(drawn).mapToDouble(reading::of).toArray();
  }
}
