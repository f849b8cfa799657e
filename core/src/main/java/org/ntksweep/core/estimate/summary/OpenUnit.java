package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.estimate.ratio.Unit;
import org.ntksweep.core.number.ScaledNumber;

/** The samples of a unit that is not complete; none, when the last one was closed. */
final class OpenUnit {
  private final Estimation estimation;
  private final EntryMoments[] moments;

  /** One for every entry, or none if the estimator does not ask for them. */
  private final BlockSums[] blocks;

  private final double[] mantissas;
  private final int[] exponents;
  private Unit unit = new Unit(0, 0, 0);
  private long held;

  OpenUnit(Estimation estimation, int entries, BlockSums[] blocks) {
    this.estimation = estimation;
    moments = Stream.generate(EntryMoments::new).limit(entries).toArray(EntryMoments[]::new);
    this.blocks = blocks;
    mantissas = new double[entries];
    exponents = new int[entries];
  }

  /**
   * Adds a sample.
   *
   * @throws IllegalArgumentException if it is not the next, or what is given is no sample
   */
  void add(long sample, double[] theta, double[] logAbsTheta) {
    checkNumber(sample);
    for (int i = 0; i < mantissas.length; i++) {
      split(sample, i, theta[i], logAbsTheta[i]);
    }
    if (held == 0) {
      unit = unitAt(sample);
    }
    addSplit();
    held++;
  }

  private Unit unitAt(long sample) {
    return estimation.estimator().kind().unitAt(estimation.bootstrap().seed(), sample);
  }

  private void checkNumber(long sample) {
    long expected = held > 0 ? unit.start() + held : estimation.floorCut(sample);
    if (sample != expected) {
      throw new IllegalArgumentException(
          held > 0
              ? "sample " + sample + " after sample " + (expected - 1)
              : "samples from " + sample + " on: must begin at a cut, as " + expected + " is");
    }
  }

  private void split(long sample, int i, double theta, double logAbs) {
    double magnitude = Math.abs(theta);
    if (magnitude >= 0x1p-400 && magnitude <= 0x1p400) {
      mantissas[i] = theta;
      exponents[i] = 0;
    } else {
      ScaledNumber number = SampleSeries.sample(sample, theta, logAbs);
      mantissas[i] = number.mantissa();
      exponents[i] = number.exponent();
    }
  }

  private void addSplit() {
    for (int i = 0; i < moments.length; i++) {
      moments[i].add(mantissas[i], exponents[i]);
    }
    for (int i = 1; i < moments.length; i++) {
      moments[i].products().addProduct(mantissas[i], mantissas[0], exponents[i] + exponents[0]);
    }
    for (int i = 0; i < blocks.length; i++) {
      blocks[i].add(held, mantissas[i], exponents[i]);
    }
  }

  /** Takes over what another holds, while this one is empty. */
  void take(OpenUnit that) {
    unit = that.unit;
    held = that.held;
    for (int i = 0; i < moments.length; i++) {
      moments[i].add(that.moments[i]);
    }
    for (int i = 0; i < blocks.length; i++) {
      blocks[i].add(that.blocks[i]);
    }
  }

  void clear() {
    held = 0;
    for (EntryMoments entry : moments) {
      entry.clear();
    }
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

  EntryMoments moments(int entry) {
    return moments[entry];
  }

  BlockSums blocks(int entry) {
    return blocks[entry];
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(held);
    if (held > 0) {
      out.writeLong(unit.start());
      for (EntryMoments entry : moments) {
        entry.write(out);
      }
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
      for (EntryMoments entry : moments) {
        entry.add(EntryMoments.read(in));
      }
      for (BlockSums block : blocks) {
        block.add(BlockSums.read(in));
      }
    }
  }
}
