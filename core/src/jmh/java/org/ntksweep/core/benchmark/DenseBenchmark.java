package org.ntksweep.core.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.ExplicitNetworkSampler;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One network with explicit weights and its whole kernel matrix, milliseconds: by {@code dense}, by
 * a straightforward loop, and what {@code dense} consists of, drawing its weights and its matrix
 * products alone. The shape is inputs x depth x width.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx4g"})
public class DenseBenchmark {
  @Param({"1x50x500", "128x20x512"})
  private String shape;

  @Param({"DOUBLE"})
  private Precision precision;

  private int depth;
  private KernelSampler dense;
  private ExplicitNetworkSampler explicit;
  private KernelMatrix kernel;
  private final RandomStream stream = new RandomStream();
  private double[] block;
  private int entries;
  private NativeMatrix weights;
  private NativeMatrix below;
  private NativeMatrix above;
  private NativeMatrix gram;
  private Product forward;
  private Product backward;
  private Product squares;
  private long sample;

  @Setup
  public void setUp() {
    int[] sizes = Pattern.compile("x").splitAsStream(shape).mapToInt(Integer::parseInt).toArray();
    int k = sizes[0];
    depth = sizes[1];
    int width = sizes[2];
    Network network =
        new Network(
            Activation.RELU,
            1.8,
            0,
            Widths.constant(width, width, depth),
            Parametrization.STANDARD);
    Inputs inputs =
        Inputs.withCosines(IntStream.range(1, k).mapToDouble(i -> i / (double) k).toArray());
    kernel = new KernelMatrix(k);
    dense = SamplerKind.DENSE.of(network, inputs, new DenseOptions(precision, 1L << 30));
    explicit =
        new ExplicitNetworkSampler(
            network, inputs, (out, rows, columns) -> stream.fillGaussian(out, 0, out.length));
    entries = width * width;
    block = new double[2048];
    weights = NativeMatrix.zeros(width, width, precision);
    below = NativeMatrix.zeros(width, k, precision);
    above = NativeMatrix.zeros(width, k, precision);
    gram = NativeMatrix.zeros(k, k, precision);
    forward = Product.of(weights, below, above);
    backward = Product.ofTransposed(weights, above, below);
    squares = Product.ofTransposed(below, below, gram);
  }

  @TearDown
  public void tearDown() {
    dense.close();
  }

  @Benchmark
  public double dense() {
    dense.sample(1, sample++, kernel);
    return kernel.theta(0, 0);
  }

  @Benchmark
  public double loop() {
    return explicit.sample(0, 0);
  }

  /** The weights of all layers but the first and the last. */
  @Benchmark
  public void drawing() {
    for (int l = 2; l < depth; l++) {
      Entries out = weights.entries();
      for (int from = 0; from < entries; from += block.length) {
        int count = Math.min(block.length, entries - from);
        stream.fillGaussian(block, 0, count);
        out.put(from, block, count);
      }
    }
  }

  /** The products of all layers but the first and the last, with one matrix of weights. */
  @Benchmark
  public void products() {
    for (int l = 2; l < depth; l++) {
      forward.compute();
      backward.compute();
      if (kernel.inputs() > 1) {
        squares.compute();
        squares.compute();
      }
    }
  }
}
