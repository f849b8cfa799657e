package org.ntksweep.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
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
 * A step of explicit training on 128 examples, 20 layers, one output; the same with a look at the
 * kernel after it; and the plain products of a step, of the same shapes. Milliseconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class StepBenchmark {
  private static final int EXAMPLES = 128;
  private static final int DIMENSION = 784;
  private static final int DEPTH = 20;
  private static final long STEPS = 1_000_000;

  @Param({"64", "256", "512"})
  private int width;

  @Param({"double", "float"})
  private String precision;

  @Param({"relu", "tanh"})
  private String activation;

  private final Resources resources = new Resources();
  private final List<Product> products = new ArrayList<>();
  private Trainer steps;
  private Trainer looks;

  /** Examples of numbers from 0 to 1. */
  private record Noise(int count) implements LabelledData {
    @Override
    public int dimension() {
      return DIMENSION;
    }

    @Override
    public double label(int i) {
      return i % 2 == 0 ? 1 : -1;
    }

    @Override
    public void input(int i, double[] out) {
      System.arraycopy(new Random(i).doubles(DIMENSION).toArray(), 0, out, 0, DIMENSION);
    }
  }

  @Setup
  public void setUp() {
    steps = trainer(List.of(0L, STEPS));
    looks = trainer(LongStream.rangeClosed(0, STEPS).boxed().toList());
    Precision of = Precision.valueOf(precision.toUpperCase(Locale.ROOT));
    for (int l = 1; l <= DEPTH; l++) {
      prepare(l == 1 ? DIMENSION : width, l == DEPTH ? 1 : width, of);
    }
  }

  private Trainer trainer(List<Long> recorded) {
    Noise noise = new Noise(EXAMPLES);
    double[][] x = new double[EXAMPLES][DIMENSION];
    for (int i = 0; i < EXAMPLES; i++) {
      noise.input(i, x[i]);
    }
    TrainingData data =
        new TrainingData(
            ExampleChoice.all().from(noise, InputScale.UNIT_NORM, Targets.VALUES),
            Optional.empty());
    Network law =
        new Network(
            activation.equals("relu") ? Activation.RELU : Activation.TANH,
            1.5,
            0,
            Widths.constant(DIMENSION, width, DEPTH),
            Parametrization.STANDARD);
    Method method = new Method.Steps(new Optimizer.Plain(), 1e-5, STEPS, recorded);
    Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, EXAMPLES);
    DenseOptions options =
        new DenseOptions(Precision.valueOf(precision.toUpperCase(Locale.ROOT)), 1L << 30);
    Trainer trainer =
        TrainerKind.DENSE.of(law, data, training, options, KernelTheory.of(law, x, 1.0 / EXAMPLES));
    trainer.begin(1, 1);
    trainer.advance(1);
    return trainer;
  }

  private void prepare(int columns, int rows, Precision of) {
    NativeMatrix weights = resources.own(NativeMatrix.zeros(rows, columns, of));
    NativeMatrix below = resources.own(NativeMatrix.zeros(columns, EXAMPLES, of));
    NativeMatrix above = resources.own(NativeMatrix.zeros(rows, EXAMPLES, of));
    products.add(resources.own(Product.of(weights, below, above)));
    if (columns != DIMENSION) {
      products.add(resources.own(Product.ofTransposed(weights, above, below)));
    }
    products.add(resources.own(Product.addingColumns(above, below, weights)));
  }

  @TearDown
  public void tearDown() {
    steps.close();
    looks.close();
    resources.close();
  }

  @Benchmark
  public long step() {
    steps.advance(1);
    return steps.stepsMade();
  }

  @Benchmark
  public long stepAndKernel() {
    looks.advance(1);
    return looks.stepsMade();
  }

  @Benchmark
  public void products() {
    products.forEach(Product::compute);
  }
}
