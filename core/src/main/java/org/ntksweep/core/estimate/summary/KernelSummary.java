package org.ntksweep.core.estimate.summary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.estimate.SampleShape;
import org.ntksweep.core.estimate.ratio.RatioEstimator;

/**
 * What a set of samples of one point leaves for its estimates, in memory that does not grow with
 * their number. Summaries of disjoint ranges of samples merge, and the result has the same bits
 * however the samples were cut into ranges and in whatever order these were merged.
 *
 * <p>A range is of consecutive samples. It begins at a cut ({@link Estimation#floorCut}) and ends
 * at one, or at the end of the point's samples: there a unit may stay open, which counts as a
 * smaller one until more samples follow. Of several summaries that are merged, at most one may have
 * an open unit.
 *
 * <p>To store a summary and add samples later, store {@link #closed()} and continue with sample
 * {@link #closedSamples()}: the summary of the first N samples that is continued to N' in this way
 * equals that of the first N' samples, bit for bit.
 *
 * <p>Made for many samples: a Poisson replicate of fewer than fifty or so may happen to be empty,
 * which leaves the error and the interval of the ratio undefined.
 *
 * <p>Not for several threads at once.
 */
public final class KernelSummary implements Serializable {
  private static final long serialVersionUID = 1;

  private final transient SummaryKind kind;
  private final transient NetworkMoments moments;
  private final transient RatioReplicates replicates;
  private final transient OpenUnit open;
  private transient long closedSamples;

  private KernelSummary(SummaryKind kind) {
    this.kind = kind;
    moments = new NetworkMoments(kind);
    replicates = RatioReplicates.of(kind);
    open = new OpenUnit(kind, replicates.newBlocks());
  }

  /**
   * The summary of no samples, which will be plain.
   *
   * @param estimation how samples become estimates
   * @param entries how many kernel entries a sample has, the diagonal first
   * @throws IllegalArgumentException if the estimator needs the samples themselves, or there is no
   *     entry
   */
  public static KernelSummary empty(Estimation estimation, int entries) {
    return empty(estimation, entries, false);
  }

  /**
   * The summary of no samples.
   *
   * @param weighted whether samples will be drawn from another law and carry weights
   * @throws IllegalArgumentException likewise, or if the estimator takes no weights
   */
  public static KernelSummary empty(Estimation estimation, int entries, boolean weighted) {
    return new KernelSummary(new SummaryKind(estimation, entries, weighted));
  }

  /**
   * Adds a plain sample: the one after the last, or the first of another range.
   *
   * @param sample its number, at least 0
   * @param theta the entries, the diagonal first; read as {@link SampleSeries#of} does
   * @param logAbsTheta their logarithms {@code log |theta|}
   * @throws IllegalArgumentException if a range begins elsewhere than at a cut or skips a sample,
   *     there are more or fewer entries, or one is NaN or has neither a normal {@code theta} nor a
   *     logarithm below positive infinity; the summary then stays as it is
   */
  public void add(long sample, double[] theta, double[] logAbsTheta) {
    add(sample, theta, logAbsTheta, 0);
  }

  /**
   * The same of a sample with a weight.
   *
   * @param logWeight its logarithm
   * @throws IllegalArgumentException likewise, or if it is not finite, or not 0 in a summary of
   *     plain samples
   */
  public void add(long sample, double[] theta, double[] logAbsTheta, double logWeight) {
    if (theta.length != entries() || logAbsTheta.length != entries()) {
      throw new IllegalArgumentException(
          theta.length + " entries and " + logAbsTheta.length + " logarithms, not " + entries());
    }
    if (logWeight != 0 && !kind.weighted()) {
      throw new IllegalArgumentException(
          "sample " + sample + ": log_weight " + logWeight + " among plain samples");
    }
    open.add(sample, theta, logAbsTheta, logWeight);
    if (open.isComplete()) {
      close();
    }
  }

  private void close() {
    replicates.add(open);
    moments.add(open.moments());
    count(open.held());
    open.clear();
  }

