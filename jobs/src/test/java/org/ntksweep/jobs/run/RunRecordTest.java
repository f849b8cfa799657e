package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunMode;

final class RunRecordTest extends SparkTest {
  private static final Invocation INVOCATION =
      new Invocation("0", "", "ntk-sweep run", new PrintWriter(Writer.nullWriter()), false);

  @TempDir private Path temp;

  private RunFolder folder() {
    return RunFolder.at(temp.toString(), RunFolder.configuration());
  }

  @Test
  void whateverKeepsARunFromBeginningFreesItsFolder() {
    assertThatThrownBy(
            () -> RunRecord.begin(null, Sweeps.small(), folder(), RunMode.NEW, INVOCATION))
        .isInstanceOf(NullPointerException.class);
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void whatIsToldOfARunStaysAsItWasTold() {
    try (RunRecord record =
        RunRecord.begin(spark, Sweeps.small(), folder(), RunMode.NEW, INVOCATION)) {
      Manifest told = record.manifest();
      record.spent("sampling", 2);
      record.samplesPerSecond(5);
      assertThat(told.number("core_seconds", "sampling")).isZero();
      assertThat(told.number("samples_per_second")).isZero();
      assertThat(record.manifest().number("core_seconds", "sampling")).isEqualTo(2);
      assertThat(record.manifest().number("samples_per_second")).isEqualTo(5);
    }
  }
}
