package org.ntksweep.jobs.run.estimates;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.summary.KernelSummary;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.estimates.files.StoredFiles;
import org.ntksweep.jobs.source.metrics.CoreTime;
import scala.Tuple2;

/**
 * Points whose samples are not gathered: each executor reduces what it draws to summaries, and only
 * these travel, merge and are kept. The order in which they merge does not show in them.
 */
public final class Summaries {
  static final StructType SCHEMA =
      new StructType()
          .add("point_id", DataTypes.StringType, false)
          .add("samples", DataTypes.LongType, false)
          .add("summary", DataTypes.BinaryType, false);

  private static final int FEWEST_GROUPS = 8;

  private final SparkSession spark;
  private final Broadcast<Points> points;

  /** The summaries of the points of a sweep in a session. */
  Summaries(SparkSession spark, Broadcast<Points> points) {
    this.spark = spark;
    this.points = points;
  }

  /**
   * The summaries of some points.
   *
   * @param samples rows of samples; of each file or task, those of a point in order
   * @param firstSamples where to begin with each point
   * @param earlier files with summaries, the latest of a point last, to go on from
   */
  public Dataset<Row> of(
      Dataset<Row> samples, Map<String, Long> firstSamples, List<String> earlier) {
    Broadcast<Points> all = points;
    Broadcast<Map<String, Long>> first = context().broadcast(new HashMap<>(firstSamples));
    JavaPairRDD<String, KernelSummary> drawn =
        SampleRow.of(samples)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitionsToPair(rows -> new Summarizer(rows, all.value(), first.value()));
    JavaPairRDD<String, KernelSummary> parts =
        earlier.isEmpty() ? drawn : drawn.union(closed(earlier, firstSamples));
    return spark.createDataFrame(
        merged(parts, firstSamples.size())
            .map(s -> RowFactory.create(s._1(), s._2().samples(), s._2().toBytes())),
        SCHEMA);
  }

  /**
   * One summary for each point; by way of one for each group of tasks where a point comes from so
   * many that a single reducer would keep all the others waiting.
   */
  private JavaPairRDD<String, KernelSummary> merged(
      JavaPairRDD<String, KernelSummary> parts, int points) {
    int groups = (int) Math.sqrt((double) parts.getNumPartitions() / points);
    if (groups < FEWEST_GROUPS) {
      return parts.reduceByKey(Summaries::merged, partitions(points));
    }
    return parts
        .mapToPair(
            s -> new Tuple2<>(new Tuple2<>(s._1(), TaskContext.getPartitionId() % groups), s._2()))
        .reduceByKey(Summaries::merged, partitions(points * groups))
        .mapToPair(s -> new Tuple2<>(s._1()._1(), s._2()))
        .reduceByKey(Summaries::merged, partitions(points));
  }

  /** Of each point that goes on, the summary of the samples before. */
  private JavaPairRDD<String, KernelSummary> closed(
      List<String> files, Map<String, Long> firstSamples) {
    Broadcast<Map<String, Long>> first = context().broadcast(new HashMap<>(firstSamples));
    return read(files)
        .toJavaRDD()
        .mapToPair(row -> new Tuple2<>(row.getString(0), KernelSummary.of(row.getAs("summary"))))
        .mapValues(KernelSummary::closed)
        .filter(s -> s._2().samples() > 0)
        .filter(s -> s._2().samples() == first.value().getOrDefault(s._1(), -1L));
  }

  private static KernelSummary merged(KernelSummary summary, KernelSummary more) {
    summary.merge(more);
    return summary;
  }

  /** The estimates of every cosine from summaries, by the position of their point. */
  JavaPairRDD<Integer, List<KernelEstimate>> estimates(
      List<String> files, Broadcast<WantedSamples> wanted, EstimateMeter meter) {
    Broadcast<Points> all = points;
    return read(files)
        .toJavaRDD()
        .mapToPair(row -> new Tuple2<>(all.value().positionOf(row.getString(0)), row))
        .filter(point -> wanted.value().has(point._1()))
        .partitionBy(new PointPartitioner(wanted, partitions(wanted.value().points())))
        .mapValues(row -> estimated(row, meter));
  }

  private static List<KernelEstimate> estimated(Row row, EstimateMeter meter) throws IOException {
    long start = CoreTime.nanos();
    List<KernelEstimate> estimates = KernelSummary.of(row.getAs("summary")).estimates();
    meter.estimatedSince(start);
    return estimates;
  }

  private Dataset<Row> read(List<String> files) {
    return StoredFiles.read(spark, SCHEMA, files);
  }

  private int partitions(int keys) {
    return Math.min(keys, 4 * spark.sparkContext().defaultParallelism());
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
