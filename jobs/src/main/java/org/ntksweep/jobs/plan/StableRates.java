package org.ntksweep.jobs.plan;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.text.PointText;
import org.ntksweep.jobs.config.training.LearningRate;
import org.ntksweep.jobs.config.training.TrainingPart;
import org.ntksweep.jobs.shell.RequestException;

/**
 * The largest stable learning rates at the laws of a sweep: {@code 2/lambda_max} of the
 * infinite-width kernel on the data, over N for the mean loss. Found once in an application, and
 * only if the sweep asks for shares of them.
 */
final class StableRates implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] rates;

  private StableRates(double[] rates) {
    this.rates = rates;
  }

  /**
   * Those of a sweep, or none if it does not ask for them.
   *
   * @throws RequestException if there is none at a law
   */
  static StableRates of(Sweep sweep) {
    return new StableRates(
        sweep.training().filter(StableRates::areAsked).stream()
            .flatMapToDouble(
                part ->
                    IntStream.range(0, sweep.points().size())
                        .parallel()
                        .mapToDouble(law -> rate(sweep.points().get(law), part)))
            .toArray());
  }

  private static boolean areAsked(TrainingPart part) {
    return part.learningRates().stream().anyMatch(LearningRate.OfStable.class::isInstance);
  }

  private static double rate(Network law, TrainingPart part) {
    Examples train = part.data().at(law).train();
    return KernelTheories.of(law, train, part.loss())
        .stableRate()
        .orElseThrow(() -> new RequestException(none(law, part)));
  }

  private static String none(Network law, TrainingPart part) {
    return "grid.learning_rate: must be numbers, not "
        + part.learningRates().stream().filter(LearningRate.OfStable.class::isInstance).toList()
        + ": the infinite-width kernel has no finite 2/lambda_max on the data at "
        + PointText.of(law);
  }

  /** The rate at the law of this place in the grid. */
  double of(int law) {
    return rates[law];
  }
}
