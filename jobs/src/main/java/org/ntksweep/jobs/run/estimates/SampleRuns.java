package org.ntksweep.jobs.run.estimates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ntksweep.core.estimate.SampleSeries;

/**
 * Samples of one kernel entry, gathered in any order. Neighbours in arrival are mostly neighbours
 * in number, so numbers are kept as runs: run r holds the samples {@code first[r], first[r] + 1,
 * ...} at the positions from {@code start[r]} on.
 */
final class SampleRuns {
  private static final double[] NONE = {};

  private long[] first = new long[1];
  private int[] start = new int[1];
  private int runs;
  private double[] theta = new double[16];
  private double[] logAbsTheta = new double[16];

  /** Of samples that carry weights; else there is none. */
  private double[] logWeight = NONE;

  private int size;

  int size() {
    return size;
  }

  void add(long sample, double value, double logAbs, double weight) {
    if (runs == 0 || sample != first[runs - 1] + size - start[runs - 1]) {
      beginRun(sample);
    }
    reserve(size + 1);
    theta[size] = value;
    logAbsTheta[size] = logAbs;
    if (weight != 0 || isWeighted()) {
      reserveWeights();
      logWeight[size] = weight;
    }
    size++;
  }

  void addAll(SampleRuns other) {
    int before = size;
    for (int r = 0; r < other.runs; r++) {
      beginRun(other.first[r]);
      start[runs - 1] = before + other.start[r];
    }
    reserve(before + other.size);
    System.arraycopy(other.theta, 0, theta, before, other.size);
    System.arraycopy(other.logAbsTheta, 0, logAbsTheta, before, other.size);
    if (isWeighted() || other.isWeighted()) {
      reserveWeights();
      int known = other.isWeighted() ? other.size : 0;
      System.arraycopy(other.logWeight, 0, logWeight, before, known);
    }
    size = before + other.size;
  }

  /**
   * The samples in the order of their numbers: the same whatever order they arrived in.
   *
   * @param logWeights the logarithms of their weights in that order
   * @throws IllegalStateException if a number occurs twice
   */
  SampleSeries inOrder(double[] logWeights) {
    return SampleSeries.of(ordered(theta), ordered(logAbsTheta), logWeights);
  }

  /** The logarithms of weights in the same order, 0 of plain samples. */
  double[] logWeightsInOrder() {
    return isWeighted() ? ordered(logWeight) : new double[size];
  }

  private boolean isWeighted() {
    return logWeight.length > 0;
  }

  private double[] ordered(double[] arrived) {
    double[] ordered = new double[size];
    long free = Long.MIN_VALUE;
    int to = 0;
    for (int r : runsInOrder()) {
      if (first[r] < free) {
        throw new IllegalStateException("sample " + first[r] + " occurs twice");
      }
      int length = end(r) - start[r];
      System.arraycopy(arrived, start[r], ordered, to, length);
      free = first[r] + length;
      to += length;
    }
    return ordered;
  }

  private int[] runsInOrder() {
    return IntStream.range(0, runs)
        .boxed()
        .sorted(Comparator.comparingLong(r -> first[r]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int end(int run) {
    return run + 1 < runs ? start[run + 1] : size;
  }

  private void beginRun(long sample) {
    if (runs == first.length) {
      first = Arrays.copyOf(first, 2 * runs);
      start = Arrays.copyOf(start, 2 * runs);
    }
    first[runs] = sample;
    start[runs] = size;
    runs++;
  }

  private void reserve(int capacity) {
    if (capacity > theta.length) {
      int length = Math.max(capacity, theta.length + (theta.length >> 1));
      theta = Arrays.copyOf(theta, length);
      logAbsTheta = Arrays.copyOf(logAbsTheta, length);
    }
  }

  /** As long as the other arrays, so that they grow together. */
  private void reserveWeights() {
    if (logWeight.length < theta.length) {
      logWeight = Arrays.copyOf(logWeight, theta.length);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(runs);
    out.writeInt(size);
    out.writeBoolean(isWeighted());
    ByteBuffer bytes = ByteBuffer.allocate(bytes());
    bytes.asLongBuffer().put(first, 0, runs);
    bytes.position(Long.BYTES * runs);
    bytes.asIntBuffer().put(start, 0, runs);
    bytes.position((Long.BYTES + Integer.BYTES) * runs);
    bytes
        .asDoubleBuffer()
        .put(theta, 0, size)
        .put(logAbsTheta, 0, size)
        .put(logWeight, 0, isWeighted() ? size : 0);
    out.write(bytes.array());
  }

  static SampleRuns read(DataInput in) throws IOException {
    SampleRuns read = new SampleRuns();
    read.runs = in.readInt();
    read.size = in.readInt();
    // Arrays of at least one, which says that there are weights.
    read.first = new long[Math.max(1, read.runs)];
    read.start = new int[read.first.length];
    read.theta = new double[Math.max(1, read.size)];
    read.logAbsTheta = new double[read.theta.length];
    read.logWeight = in.readBoolean() ? new double[read.theta.length] : NONE;
    ByteBuffer bytes = ByteBuffer.allocate(read.bytes());
    in.readFully(bytes.array());
    bytes.asLongBuffer().get(read.first, 0, read.runs);
    bytes.position(Long.BYTES * read.runs);
    bytes.asIntBuffer().get(read.start, 0, read.runs);
    bytes.position((Long.BYTES + Integer.BYTES) * read.runs);
    bytes
        .asDoubleBuffer()
        .get(read.theta, 0, read.size)
        .get(read.logAbsTheta, 0, read.size)
        .get(read.logWeight, 0, read.isWeighted() ? read.size : 0);
    return read;
  }

  private int bytes() {
    int perSample = (isWeighted() ? 3 : 2) * Double.BYTES;
    return (Long.BYTES + Integer.BYTES) * runs + perSample * size;
  }
}
