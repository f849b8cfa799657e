package org.ntksweep.jobs.run.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.spark.TaskKilledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.files.FolderFiles;

class NetworkTrainingTest {
  private static final long SEED = 5;
  private static final long NEVER = 1L << 60;

  @TempDir private Path temp;
  private long stepsAtStart;

  /** Every look at the clock takes a second. */
  private long now;

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 4})
  void whereItIsInterruptedDoesNotShow(long sample) {
    List<String> expected = train(sample, checkpoint("none"), NetworkTrainingTest::isNotKilled);
    for (int advances = 2; advances <= 7; advances++) {
      Checkpoint checkpoint = checkpoint("n" + advances);
      assertThat(interrupted(sample, checkpoint, advances)).isEqualTo(expected);
    }
  }

  /** Killed again and again after so many advances, each of which goes on from the one before. */
  private List<String> interrupted(long sample, Checkpoint checkpoint, int advances) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      List<Long> left = new ArrayList<>(LongStream.range(0, advances).boxed().toList());
      try {
        return train(
            sample,
            checkpoint,
            () -> {
              left.remove(0);
              return left.isEmpty();
            });
      } catch (TaskKilledException e) {
        assertThat(left).isEmpty();
      }
    }
    throw new AssertionError("no progress");
  }

  /** An executor that is lost says nothing. */
  @Test
  void whereAnExecutorIsLostItGoesOnFromItsCheckpoint() {
    List<String> expected = train(0, checkpoint("none"), NetworkTrainingTest::isNotKilled);
    Checkpoint checkpoint = checkpoint("a");
    int[] advances = {0};
    assertThatThrownBy(() -> train(0, checkpoint, () -> lostAfter(70, advances)))
        .hasMessage("lost");
    assertThat(train(0, checkpoint, NetworkTrainingTest::isNotKilled)).isEqualTo(expected);
    assertThat(stepsAtStart).isBetween(40L, 70L);
  }

  private static boolean isNotKilled() {
    return false;
  }

  private static boolean lostAfter(int most, int[] advances) {
    if (++advances[0] == most) {
      throw new IllegalStateException("lost");
    }
    return false;
  }

  @Test
  void whatHasArrivedIsNotTrainedAgain() {
    Checkpoint checkpoint = checkpoint("a");
    List<String> expected = train(2, checkpoint, NetworkTrainingTest::isNotKilled);
    stepsAtStart = -1;
    assertThat(train(2, checkpoint, NetworkTrainingTest::isNotKilled)).isEqualTo(expected);
    assertThat(stepsAtStart).as("not begun").isEqualTo(-1);
  }

  @Test
  void damageMeansToBeginAnew() throws IOException {
    List<String> expected = train(0, checkpoint("none"), NetworkTrainingTest::isNotKilled);
    Checkpoint checkpoint = checkpoint("a");
    int[] advances = {0};
    assertThatThrownBy(() -> train(0, checkpoint, () -> ++advances[0] == 6))
        .isInstanceOf(TaskKilledException.class);
    Path file = temp.resolve(checkpoint.file());
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      assertBegunAnew(file, damaged, expected, checkpoint);
    }
    for (int length = 0; length < whole.length; length += 31) {
      assertBegunAnew(file, Arrays.copyOf(whole, length), expected, checkpoint);
    }
  }

  private void assertBegunAnew(
      Path file, byte[] damaged, List<String> expected, Checkpoint checkpoint) throws IOException {
    Files.write(file, damaged);
    assertThat(train(0, checkpoint, NetworkTrainingTest::isNotKilled, NEVER)).isEqualTo(expected);
    assertThat(stepsAtStart).isZero();
  }

  /** No more memory is taken than there are bytes, whatever they say. */
  @Test
  void lengthsAreNotBelieved() throws IOException {
    TrainingRecord record = new TrainingRecord(3, 0.5);
    for (KernelEntries of : KernelEntries.values()) {
      record.setEntries(of, new double[] {1, 2, 3});
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    RecordFormat.write(new DataOutputStream(kept), List.of(record, record));
    byte[] whole = kept.toByteArray();
    assertThat(RecordFormat.read(data(whole))).hasSize(2);
    int refused = 0;
    for (int at = 0; at <= whole.length - Integer.BYTES; at++) {
      byte[] forged = whole.clone();
      ByteBuffer.wrap(forged).putInt(at, Integer.MAX_VALUE);
      try {
        RecordFormat.read(data(forged));
      } catch (IOException | RuntimeException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static DataInputStream data(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatIsKeptOfOthersIsLeftAlone() {
    Checkpoint first = checkpoint("a");
    train(0, first, NetworkTrainingTest::isNotKilled);
    Checkpoint other = new Checkpoint(first.files(), first.file(), "another network");
    stepsAtStart = -1;
    assertThat(train(1, other, NetworkTrainingTest::isNotKilled))
        .isEqualTo(train(1, checkpoint("none"), NetworkTrainingTest::isNotKilled));
    assertThat(stepsAtStart).isZero();
  }

  @Test
  void thatItCannotBeKeptIsNoFailure() throws IOException {
    Files.createFile(temp.resolve("waves"));
    assertThat(train(0, checkpoint("a"), NetworkTrainingTest::isNotKilled)).hasSize(5);
  }

  @Test
  void shortNetworksAreNotKept() {
    Checkpoint checkpoint = checkpoint("a");
    assertThat(train(0, checkpoint, NetworkTrainingTest::isNotKilled, NEVER)).hasSize(5);
    assertThat(temp.resolve(checkpoint.file())).doesNotExist();
  }

  private List<String> train(long sample, Checkpoint checkpoint, BooleanSupplier isKilled) {
    return train(sample, checkpoint, isKilled, 0);
  }

  private List<String> train(
      long sample, Checkpoint checkpoint, BooleanSupplier isKilled, long pause) {
    try (FakeTrainer trainer = new FakeTrainer()) {
      return Records.texts(
          new NetworkTraining(trainer, true, pause, () -> now += 1_000_000_000, isKilled)
              .of(SEED, sample, checkpoint, new Watcher(trainer)));
    }
  }

  private final class Watcher implements NetworkTraining.Watcher {
    private final FakeTrainer trainer;

    Watcher(FakeTrainer trainer) {
      this.trainer = trainer;
    }

    @Override
    public void begins(List<TrainingRecord> records) {
      stepsAtStart = trainer.stepsMade();
    }

    @Override
    public void at(List<TrainingRecord> records) {}
  }

  private Checkpoint checkpoint(String name) {
    FolderFiles files = FolderFiles.at(temp.toString(), RunFolder.configuration());
    return new Checkpoint(files, "waves/checkpoints/" + name, "network " + name);
  }
}
