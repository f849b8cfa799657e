package org.ntksweep.core.benchmark;

import java.util.concurrent.TimeUnit;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.ExplicitNetworkSampler;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One sample of the kernel, M = n_0, microseconds; the yardstick is a straightforward loop over
 * explicit weights on the same generator. Read rows of the same activation and number of inputs
 * against each other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx4g"})
public class SamplersBenchmark {
  @Param("500")
  private int width;

  /** Affine layers; 0 for as many as the width. */
  @Param("0")
  private int depth;

  @Param({"norm_chain", "conditioned", "dense", "explicit"})
  private String sampler;

  @Param({"relu", "tanh", "erf"})
  private String activation;

  @Param({"1", "2"})
  private int inputs;

  /** Of norm_chain and conditioned: {@code size_biased} draws from that law. */
  @Param({"none"})
  private String varianceReduction;

  private KernelSampler fast;
  private ExplicitNetworkSampler explicit;
  private KernelMatrix kernel;
  private long sample;

  @Setup
  public void setUp() {
    Widths widths = Widths.constant(width, width, depth == 0 ? width : depth);
    Network network =
        new Network(Activation.parse(activation), 1.8, 0, widths, Parametrization.STANDARD);
    Inputs x = inputs == 1 ? Inputs.single() : Inputs.withCosines(0.5);
    kernel = new KernelMatrix(inputs);
    if (sampler.equals("explicit")) {
      RandomStream stream = new RandomStream();
      explicit =
          new ExplicitNetworkSampler(
              network, x, (out, rows, columns) -> stream.fillGaussian(out, 0, out.length));
    } else {
      VarianceReduction reduction = VarianceReduction.valueOf(upper(varianceReduction));
      fast = SamplerKind.valueOf(upper(sampler)).of(network, x, reduction);
    }
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  @Benchmark
  public double sample() {
    if (explicit != null) {
      return explicit.sample(0, inputs - 1);
    }
    fast.sample(1, sample++, kernel);
    return kernel.theta(0, inputs - 1);
  }
}
