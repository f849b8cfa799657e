package org.ntksweep.core.training.explicit.cost;

import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.draw.LayerDraw;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.blocks.BlockCost;
import org.ntksweep.core.training.blocks.BlockStructure;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.course.Predictions;
import org.ntksweep.core.training.kernel.KernelCost;
import org.ntksweep.core.training.objective.Chunks;
import org.ntksweep.core.training.objective.LastFeatures;

/** What training explicit weights takes of memory, and where none would be enough. */
public final class ExplicitCost {
  /** The order of the largest square that is a matrix in one piece. */
  private static final int MOST_KERNEL_EXAMPLES = (int) Math.sqrt(NativeMatrix.MAX_ENTRIES);

  private ExplicitCost() {}

  /** Why networks of a law cannot be trained so; empty if they can. */
  public static Optional<String> objection(Network law, TrainingData data, Training training) {
    return batches(data, training)
        .or(() -> kernels(training))
        .or(() -> pieces(law, data, training));
  }

  private static Optional<String> batches(TrainingData data, Training training) {
    return training.method() instanceof Method.Steps steps
        ? steps.batch().flatMap(batch -> batch.objection(data.train()))
        : Optional.empty();
  }

  private static Optional<String> kernels(Training training) {
    return training.kernelExamples() <= MOST_KERNEL_EXAMPLES
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "kernel.examples %d: dense has kernels of at most %d",
                training.kernelExamples(),
                MOST_KERNEL_EXAMPLES));
  }

  /** Why no memory would be enough, if it would not. */
  private static Optional<String> pieces(Network law, TrainingData data, Training training) {
    long most = Math.max(parameters(law), signals(law, errors(law, data, training)));
    return most <= NativeMatrix.MAX_ENTRIES
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "dense trains at most %,d numbers held in one piece, not %,d",
                NativeMatrix.MAX_ENTRIES,
                most));
  }

  /** Weights and biases, {@code sum over l of n_l (n_{l-1} + 1)}. */
  static long parameters(Network law) {
    long sum = 0;
    for (int l = 1; l <= law.depth(); l++) {
      sum += (long) law.widths().at(l) * (law.widths().at(l - 1) + 1);
    }
    return sum;
  }

  /** The most examples that pass together. */
  public static int columns(TrainingData data, Training training) {
    int test = data.test().map(examples -> Chunks.of(examples.count()).longest()).orElse(0);
    int longest = Math.max(Chunks.of(data.train().count()).longest(), test);
    return Math.max(longest, training.kernelExamples());
  }

  /** The most errors that pass together. */
  public static long errors(Network law, TrainingData data, Training training) {
    return Math.max(columns(data, training), KernelCost.of(law, training).errors());
  }

  private static long signals(Network law, long columns) {
    long longest = 0;
    for (int l = 0; l <= law.depth(); l++) {
      longest = Math.max(longest, law.widths().at(l) + 1);
    }
    return longest * columns;
  }

  /** The memory in all. */
  public static long bytes(Network law, TrainingData data, Training training, Precision precision) {
    long columns = columns(data, training);
    long kept = 0;
    for (int l = 0; l <= law.depth(); l++) {
      kept += law.widths().at(l) + 1;
    }
    KernelCost kernels = KernelCost.of(law, training);
    long vectors = 1L + stateVectors(training);
    double numbers =
        vectors * parameters(law)
            + kept * columns
            + 3 * signals(law, errors(law, data, training))
            + kernels.nativeNumbers();
    double seen = features(law, data, training) + BlockCost.heapNumbers(law, data, training);
    double heap = kept * columns + kernels.heapNumbers() + seen;
    double once = Predictions.doubles(data, training) + LayerDraw.frameNumbers(shape(law));
    return (long) (numbers * precision.bytes() + (heap + once) * Double.BYTES)
        + Course.bytes(training)
        + (4L << 20);
  }

  private static PassShape shape(Network law) {
    return new PassShape(law, law.widths().inputDim(), law.widths().outputs());
  }

  private static long features(Network law, TrainingData data, Training training) {
    if (!Collapse.isSeen(law, data.train(), training)
        && !BlockStructure.isSeen(law, data.train(), training)) {
      return 0;
    }
    int dimension = law.widths().at(law.depth() - 1);
    long examples = data.train().count();
    long test = data.test().map(set -> LastFeatures.keptNumbers(set.count(), dimension)).orElse(0L);
    long within = Math.min(examples, dimension) * dimension;
    return LastFeatures.keptNumbers(data.train().count(), dimension) + test + within;
  }

  static int stateVectors(Training training) {
    if (training.method() instanceof Method.Steps steps) {
      if (steps.optimizer() instanceof Optimizer.Plain) {
        return steps.weightDecay() == 0 ? 1 : 2;
      }
      return steps.optimizer() instanceof Optimizer.Adam ? 4 : 3;
    }
    return 8;
  }
}
