package org.ntksweep.jobs.run.estimates;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.ntksweep.jobs.plan.Points;
import scala.Tuple2;

/**
 * Samples as they pass, brought together by point: what follows each other of one point is handed
 * on when the next begins, so that a task holds one point at a time.
 */
final class Gatherer implements Iterator<Tuple2<Integer, PointSamples>> {
  private final Iterator<InternalRow> rows;
  private final Points points;
  private final WantedSamples wanted;
  private UTF8String id = UTF8String.EMPTY_UTF8;
  private int position;
  private boolean isWanted;
  private PointSamples samples;
  private Tuple2<Integer, PointSamples> next;

  /**
   * @param rows the columns of {@link SampleRow}
   * @param wanted the points to gather; others are passed over
   */
  Gatherer(Iterator<InternalRow> rows, Points points, WantedSamples wanted) {
    this.rows = rows;
    this.points = points;
    this.wanted = wanted;
    samples = new PointSamples(points.entries());
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
  public Tuple2<Integer, PointSamples> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<Integer, PointSamples> point = next;
    next = null;
    return point;
  }

  private void add(InternalRow row) {
    UTF8String of = SampleRow.pointId(row);
    if (!of.equals(id)) {
      end();
      id = of.copy();
      position = points.positionOf(id.toString());
      isWanted = wanted.has(position);
    }
    if (isWanted) {
      samples.add(points.entryAt(SampleRow.cosine(row)), row);
    }
  }

  private void end() {
    if (!samples.isEmpty()) {
      next = new Tuple2<>(position, samples);
      samples = new PointSamples(points.entries());
    }
  }
}
