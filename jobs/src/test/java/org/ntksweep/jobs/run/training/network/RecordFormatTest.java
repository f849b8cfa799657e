package org.ntksweep.jobs.run.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.TrainingRecord;

final class RecordFormatTest {

  @Test
  void kernelsOfAnySizeAreReadAsTheyWereWritten() throws IOException {
    for (int entries : new int[] {0, 1, 8192, 8193, 40_000}) {
      double[] kernel = DoubleStream.iterate(0.5, x -> x + 1).limit(entries).toArray();
      List<TrainingRecord> read = RecordFormat.read(data(written(kernel)));
      assertThat(read).hasSize(1);
      assertThat(read.get(0).kernel()).isEqualTo(kernel);
    }
  }

  /** The heap would not hold what it says. */
  @Test
  void aWrongSizeTakesNoMemory() throws IOException {
    byte[] bytes = written(new double[] {1, 2});
    ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, 1 << 30);
    assertThatThrownBy(() -> RecordFormat.read(data(bytes))).isInstanceOf(EOFException.class);
  }

  private static byte[] written(double[] kernel) throws IOException {
    TrainingRecord record = new TrainingRecord(3, 0.5);
    record.setEntries(KernelEntries.KERNEL, kernel);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordFormat.write(new DataOutputStream(out), List.of(record));
    return out.toByteArray();
  }

  private static DataInputStream data(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
