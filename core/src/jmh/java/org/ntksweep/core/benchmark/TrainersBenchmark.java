package org.ntksweep.core.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.core.data.Targets;
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
 * One network drawn and trained from beginning to end, its kernel looked at before and after,
 * milliseconds. The shape is examples x steps x depth x width.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class TrainersBenchmark {
  @Param({"1x1x4x4096", "2x10x10x1000", "2x10x10x10000", "2x10x10x100000"})
  private String shape;

  @Param({"conditioned"})
  private String trainer;

  private Trainer fast;
  private long sample;

  /** Examples along the axes. */
  private record Axes(int count) implements LabelledData {
    @Override
    public int dimension() {
      return count + 1;
    }

    @Override
    public double label(int i) {
      return i % 2 == 0 ? 1 : -1;
    }

    @Override
    public void input(int i, double[] out) {
      out[i] = 1;
    }
  }

  @Setup
  public void setUp() {
    int[] size = Pattern.compile("x").splitAsStream(shape).mapToInt(Integer::parseInt).toArray();
    Axes axes = new Axes(size[0]);
    TrainingData data =
        new TrainingData(
            ExampleChoice.all().from(axes, InputScale.RAW, Targets.VALUES), Optional.empty());
    long steps = size[1];
    Widths widths = Widths.constant(axes.dimension(), size[3], size[2]);
    Network law = new Network(Activation.RELU, 2, 0, widths, Parametrization.NTK);
    Method method = new Method.Steps(new Optimizer.Plain(), 0.05, steps, List.of(0L, steps));
    Training training =
        new Training(Loss.SUM, method, StopRule.NEVER, LazyScale.NONE, axes.count());
    double[][] x =
        IntStream.range(0, axes.count())
            .mapToObj(
                i -> {
                  double[] row = new double[axes.dimension()];
                  axes.input(i, row);
                  return row;
                })
            .toArray(double[][]::new);
    fast =
        TrainerKind.valueOf(trainer.toUpperCase(Locale.ROOT))
            .of(law, data, training, DenseOptions.DEFAULT, KernelTheory.of(law, x, 1));
  }

  @TearDown
  public void tearDown() {
    fast.close();
  }

  @Benchmark
  public long train() {
    fast.begin(1, sample++);
    while (!fast.isFinished()) {
      fast.advance(1000);
    }
    return fast.stepsMade();
  }
}
