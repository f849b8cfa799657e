package org.ntksweep.core.training.course;

import java.util.Optional;
import org.ntksweep.core.theory.training.FrozenKernel;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.PredictedLoss;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;

/**
 * What kernel theory predicts of the training of one network: by its own kernel at initialization,
 * and by that of infinite width, which is compared with the network's. Both predictions start from
 * what this network answers at initialization.
 */
public final class Predictions {
  private final Method method;
  private final int kernelExamples;
  private final KernelTheory theory;

  /** Empty before it is known, and where the kernel of infinite width is not. */
  private Optional<InfiniteWidthComparison> comparison = Optional.empty();

  private Optional<PredictedLoss> empirical = Optional.empty();
  private Optional<PredictedLoss> infinite = Optional.empty();

  /** Predictions of networks of a point. */
  public Predictions(Training training, KernelTheory theory) {
    method = training.method();
    kernelExamples = training.kernelExamples();
    this.theory = theory;
  }

  /**
   * Whether losses are predicted by the kernel of a network: where {@link PredictedLoss#appliesTo}
   * and its kernel is looked at at all training examples, not too many.
   */
  public static boolean areByKernel(TrainingData data, Training training) {
    int examples = data.train().count();
    return PredictedLoss.appliesTo(training.method())
        && training.kernelExamples() == examples
        && (long) examples * data.train().outputs() <= KernelTheory.LARGEST_ORDER;
  }

  /**
   * About how many doubles it takes at once to predict by the kernel of a network: the full kernel
   * and two triangles of it, its eigenvectors and a copy that LAPACK works on, and as much as two
   * more, which {@code dsyevd} asks for.
   */
  public static double doubles(TrainingData data, Training training) {
    double order = (double) data.train().count() * data.train().outputs();
    return areByKernel(data, training) ? 6 * order * order : 0;
  }

  /** Whether there is anything to predict by the kernel of a network. */
  public boolean areWanted() {
    return PredictedLoss.appliesTo(method);
  }

  /**
   * Turns to a network.
   *
   * @param answers what it answers at initialization
   * @param kernel its kernel there; empty where it is not known for all examples
   */
  public void begin(Answers answers, Optional<FrozenKernel> kernel) {
    double[] residual = answers.residuals();
    empirical = kernel.flatMap(frozen -> PredictedLoss.of(method, frozen, residual));
    infinite =
        areWanted()
            ? theory.kernel().flatMap(frozen -> PredictedLoss.of(method, frozen, residual))
            : Optional.empty();
    comparison = comparison.or(this::compared);
  }

  private Optional<InfiniteWidthComparison> compared() {
    return theory
        .tracedKernel(kernelExamples)
        .map(kernel -> new InfiniteWidthComparison(kernelExamples, kernel));
  }

  /** Writes what was predicted for where a record is, which has the kernel. */
  public void record(TrainingRecord record) {
    comparison.ifPresent(infiniteWidth -> infiniteWidth.record(record));
    set(record, Quantity.PREDICTED_LOSS, empirical);
    set(record, Quantity.PREDICTED_LOSS_INFINITE, infinite);
  }

  private static void set(
      TrainingRecord record, Quantity quantity, Optional<PredictedLoss> predicted) {
    predicted.ifPresent(p -> record.set(quantity, p.at(record.step(), record.time())));
  }
}
