package org.ntksweep.jobs.run.training.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.TrainingRecord;

/** Records as bytes. */
final class RecordFormat {
  private static final int FIRST_NUMBERS = 1 << 13;

  private RecordFormat() {}

  static void write(DataOutput out, List<TrainingRecord> records) throws IOException {
    out.writeInt(records.size());
    for (TrainingRecord record : records) {
      write(out, record);
    }
  }

  private static void write(DataOutput out, TrainingRecord record) throws IOException {
    out.writeLong(record.step());
    out.writeDouble(record.time());
    StopRule.Reason.write(out, record.stopped());
    for (Quantity quantity : Quantity.values()) {
      out.writeDouble(record.get(quantity));
    }
    for (KernelEntries of : KernelEntries.values()) {
      double[] entries = record.entries(of);
      out.writeInt(entries.length);
      for (double entry : entries) {
        out.writeDouble(entry);
      }
    }
  }

  static List<TrainingRecord> read(DataInput in) throws IOException {
    int count = in.readInt();
    List<TrainingRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record(in));
    }
    return records;
  }

  private static TrainingRecord record(DataInput in) throws IOException {
    TrainingRecord record = new TrainingRecord(in.readLong(), in.readDouble());
    StopRule.Reason.read(in).ifPresent(record::setStopped);
    for (Quantity quantity : Quantity.values()) {
      record.set(quantity, in.readDouble());
    }
    for (KernelEntries of : KernelEntries.values()) {
      record.setEntries(of, numbers(in, in.readInt()));
    }
    return record;
  }

  /**
   * How many there are is believed as far as there are bytes: a wrong count asks for any memory.
   */
  private static double[] numbers(DataInput in, int count) throws IOException {
    double[] numbers = new double[Math.min(count, FIRST_NUMBERS)];
    for (int i = 0; i < count; i++) {
      if (i == numbers.length) {
        numbers = Arrays.copyOf(numbers, (int) Math.min(count, 2L * i));
      }
      numbers[i] = in.readDouble();
    }
    return numbers;
  }
}