  private void count(long samples) {
    if (samples > Estimation.MOST_STREAMED - closedSamples) {
      throw new IllegalArgumentException(
          "more than " + Estimation.MOST_STREAMED + " samples of a point");
    }
    closedSamples += samples;
  }

  /**
   * Adds the samples of {@code that}, which must be others; it stays as it is.
   *
   * @throws IllegalArgumentException if the two differ in estimation, number of entries or whether
   *     samples carry weights, or both have an open unit
   */
  public void merge(KernelSummary that) {
    if (!kind.equals(that.kind)) {
      throw new IllegalArgumentException("summaries differ: " + this + " and " + that);
    }
    if (!open.isEmpty() && !that.open.isEmpty()) {
      throw new IllegalArgumentException("both summaries end between two cuts");
    }
    mergeClosed(that);
    if (!that.open.isEmpty()) {
      open.take(that.open);
    }
  }

  private void mergeClosed(KernelSummary that) {
    replicates.add(that.replicates);
    moments.add(that.moments);
    count(that.closedSamples);
  }

  /** The summary of the samples of complete units alone: what may be continued. A copy. */
  public KernelSummary closed() {
    KernelSummary closed = new KernelSummary(kind);
    closed.mergeClosed(this);
    return closed;
  }

  /** How samples become estimates. */
  public Estimation estimation() {
    return kind.estimation();
  }

  /** How many kernel entries a sample has. */
  public int entries() {
    return kind.entries();
  }

  /** The number of samples. */
  public long samples() {
    return closedSamples + open.held();
  }

  /** The number of samples in complete units. */
  public long closedSamples() {
    return closedSamples;
  }

  /**
   * The estimates of all entries, in their order. For {@link RatioEstimator#DEBIASED}, samples of a
   * replicate that is not complete count for the moments alone.
   *
   * @throws IllegalArgumentException if there are fewer samples than the estimator's {@link
   *     RatioEstimator#minimumSamples()}, or fewer than two complete replicates of debiased
   */
  public List<KernelEstimate> estimates() {
    KernelSummary whole = new KernelSummary(kind);
    whole.merge(this);
    if (!whole.open.isEmpty()) {
      whole.close();
    }
    replicates.require(estimation().estimator(), samples());
    return IntStream.range(0, entries()).mapToObj(whole::estimate).toList();
  }

  private KernelEstimate estimate(int entry) {
    double confidence = estimation().bootstrap().confidence();
    EntryMoments of = moments.entry(entry);
    SampleShape shape = of.shape(closedSamples, moments.weight(closedSamples));
    return new SummaryEstimate(of, moments.entry(0), closedSamples, confidence)
        .of(replicates.estimate(entry, of, shape), shape);
  }

  /** Writes a binary form that {@link #read} understands: equal summaries, equal bytes. */
  public void write(DataOutput out) throws IOException {
    SummaryFormat.writeHeader(kind, out);
    out.writeLong(closedSamples);
    moments.write(out);
    replicates.write(out);
    open.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is no summary, or one of a version that is not known
   */
  public static KernelSummary read(DataInput in) throws IOException {
    KernelSummary read = SummaryFormat.readHeader(in);
    read.closedSamples = in.readLong();
    read.moments.read(in);
    read.replicates.read(in);
    read.open.read(in);
    return read;
  }

  /** The binary form as an array. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} gave.
   *
   * @throws IOException if it is no summary, or one of a version that is not known
   */
  public static KernelSummary of(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    KernelSummary read = read(new DataInputStream(in));
    if (in.available() > 0) {
      throw new IOException("kernel summary with " + in.available() + " bytes too many");
    }
    return read;
  }

  @Override
  public String toString() {
    return samples() + " samples of " + kind;
  }

  private Object writeReplace() {
    return new Serialized(toBytes());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a summary is serialized by its bytes");
  }

  /** What Java's serialization writes in place of a summary. */
  private static final class Serialized implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    Serialized(byte[] bytes) {
      this.bytes = bytes;
    }

    private Object readResolve() throws IOException {
      return of(bytes);
    }
  }
}
