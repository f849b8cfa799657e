package org.ntksweep.jobs.source.read;

import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.plan.Task;
import org.ntksweep.jobs.source.arrow.SampleBatch;
import org.ntksweep.jobs.source.arrow.SampleTable;
import org.ntksweep.jobs.source.arrow.TaskMemory;
import org.ntksweep.jobs.source.metrics.CoreTime;
import org.ntksweep.jobs.source.metrics.ReadProgress;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * Draws the samples of a task. Rows are written when a batch is asked for and not when Spark looks
 * whether there is one, so that looking ahead leaves the batch before intact.
 */
final class SampleReader implements PartitionReader<ColumnarBatch> {
  private static final int ROWS = 4096;

  /** Batches of slow samples are short, so that the first rows of a costly point come soon. */
  private static final double NANOS = 50e6;

  /** Stands in where no column is drawn. */
  private static final KernelSampler NOTHING = (seed, sample, kernel) -> {};

  private final Iterator<Segment> segments;
  private final long seed;
  private final DenseOptions dense;
  private final boolean drawn;
  private final double[] cosines;
  private final int entries;
  private final KernelMatrix kernel;
  private final Workspace workspace = new Workspace();
  private final SampleBatch batch;
  private final ReadProgress progress = new ReadProgress();
  private SegmentCursor cursor;
  private int rows;
  private boolean closed;

  SampleReader(
      Task task, List<Column<?>> columns, long seed, List<Double> cosines, DenseOptions dense) {
    this.cosines = cosines.stream().mapToDouble(Double::doubleValue).toArray();
    double[] rowCosines =
        DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(this.cosines)).toArray();
    this.seed = seed;
    this.dense = dense;
    drawn = columns.stream().anyMatch(SampleTable::isDrawn);
    segments = task.segments().iterator();
    entries = rowCosines.length;
    kernel = new KernelMatrix(entries);
    cursor = open(segments.next());
    try {
      batch = new SampleBatch(columns, rowCosines, Math.max(1, ROWS / entries));
    } catch (RuntimeException | Error e) {
      cursor.close();
      throw e;
    }
  }

  @Override
  public boolean next() {
    rows = 0;
    return advance();
  }

  @Override
  public ColumnarBatch get() {
    if (rows == 0) {
      long started = CoreTime.nanos();
      fill();
      progress.addNanos(CoreTime.nanos() - started);
    }
    return batch.rows(rows);
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return progress.metrics();
  }

  /** May be called more than once. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      cursor.close();
      TaskMemory.release(batch);
    }
  }

  private void fill() {
    double nanos = NANOS;
    while (rows < batch.capacity() && nanos > 0 && advance()) {
      int samples = samplesWithin(nanos);
      cursor.read(samples, seed, kernel, batch, rows);
      rows += samples * entries;
      double predicted = samples * cursor.nanosPerSample();
      progress.add(drawn ? samples : 0, predicted);
      nanos -= predicted;
    }
  }

  private int samplesWithin(double nanos) {
    int room = (batch.capacity() - rows) / entries;
    long inTime = (long) Math.ceil(nanos / cursor.nanosPerSample());
    return (int) Math.min(room, Math.min(inTime, cursor.remaining()));
  }

  /** Moves to the segment of the next sample, if there is one. */
  private boolean advance() {
    while (cursor.remaining() == 0 && segments.hasNext()) {
      cursor.close();
      cursor = open(segments.next());
    }
    return cursor.remaining() > 0;
  }

  private SegmentCursor open(Segment segment) {
    progress.add(0, segment.point().setupNanos());
    if (drawn && segment.point().sampler() == SamplerKind.DENSE) {
      TaskDevice.use();
    }
    return new SegmentCursor(segment, drawn ? sampler(segment) : NOTHING);
  }

  private KernelSampler sampler(Segment segment) {
    SweepPoint point = segment.point();
    return point.sampler(Inputs.of(point.law(), cosines), dense, workspace);
  }
}
