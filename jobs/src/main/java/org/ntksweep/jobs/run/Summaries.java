package org.ntksweep.jobs.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelSummary;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.source.CoreTime;
import scala.Tuple2;

/**
 * Points whose samples are not gathered: each executor reduces what it draws to summaries, and only
 * these travel, merge and are kept. The order in which they merge does not show in them.
 */
final class Summaries {
  static final StructType SCHEMA =
      new StructType()
          .add("point_id", DataTypes.StringType, false)
          .add("samples", DataTypes.LongType, false)
          .add("summary", DataTypes.BinaryType, false);

  private static final StructType ESTIMATES =
      new StructType()
          .add("point_id", DataTypes.StringType, false)
          .add("estimates", DataTypes.createArrayType(EstimateRows.SCHEMA, false), false);

  private final SparkSession spark;
  private final Estimation estimation;
  private final double[] cosines;

  Summaries(SparkSession spark, Sweep sweep) {
    this.spark = spark;
    estimation = sweep.estimation();
    cosines = KernelEstimates.cosines(sweep);
  }

  /**
   * The summaries of some points.
   *
   * @param samples rows of samples; of each file or task, those of a point in order
   * @param firstSamples where to begin with each point
   * @param earlier files with summaries, the latest of a point last, to go on from
   */
  Dataset<Row> of(Dataset<Row> samples, Map<String, Long> firstSamples, List<String> earlier) {
    Estimation how = estimation;
    double[] entries = cosines;
    Broadcast<Map<String, Long>> first = context().broadcast(new HashMap<>(firstSamples));
    Column[] input = Stream.of(Summarizer.INPUT).map(functions::col).toArray(Column[]::new);
    JavaPairRDD<String, KernelSummary> drawn =
        samples
            .select(input)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitionsToPair(rows -> Summarizer.reduce(rows, how, entries, first.value()));
    JavaPairRDD<String, KernelSummary> all =
        earlier.isEmpty() ? drawn : drawn.union(closed(earlier, firstSamples));
    return spark.createDataFrame(
        all.reduceByKey(Summaries::merged, partitions(firstSamples.keySet()))
            .map(s -> RowFactory.create(s._1(), s._2().samples(), s._2().toBytes())),
        SCHEMA);
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

  /** The estimates of points from their summaries: a list for every point. */
  Dataset<Row> estimates(List<String> files, Set<String> points, EstimateMeter meter) {
    double[] entries = cosines;
    return spark.createDataFrame(
        read(files)
            .filter(col("point_id").isInCollection(points))
            .repartition(partitions(points), col("point_id"))
            .toJavaRDD()
            .map(row -> estimated(row, entries, meter)),
        ESTIMATES);
  }

  private static Row estimated(Row row, double[] entries, EstimateMeter meter) throws IOException {
    long start = CoreTime.nanos();
    List<KernelEstimate> estimates = KernelSummary.of(row.getAs("summary")).estimates();
    meter.estimatedSince(start);
    return RowFactory.create(
        row.getString(0), EstimateRows.of(estimates, entries).toArray(Row[]::new));
  }

  private Dataset<Row> read(List<String> files) {
    return spark.read().schema(SCHEMA).parquet(files.toArray(String[]::new));
  }

  private int partitions(Set<String> points) {
    return Math.min(points.size(), 4 * spark.sparkContext().defaultParallelism());
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
