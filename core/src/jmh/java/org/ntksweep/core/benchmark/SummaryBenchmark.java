package org.ntksweep.core.benchmark;

import java.util.concurrent.TimeUnit;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.estimate.summary.KernelSummary;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
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
 * Adding one sample to the summary of a point with 1000 bootstrap replicates, nanoseconds, beyond
 * the first samples that are units of their own; the yardstick is drawing one with norm_chain at L
 * = M = 64.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class SummaryBenchmark {
  private static final int DRAWN = 1 << 12;
  private static final long FIRST = 1 << 20;

  @Param({"1", "4"})
  private int entries;

  @Param({"U_RATIO", "DEBIASED"})
  private RatioEstimator estimator;

  private final double[][] theta = new double[DRAWN][];
  private final double[][] logAbs = new double[DRAWN][];
  private KernelSampler sampler;
  private KernelMatrix kernel;
  private KernelSummary summary;
  private long next;

  @Setup
  public void setUp() {
    Widths widths = Widths.constant(64, 64, 64);
    Network network = new Network(Activation.RELU, 1.8, 0, widths, Parametrization.STANDARD);
    kernel = new KernelMatrix(1);
    sampler = SamplerKind.NORM_CHAIN.of(network, Inputs.single());
    for (int i = 0; i < DRAWN; i++) {
      theta[i] = new double[entries];
      logAbs[i] = new double[entries];
      for (int entry = 0; entry < entries; entry++) {
        sampler.sample(entry, i, kernel);
        theta[i][entry] = kernel.theta(0, 0);
        logAbs[i][entry] = kernel.logAbsTheta(0, 0);
      }
    }
    Estimation estimation = new Estimation(estimator, new Bootstrap(1000, 0.95, 1));
    summary = KernelSummary.empty(estimation, entries);
    next = estimation.floorCut(FIRST);
  }

  @Benchmark
  public void add() {
    int i = (int) (next % DRAWN);
    summary.add(next++, theta[i], logAbs[i]);
  }

  @Benchmark
  public double sample() {
    sampler.sample(1, next++, kernel);
    return kernel.logAbsTheta(0, 0);
  }
}
