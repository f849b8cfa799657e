package org.ntksweep.core.training.course;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.infinite.OutputVariance;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.theory.training.LinearUpdate;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.PredictedLoss;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;

/**
 * The variance over initializations of {@link Quantity#TEST_OUTPUT} along training, as it is in the
 * limit of infinite width: what {@link OutputVariance} says of the steps of a method.
 */
public final class OutputVarianceLimit {
  /** Inner products that differ by less, as a share of a squared norm, are equal. */
  private static final double ROUNDING = 1e-12;

  private final OutputVariance variance;
  private final Training training;

  /** The eigenvalue of ones times the weight of an example. */
  private final double rate;

  private OutputVarianceLimit(OutputVariance variance, Training training, double weight) {
    this.variance = variance;
    this.training = training;
    rate = weight * variance.commonEigenvalue();
  }

  /**
   * That of networks of a law.
   *
   * @return empty where training is not linear in that limit ({@link PredictedLoss#appliesTo}) or
   *     the limit not known ({@link KernelTheory#appliesTo}), without test examples, and unless the
   *     training examples and the first to test on have one norm and, any two of them, one cosine
   */
  public static Optional<OutputVarianceLimit> of(
      Network law, TrainingData data, Training training) {
    return data.test()
        .filter(test -> KernelTheory.appliesTo(law) && PredictedLoss.appliesTo(training.method()))
        .filter(test -> areAlike(data.train(), test))
        .map(
            test ->
                new OutputVarianceLimit(
                    OutputVariance.of(
                        law,
                        Inputs.ofCoordinates(new double[][] {row(test, 0), row(data.train(), 0)}),
                        data.train().count()),
                    training,
                    training.loss().weight(data.train().count())));
  }

  private static boolean areAlike(Examples train, Examples test) {
    double[] heldOut = row(test, 0);
    double norm2 = product(heldOut, heldOut);
    double common = product(heldOut, row(train, 0));
    double rounding = ROUNDING * norm2;
    return IntStream.range(0, train.count())
        .allMatch(
            i -> {
              double[] x = row(train, i);
              return Math.abs(product(x, x) - norm2) <= rounding
                  && Math.abs(product(x, heldOut) - common) <= rounding
                  && IntStream.range(0, i)
                      .allMatch(j -> Math.abs(product(x, row(train, j)) - common) <= rounding);
            });
  }

  private static double product(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(k -> x[k] * y[k]).sum();
  }

  private static double[] row(Examples examples, int i) {
    double[] row = new double[examples.dimension()];
    Arrays.setAll(row, k -> examples.input(i, k));
    return row;
  }

  /**
   * At a recorded place.
   *
   * @param step how many steps were made; ignored in gradient flow
   * @param time of the flow; ignored elsewhere
   * @return at least 0, infinite where training diverges beyond a double
   */
  public double at(long step, double time) {
    // A centered model starts from residuals that are no one's chance.
    return variance.at(training.lazy().centered() ? 1 : left(step, time));
  }

  private double left(long step, double time) {
    if (!(training.method() instanceof Method.Steps steps)) {
      return StrictMath.exp(-time * rate);
    }
    LinearUpdate update = steps.optimizer().linear(steps.learningRate()).orElseThrow();
    return update.residual(rate, step);
  }
}
