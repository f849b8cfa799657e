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
  private long[] first = new long[1];
  private int[] start = new int[1];
  private int runs;
  private double[] theta = new double[16];
  private double[] logAbsTheta = new double[16];
  private int size;

  int size() {
    return size;
  }

  void add(long sample, double value, double logAbs) {
    if (runs == 0 || sample != first[runs - 1] + size - start[runs - 1]) {
      beginRun(sample);
    }
    reserve(size + 1);
    theta[size] = value;
    logAbsTheta[size] = logAbs;
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
    size = before + other.size;
  }

  /**
   * The samples in the order of their numbers: the same whatever order they arrived in.
   *
   * @throws IllegalStateException if a number occurs twice
   */
  SampleSeries inOrder() {
    double[] values = new double[size];
    double[] logs = new double[size];
    long free = Long.MIN_VALUE;
    int to = 0;
    for (int r : runsInOrder()) {
      if (first[r] < free) {
        throw new IllegalStateException("sample " + first[r] + " occurs twice");
      }
      int length = end(r) - start[r];
      System.arraycopy(theta, start[r], values, to, length);
      System.arraycopy(logAbsTheta, start[r], logs, to, length);
      free = first[r] + length;
      to += length;
    }
    return SampleSeries.of(values, logs);
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

  void write(DataOutput out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(bytes(runs, size));
    bytes.asLongBuffer().put(first, 0, runs);
    bytes.position(Long.BYTES * runs);
    bytes.asIntBuffer().put(start, 0, runs);
    bytes.position((Long.BYTES + Integer.BYTES) * runs);
    bytes.asDoubleBuffer().put(theta, 0, size).put(logAbsTheta, 0, size);
    out.writeInt(runs);
    out.writeInt(size);
    out.write(bytes.array());
  }

  static SampleRuns read(DataInput in) throws IOException {
    SampleRuns read = new SampleRuns();
    read.runs = in.readInt();
    read.size = in.readInt();
    ByteBuffer bytes = ByteBuffer.allocate(bytes(read.runs, read.size));
    in.readFully(bytes.array());
    read.first = new long[Math.max(1, read.runs)];
    read.start = new int[read.first.length];
    read.theta = new double[read.size];
    read.logAbsTheta = new double[read.size];
    bytes.asLongBuffer().get(read.first, 0, read.runs);
    bytes.position(Long.BYTES * read.runs);
    bytes.asIntBuffer().get(read.start, 0, read.runs);
    bytes.position((Long.BYTES + Integer.BYTES) * read.runs);
    bytes.asDoubleBuffer().get(read.theta).get(read.logAbsTheta);
    return read;
  }

  private static int bytes(int runs, int size) {
    return (Long.BYTES + Integer.BYTES) * runs + 2 * Double.BYTES * size;
  }
}
