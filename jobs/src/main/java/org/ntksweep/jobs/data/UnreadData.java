package org.ntksweep.jobs.data;

import org.ntksweep.core.data.DataException;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.training.TrainingData;

/**
 * Data in place of which their number is enough, as where a sweep that was run is compared with
 * another.
 *
 * @param examples how many to train on
 * @param tests how many to test on
 */
public record UnreadData(int examples, int tests) implements SweepData {
  private static final long serialVersionUID = 1;

  /**
   * Data as they are asked for.
   *
   * @throws DataException if their number is not said
   */
  public static UnreadData of(DataRequest request) {
    int examples =
        request
            .choice()
            .count()
            .orElseThrow(() -> new DataException("is not read here; say how many examples"));
    return new UnreadData(examples, request.tests());
  }

  @Override
  public TrainingData at(Network law) {
    throw new IllegalStateException("the data were not read");
  }
}
