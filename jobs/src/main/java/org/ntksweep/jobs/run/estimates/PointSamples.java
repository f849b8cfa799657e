package org.ntksweep.jobs.run.estimates;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.core.estimate.MeanWeight;
import org.ntksweep.core.estimate.SampleSeries;

/**
 * The samples of one point, or some of them: one series for every cosine. Weights belong to
 * networks, and stand with the first.
 */
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

  /** Adds a row of {@link SampleRow}'s columns at a cosine. */
  void add(int cosine, InternalRow row) {
    double logWeight = cosine == 0 ? SampleRow.logWeight(row) : 0;
    series[cosine].add(
        SampleRow.sample(row), SampleRow.theta(row), SampleRow.logAbsTheta(row), logWeight);
  }

  /** How many samples there are, by those of the first cosine. */
  int size() {
    return series[0].size();
  }

  /** The estimates of every cosine from the samples in the order of their numbers. */
  List<KernelEstimate> estimates(KernelEstimator estimator) {
    double[] logWeights = series[0].logWeightsInOrder();
    List<SampleSeries> all = Arrays.stream(series).map(runs -> runs.inOrder(logWeights)).toList();
    return estimator.estimate(all.get(0), all.subList(1, all.size()), MeanWeight.of(logWeights));
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
