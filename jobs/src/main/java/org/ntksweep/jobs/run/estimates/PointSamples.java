package org.ntksweep.jobs.run.estimates;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.SampleSeries;

/** The samples of one point, or some of them: one series for every cosine. */
public final class PointSamples implements Externalizable {
  private static final long serialVersionUID = 1;

  private SampleRuns[] series;

  /** Java's serialization makes one and reads into it. */
  public PointSamples() {
    this(0);
  }

  PointSamples(int cosines) {
    series = Stream.generate(SampleRuns::new).limit(cosines).toArray(SampleRuns[]::new);
  }

  SampleRuns series(int cosine) {
    return series[cosine];
  }

  /** The samples of every cosine in the order of their numbers. */
  List<SampleSeries> inOrder() {
    return Arrays.stream(series).map(SampleRuns::inOrder).toList();
  }

  boolean isEmpty() {
    return Arrays.stream(series).allMatch(runs -> runs.size() == 0);
  }

  PointSamples addAll(PointSamples other) {
    for (int c = 0; c < series.length; c++) {
      series[c].addAll(other.series[c]);
    }
    return this;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    out.writeInt(series.length);
    for (SampleRuns runs : series) {
      runs.write(out);
    }
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    series = new SampleRuns[in.readInt()];
    for (int c = 0; c < series.length; c++) {
      series[c] = SampleRuns.read(in);
    }
  }
}
