package org.ntksweep.jobs.run.training.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

/** Records by all they say: equal texts have equal bits. */
public final class Records {
  private Records() {}

  /** One text for each. */
  public static List<String> texts(List<TrainingRecord> records) {
    return records.stream().map(Records::text).toList();
  }

  private static String text(TrainingRecord record) {
    List<Double> values = Stream.of(Quantity.values()).map(record::get).toList();
    return record.step()
        + " "
        + record.time()
        + " "
        + values
        + " "
        + Arrays.toString(record.kernel())
        + " "
        + record.stopped();
  }
}
