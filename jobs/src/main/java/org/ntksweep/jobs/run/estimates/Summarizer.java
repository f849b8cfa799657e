package org.ntksweep.jobs.run.estimates;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.ntksweep.core.estimate.summary.KernelSummary;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.point.SweepPoint;
import scala.Tuple2;

/**
 * Reduces rows of samples to summaries as they pass: what follows each other of one point is handed
 * on when the next begins, so that a task holds one point at a time.
 */
final class Summarizer implements Iterator<Tuple2<String, KernelSummary>> {
  private final Iterator<InternalRow> rows;
  private final Points points;
  private final Map<String, Long> firstSamples;
  private final double[] theta;
  private final double[] logAbsTheta;
  private UTF8String point = UTF8String.EMPTY_UTF8;
  private KernelSummary summary;
  private long first = Long.MAX_VALUE;
  private int gathered;
  private Tuple2<String, KernelSummary> next;

  /**
   * @param rows the columns of {@link SampleRow}, sample by sample
   * @param firstSamples where each point's summary begins, at a cut; rows before it and of other
   *     points are passed over
   */
  Summarizer(Iterator<InternalRow> rows, Points points, Map<String, Long> firstSamples) {
    this.rows = rows;
    this.points = points;
    this.firstSamples = firstSamples;
    theta = new double[points.entries()];
    logAbsTheta = new double[points.entries()];
  }

  @Override
  public boolean hasNext() {
    while (next == null && rows.hasNext()) {
      add(rows.next());
    }
    if (next == null) {
      end();
    }
    return next != null;
  }

  @Override
  public Tuple2<String, KernelSummary> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<String, KernelSummary> reduced = next;
    next = null;
    return reduced;
  }

  private KernelSummary empty(String id) {
    SweepPoint of = points.at(points.positionOf(id));
    return KernelSummary.empty(points.sweep().estimation(), points.entries(), of.isWeighted());
  }

  private void add(InternalRow row) {
    UTF8String id = SampleRow.pointId(row);
    if (!id.equals(point)) {
      turnTo(id.copy());
    }
    long sample = SampleRow.sample(row);
    if (sample >= first) {
      int entry = points.entryAt(SampleRow.cosine(row));
      theta[entry] = SampleRow.theta(row);
      logAbsTheta[entry] = SampleRow.logAbsTheta(row);
      gathered++;
      if (gathered == theta.length) {
        summary.add(sample, theta, logAbsTheta, SampleRow.logWeight(row));
        gathered = 0;
      }
    }
  }

  private void turnTo(UTF8String id) {
    end();
    point = id;
    first = firstSamples.getOrDefault(id.toString(), Long.MAX_VALUE);
    if (first < Long.MAX_VALUE) {
      summary = empty(id.toString());
    }
  }

  /** What is known of the point before is all of it here. */
  private void end() {
    if (first < Long.MAX_VALUE) {
      next = new Tuple2<>(point.toString(), summary);
      first = Long.MAX_VALUE;
    }
  }
}
