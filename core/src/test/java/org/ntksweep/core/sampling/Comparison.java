package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;

/** Draws kernels with a sampler or with explicit weights and compares their laws. */
final class Comparison {
  /** The chance that one two-sample comparison of equal laws fails. */
  static final double FALSE_FAILURE = 1e-8;

  private Comparison() {}

  /** As many networks as a sampler draws in some time, but no more than {@code most}. */
  static int count(SamplerKind kind, Network network, Inputs inputs, double seconds, int most) {
    return (int) Math.min(most, seconds * 1e9 / kind.nanosPerSample(network, inputs));
  }

  /** Kernels of {@code n} networks from a sampler. */
  static Theta[] draw(SamplerKind kind, Network network, Inputs inputs, long seed, int n) {
    KernelMatrix kernel = new KernelMatrix(inputs.count());
    Theta[] drawn = new Theta[n];
    try (KernelSampler sampler = kind.of(network, inputs)) {
      for (int s = 0; s < n; s++) {
        sampler.sample(seed, s, kernel);
        drawn[s] = Theta.of(kernel);
      }
    }
    return drawn;
  }

  /** Kernels of {@code n} networks with explicit weights, on Commons RNG's generator. */
  static Theta[] drawExplicit(Network network, Inputs inputs, long seed, int n) {
    ExplicitNetworkSampler sampler =
        new ExplicitNetworkSampler(network, inputs, draws(network.initialization(), seed));
    Theta[] drawn = new Theta[n];
    Arrays.setAll(drawn, s -> sampler.sample());
    return drawn;
  }

  private static ExplicitNetworkSampler.Draws draws(Initialization initialization, long seed) {
    UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
    double bound = Math.sqrt(3);
    return switch (initialization) {
      case GAUSSIAN -> (out, rows, columns) -> Arrays.setAll(out, i -> normal.sample());
      case UNIFORM ->
          (out, rows, columns) -> Arrays.setAll(out, i -> rng.nextDouble(-bound, bound));
      case ORTHOGONAL -> new OrthogonalDraws(normal::sample);
    };
  }

  /** Fails if a reading has different laws in both: Kolmogorov-Smirnov, two samples. */
  static void sameLaw(String what, Theta[] one, Theta[] other, ToDoubleFunction<Theta> reading) {
    double p =
        KolmogorovSmirnovTest.withDefaults()
            .test(read(one, reading), read(other, reading))
            .getPValue();
    assertThat(p).as(what).isGreaterThan(FALSE_FAILURE);
  }

  /** Rounded to floats, so that atoms (dead layers, weights of one size) are the same in both. */
  static double[] read(Theta[] drawn, ToDoubleFunction<Theta> reading) {
    return Arrays.stream(drawn).mapToDouble(t -> (float) reading.applyAsDouble(t)).toArray();
  }
}
