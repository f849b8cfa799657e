package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.estimate.ratio.Unit;
import org.ntksweep.core.number.ScaledNumber;

/** The samples of a unit that is not complete; none, when the last one was closed. */
final class OpenUnit {
  private final SummaryKind kind;
  private final NetworkMoments moments;

  /** One for every entry, or none if the estimator does not ask for them. */
  private final BlockSums[] blocks;

  private final WeighedEntry[] split;
  private Unit unit = new Unit(0, 0, 0);
  private long held;

  OpenUnit(SummaryKind kind, BlockSums[] blocks) {
    this.kind = kind;
    this.blocks = blocks;
    moments = new NetworkMoments(kind);
    split = Stream.generate(WeighedEntry::new).limit(kind.entries()).toArray(WeighedEntry[]::new);
  }

  /**
   * Adds a sample.
   *
   * @throws IllegalArgumentException if it is not the next, or what is given is no sample
   */
  void add(long sample, double[] theta, double[] logAbsTheta, double logWeight) {
    checkNumber(sample);
    ScaledNumber weight = split(sample, theta, logAbsTheta, logWeight);
    if (held == 0) {
      unit = unitAt(sample);
    }
    moments.add(split, weight.mantissa(), weight.exponent());
    for (int i = 0; i < blocks.length; i++) {
      blocks[i].add(held, split[i]);
    }
    held++;
  }

  private ScaledNumber split(long sample, double[] theta, double[] logAbsTheta, double logWeight) {
    if (!kind.weighted()) {
      for (int i = 0; i < split.length; i++) {
        split[i].set(sample, theta[i], logAbsTheta[i]);
      }
      return ScaledNumber.ONE;
    }
    ScaledNumber weight = SampleSeries.weight(sample, logWeight);
    for (int i = 0; i < split.length; i++) {
      split[i].set(sample, theta[i], logAbsTheta[i], weight);
    }
    return weight;
  }

  private Unit unitAt(long sample) {
    return kind.estimation()
        .estimator()
        .kind()
        .unitAt(kind.estimation().bootstrap().seed(), sample);
  }

  private void checkNumber(long sample) {
    long expected = held > 0 ? unit.start() + held : kind.estimation().floorCut(sample);
    if (sample != expected) {
      throw new IllegalArgumentException(
          held > 0
              ? "sample " + sample + " after sample " + (expected - 1)
              : "samples from " + sample + " on: must begin at a cut, as " + expected + " is");
    }
  }

  /** Takes over what another holds, while this one is empty. */
  void take(OpenUnit that) {
    unit = that.unit;
    held = that.held;
    moments.add(that.moments);
    for (int i = 0; i < blocks.length; i++) {
      blocks[i].add(that.blocks[i]);
    }
  }

  void clear() {
    held = 0;
    moments.clear();
    for (BlockSums block : blocks) {
      block.clear();
    }
  }

  /** How many samples it holds. */
  long held() {
    return held;
  }

  boolean isEmpty() {
    return held == 0;
  }

  boolean isComplete() {
    return held > 0 && held == unit.length();
  }

  long number() {
    return unit.number();
  }

  NetworkMoments moments() {
    return moments;
  }

  BlockSums blocks(int entry) {
    return blocks[entry];
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(held);
    if (held > 0) {
      out.writeLong(unit.start());
      moments.write(out);
      for (BlockSums block : blocks) {
        block.write(out);
      }
    }
  }

  /** Reads into this one, which is empty. */
  void read(DataInput in) throws IOException {
    held = in.readLong();
    if (held > 0) {
      unit = unitAt(in.readLong());
      if (held >= unit.length()) {
        throw new IOException(held + " samples in an open unit of " + unit.length());
      }
      moments.read(in);
      for (BlockSums block : blocks) {
        block.add(BlockSums.read(kind.weighted(), in));
      }
    }
  }
}
