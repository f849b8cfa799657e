package org.ntksweep.jobs.run.training.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.jobs.folder.files.FolderFiles;

/**
 * The file in which a network on its way is kept: whose it is, what was seen of it, and, unless it
 * has arrived, the state of its trainer; behind all of it a checksum. What is not whole, or not of
 * this network, is as if it were not there.
 *
 * @param files the run folder
 * @param file its name there
 * @param network what the network is known by
 */
record Checkpoint(FolderFiles files, String file, String network) {
  private static final int BUFFER = 1 << 16;

  /** Of another number, quantities or their order, it is of another version of this program. */
  private static final String FORMAT = "1 " + List.of(Quantity.values());

  /** Keeps a network. Whoever reads finds the file before or this one. */
  void save(Trainer trainer, List<TrainingRecord> records) throws IOException {
    String draft = file + "-" + UUID.randomUUID() + FolderFiles.INCOMPLETE; // tasks may be repeated
    files.fill(
        draft,
        out -> {
          CheckedOutputStream checked =
              new CheckedOutputStream(new BufferedOutputStream(out, BUFFER), new CRC32C());
          DataOutputStream data = new DataOutputStream(checked);
          write(data, trainer, records);
          data.writeLong(checked.getChecksum().getValue());
          data.flush();
        });
    files.move(draft, file);
  }

  private void write(DataOutputStream out, Trainer trainer, List<TrainingRecord> records)
      throws IOException {
    out.writeUTF(FORMAT);
    out.writeUTF(network);
    RecordFormat.write(out, records);
    out.writeBoolean(trainer.isFinished());
    if (!trainer.isFinished()) {
      trainer.save(out);
    }
  }

  /**
   * A network as it was kept.
   *
   * @param records what was seen of it
   * @param isFinished whether it has arrived; else its trainer has been turned to it
   */
  record Kept(List<TrainingRecord> records, boolean isFinished) {}

  /**
   * The network, if it was kept.
   *
   * @param trainer is turned to where it is; to anywhere if this is empty
   */
  Optional<Kept> restore(Trainer trainer) {
    try {
      return isWhole() ? read(trainer) : Optional.empty();
    } catch (IOException | RuntimeException e) { // of whatever it is that was found there
      return Optional.empty();
    }
  }

  private Optional<Kept> read(Trainer trainer) throws IOException {
    try (InputStream in = files.open(file)) {
      DataInputStream data = new DataInputStream(new BufferedInputStream(in, BUFFER));
      if (!data.readUTF().equals(FORMAT) || !data.readUTF().equals(network)) {
        return Optional.empty();
      }
      Kept kept = new Kept(RecordFormat.read(data), data.readBoolean());
      if (!kept.isFinished()) {
        trainer.restore(data);
      }
      return Optional.of(kept);
    }
  }

  /** Whether its checksum is that of all before it, without which nothing of it is looked at. */
  private boolean isWhole() throws IOException {
    long bytes = files.exists(file) ? files.length(file) - Long.BYTES : -1;
    if (bytes < 0) {
      return false;
    }
    try (InputStream in = files.open(file)) {
      CheckedInputStream checked =
          new CheckedInputStream(new BufferedInputStream(in, BUFFER), new CRC32C());
      checked.skipNBytes(bytes);
      long found = checked.getChecksum().getValue();
      return new DataInputStream(checked).readLong() == found;
    }
  }
}
