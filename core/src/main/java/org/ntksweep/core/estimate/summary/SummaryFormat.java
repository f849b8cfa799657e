package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.RatioInterval;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;

/** How the binary form of a summary begins: its version, and what it is a summary for. */
final class SummaryFormat {
  private static final int VERSION = 2;
  private static final int MOST_ENTRIES = 1 << 16;
  private static final int MOST_REPLICATES = 1 << 24;

  private SummaryFormat() {}

  static void writeHeader(SummaryKind kind, DataOutput out) throws IOException {
    Estimation estimation = kind.estimation();
    out.writeByte(VERSION);
    out.writeUTF(estimation.estimator().label());
    out.writeInt(estimation.bootstrap().replicates());
    out.writeDouble(estimation.bootstrap().confidence());
    out.writeLong(estimation.bootstrap().seed());
    out.writeUTF(estimation.interval().label());
    out.writeInt(kind.entries());
    out.writeBoolean(kind.weighted());
  }

  /** An empty summary of the kind that follows. */
  static KernelSummary readHeader(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException(
          "kernel summary of version " + version + ": this program reads version " + VERSION);
    }
    String label = in.readUTF();
    RatioEstimator estimator =
        RatioEstimator.parse(label)
            .orElseThrow(() -> new IOException("kernel summary for the estimator " + label));
    int replicates = bounded("replicates", in.readInt(), MOST_REPLICATES);
    double confidence = in.readDouble();
    long seed = in.readLong();
    RatioInterval interval =
        RatioInterval.parse(in.readUTF())
            .orElseThrow(() -> new IOException("kernel summary for an unknown interval"));
    int entries = bounded("entries", in.readInt(), MOST_ENTRIES);
    boolean weighted = in.readBoolean();
    try {
      Bootstrap bootstrap = new Bootstrap(replicates, confidence, seed);
      return KernelSummary.empty(new Estimation(estimator, bootstrap, interval), entries, weighted);
    } catch (IllegalArgumentException e) {
      throw new IOException("kernel summary: " + e.getMessage(), e);
    }
  }

  private static int bounded(String what, int value, int most) throws IOException {
    if (value < 1 || value > most) {
      throw new IOException("kernel summary of " + value + " " + what + ": at most " + most);
    }
    return value;
  }
}
