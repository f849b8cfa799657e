package org.ntksweep.core.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Bulk draws, nanoseconds a number; the ziggurat of Commons RNG on the same generator is the
 * yardstick.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DrawsBenchmark.N)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class DrawsBenchmark {
  static final int N = 4096;

  @Param({"simd", "scalar"})
  private String kernels;

  private RandomStream stream;
  private ZigguratSampler.NormalizedGaussian commons;
  private final double[] out = new double[N];
  private final long[] bits = new long[N];
  private final int[] degrees = new int[N];

  @Setup
  public void setUp() {
    stream = new RandomStream(kernels.equals("simd") ? Kernels.best() : Kernels.scalar());
    UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(1L);
    commons = ZigguratSampler.NormalizedGaussian.of(rng);
    Arrays.setAll(degrees, i -> 220 + i % 60);
  }

  @Benchmark
  public long[] bits() {
    stream.fillBits(bits, N);
    return bits;
  }

  @Benchmark
  public double[] gaussian() {
    stream.fillGaussian(out, 0, N);
    return out;
  }

  @Benchmark
  public double[] gaussianOfCommonsRng() {
    for (int i = 0; i < N; i++) {
      out[i] = commons.sample();
    }
    return out;
  }

  @Benchmark
  public double[] chiSquare() {
    stream.fillChiSquare(degrees, out, N);
    return out;
  }
}
