package org.ntksweep.core.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
import org.ntksweep.core.training.Observation;
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
 * A step of explicit training of a classifier with a look after it, by what is looked at; {@code
 * none} is the step alone. Milliseconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class LooksBenchmark {
  private static final int DIMENSION = 784;
  private static final int WIDTH = 256;
  private static final long STEPS = 1_000_000;

  @Param({"none", "kernel", "labels", "usual", "features", "output_pairs"})
  private String observed;

  @Param({"20", "6"})
  private int depth;

  @Param({"128"})
  private int examples;

  @Param({"10"})
  private int outputs;

  private Trainer trainer;

  /** Examples of numbers from 0 to 1, of classes in turn. */
  private record Noise(int count, int classes) implements LabelledData {
    @Override
    public int dimension() {
      return DIMENSION;
    }

    @Override
    public double label(int i) {
      return i % classes;
    }

    @Override
    public void input(int i, double[] out) {
      System.arraycopy(new Random(i).doubles(DIMENSION).toArray(), 0, out, 0, DIMENSION);
    }
  }

  private Set<Observation> observations() {
    return switch (observed) {
      case "none", "kernel" -> Set.of(Observation.KERNEL);
      case "labels" -> Set.of(Observation.KERNEL, Observation.LABELS);
      case "usual" -> Observation.USUAL;
      case "features" -> Set.of(Observation.KERNEL, Observation.FEATURES);
      case "feature_pairs" -> Set.of(Observation.KERNEL, Observation.FEATURE_PAIRS);
      case "output_pairs" -> Set.of(Observation.KERNEL, Observation.OUTPUT_PAIRS);
      default -> throw new IllegalArgumentException(observed);
    };
  }

  @Setup
  public void setUp() {
    Noise noise = new Noise(examples, outputs);
    double[][] x = new double[examples][DIMENSION];
    for (int i = 0; i < examples; i++) {
      noise.input(i, x[i]);
    }
    TrainingData data =
        new TrainingData(
            ExampleChoice.all().from(noise, InputScale.UNIT_NORM, Targets.ONE_HOT),
            Optional.empty());
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, WIDTH);
    widths[0] = DIMENSION;
    widths[depth] = outputs;
    Network law = new Network(Activation.RELU, 2, 0, Widths.of(widths), Parametrization.STANDARD);
    List<Long> recorded =
        observed.equals("none")
            ? List.of(0L, STEPS)
            : LongStream.rangeClosed(0, STEPS).boxed().toList();
    Method method = new Method.Steps(new Optimizer.Plain(), 1e-5, STEPS, recorded);
    Training training =
        new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, examples, observations());
    trainer =
        TrainerKind.DENSE.of(
            law, data, training, DenseOptions.DEFAULT, KernelTheory.of(law, x, 1.0 / examples));
    trainer.begin(1, 1);
    trainer.advance(1);
  }

  @TearDown
  public void tearDown() {
    trainer.close();
  }

  @Benchmark
  public long stepAndLook() {
    trainer.advance(1);
    return trainer.stepsMade();
  }
}
