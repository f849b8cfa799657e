package org.ntksweep.jobs.run.estimates;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.summary.KernelSummary;
import scala.Tuple2;

/** Reduces rows of samples to a summary for every point, as they pass. */
final class Summarizer {
  private final Estimation estimation;
  private final Map<Double, Integer> entries = new HashMap<>();
  private final Map<String, Long> firstSamples;
  private final Map<String, KernelSummary> summaries = new LinkedHashMap<>();
  private final double[] theta;
  private final double[] logAbsTheta;
  private UTF8String point = UTF8String.EMPTY_UTF8;
  private KernelSummary summary;
  private long first;
  private int gathered;

  /**
   * A reducer of rows that come sample by sample.
   *
   * @param firstSamples where each point's summary begins, at a cut; rows before it and of other
   *     points are passed over
   */
  Summarizer(Estimation estimation, double[] cosines, Map<String, Long> firstSamples) {
    this.estimation = estimation;
    this.firstSamples = firstSamples;
    for (double cosine : cosines) {
      entries.put(cosine, entries.size());
    }
    theta = new double[cosines.length];
    logAbsTheta = new double[cosines.length];
    summary = empty();
  }

  /** The summaries of all rows, by point. */
  static Iterator<Tuple2<String, KernelSummary>> reduce(
      Iterator<InternalRow> rows,
      Estimation estimation,
      double[] cosines,
      Map<String, Long> firstSamples) {
    Summarizer summarizer = new Summarizer(estimation, cosines, firstSamples);
    rows.forEachRemaining(summarizer::add);
    return summarizer.summaries.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  private KernelSummary empty() {
    return KernelSummary.empty(estimation, theta.length);
  }

  private void add(InternalRow row) {
    UTF8String id = SampleRow.pointId(row);
    if (!id.equals(point)) {
      turnTo(id.copy());
    }
    long sample = SampleRow.sample(row);
    if (sample >= first) {
      int entry = entries.get(SampleRow.cosine(row));
      theta[entry] = SampleRow.theta(row);
      logAbsTheta[entry] = SampleRow.logAbsTheta(row);
      gathered++;
      if (gathered == theta.length) {
        summary.add(sample, theta, logAbsTheta);
        gathered = 0;
      }
    }
  }

  private void turnTo(UTF8String next) {
    point = next;
    String id = next.toString();
    first = firstSamples.getOrDefault(id, Long.MAX_VALUE);
    if (first < Long.MAX_VALUE) {
      summary = summaries.computeIfAbsent(id, key -> empty());
    }
  }
}
