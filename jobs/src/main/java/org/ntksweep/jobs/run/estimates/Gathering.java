package org.ntksweep.jobs.run.estimates;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.source.metrics.CoreTime;
import scala.Tuple2;

/**
 * Estimates of points from all their samples. Partial results merge, and estimating starts only
 * when all samples of a point are together and back in order: the result has the same bits however
 * the rows were cut and shuffled.
 *
 * @param points those of the sweep
 * @param wanted how many samples each point to be estimated must have
 * @param estimation how
 * @param meter counts
 */
record Gathering(
    Broadcast<Points> points,
    Broadcast<WantedSamples> wanted,
    Estimation estimation,
    EstimateMeter meter)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * The estimates of every cosine, the diagonal's first, by the position of their point.
   *
   * @param samples rows of samples, in any order
   * @param partitions how many tasks estimate
   */
  JavaPairRDD<Integer, List<KernelEstimate>> of(Dataset<Row> samples, int partitions) {
    return SampleRow.of(samples)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitionsToPair(rows -> new Gatherer(rows, points.value(), wanted.value()))
        .combineByKey(
            part -> part,
            PointSamples::addAll,
            PointSamples::addAll,
            new PointPartitioner(wanted, partitions),
            false,
            null)
        .mapToPair(point -> new Tuple2<>(point._1(), estimates(point._1(), point._2())));
  }

  private List<KernelEstimate> estimates(int position, PointSamples samples) {
    long start = CoreTime.nanos();
    check(position, samples.size());
    List<KernelEstimate> estimates = samples.estimates(KernelEstimator.of(estimation));
    meter.estimatedSince(start);
    return estimates;
  }

  private void check(int position, long found) {
    if (found != wanted.value().of(position)) {
      throw new IllegalStateException(
          "point "
              + points.value().at(position).key()
              + ": "
              + found
              + " samples, expected "
              + wanted.value().of(position));
    }
  }
}
