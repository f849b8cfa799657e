package org.ntksweep.jobs.run.estimates;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.run.estimates.files.SampleFiles;
import org.ntksweep.jobs.run.estimates.files.StoredFiles;
import org.ntksweep.jobs.source.Samples;
import org.ntksweep.jobs.tables.Columns;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * The tables of a sweep, or parts of them, as queries; nothing is computed before it is written.
 */
public final class SweepTables {
  private static final long ROWS_PER_FILE = 1_000_000;
  private static final StructType SAMPLES = Schemas.of(SampleColumns.ALL);
  private static final StructType ESTIMATES = Schemas.of(EstimateColumns.ALL.all());

  private final SparkSession spark;
  private final EstimateMeter meter;
  private final Broadcast<Points> points;

  /** The tables of a sweep in a session. */
  public SweepTables(SparkSession spark, Points points, EstimateMeter meter) {
    this.spark = spark;
    this.meter = meter;
    this.points = context().broadcast(points);
  }

  /** The summaries of points whose samples are not gathered. */
  public Summaries summaries() {
    return new Summaries(spark, points);
  }

  /** One row for every point, in grid order. */
  public Dataset<Row> points() {
    Broadcast<Points> all = points;
    return spark
        .range(0, all.value().count(), 1, 1)
        .map(
            (MapFunction<Long, Row>) i -> row(all.value(), i.intValue()),
            Encoders.row(Schemas.of(columns(all.value()).all())));
  }

  private static Columns<SweepPoint> columns(Points points) {
    return points.sweep().training().isPresent() ? PointColumns.TRAINED : PointColumns.ALL;
  }

  private static Row row(Points points, int position) {
    return RowFactory.create(
        Stream.of(columns(points).values(points.at(position))).map(Schemas::value).toArray());
  }

  /** Samples, drawn as they are read. */
  public Dataset<Row> drawn(SweepPlan plan) {
    return Samples.of(spark, plan, points);
  }

  /** Samples as they are best written: points that are slow to draw share files. */
  public Dataset<Row> toStore(Dataset<Row> drawn, long rows, int tasks) {
    OptionalInt files = SampleFiles.gathered(rows, tasks);
    return files.isEmpty()
        ? drawn
        : drawn
            .repartition(files.getAsInt(), col("point_id"))
            .sortWithinPartitions("point_id", "sample");
  }

  /** Samples in files. */
  public Dataset<Row> stored(List<String> files) {
    return StoredFiles.read(spark, SAMPLES, files);
  }

  /**
   * The estimates of points from all their samples, in the order of the sweep.
   *
   * @param samples rows of samples; those of other points are passed over
   * @param wanted how many samples each of the points must have, by position
   */
  public Dataset<Row> gathered(Dataset<Row> samples, Map<Integer, Long> wanted) {
    Broadcast<WantedSamples> here = context().broadcast(new WantedSamples(wanted));
    Gathering gathering = new Gathering(points, here, points.value().sweep().estimation(), meter);
    return table(gathering.of(samples, partitions(here.value())), here.value().points());
  }

  /**
   * The estimates of points from their summaries, in the order of the sweep.
   *
   * @param wanted as above
   */
  public Dataset<Row> summarized(
      Summaries summaries, List<String> files, Map<Integer, Long> wanted) {
    Broadcast<WantedSamples> here = context().broadcast(new WantedSamples(wanted));
    return table(summaries.estimates(files, here, meter), here.value().points());
  }

  private int partitions(WantedSamples wanted) {
    return Grouping.partitions(
        wanted.points(),
        wanted.most() * points.value().entries(),
        spark.sparkContext().defaultParallelism());
  }

  private Dataset<Row> table(JavaPairRDD<Integer, List<KernelEstimate>> estimates, int ofPoints) {
    EstimateRows rows = new EstimateRows(points);
    return inOrder(
        spark.createDataFrame(estimates.mapPartitions(rows::of), EstimateRows.SCHEMA), ofPoints);
  }

  /** The latest estimates of every point, in the order of the sweep. */
  public Dataset<Row> merged(List<String> files, List<Long> samplesOfPoints) {
    Broadcast<List<Long>> samples = context().broadcast(new ArrayList<>(samplesOfPoints));
    Dataset<Row> estimates = StoredFiles.read(spark, ESTIMATES, files);
    Column place = place(samples).apply(col("point_id"), col("cosine"), col("samples"));
    return inOrder(
        estimates.withColumn(EstimateRows.POSITION, place).filter(EstimateRows.POSITION + " >= 0"),
        samplesOfPoints.size());
  }

  /** The place of a row in the table; -1 if it is superseded. */
  private UserDefinedFunction place(Broadcast<List<Long>> samples) {
    Broadcast<Points> all = points;
    UDF3<String, Double, Long, Long> place =
        (id, cosine, found) -> {
          int position = all.value().positionOf(id);
          return position >= 0 && samples.value().get(position).equals(found)
              ? (long) position * all.value().entries() + all.value().entryAt(cosine)
              : -1;
        };
    return udf(place, DataTypes.LongType);
  }

  /** Few files, each a stretch of the table: a plain sort would draw the samples twice. */
  private Dataset<Row> inOrder(Dataset<Row> rows, int ofPoints) {
    int entries = points.value().entries();
    long files = ((long) ofPoints * entries + ROWS_PER_FILE - 1) / ROWS_PER_FILE;
    double rowsPerFile = (double) points.value().count() * entries / files;
    Column position = col(EstimateRows.POSITION);
    return rows.repartitionById(
            Math.toIntExact(files), position.divide(lit(rowsPerFile)).cast("int"))
        .sortWithinPartitions(position)
        .select(columns(ESTIMATES));
  }

  private static Column[] columns(StructType schema) {
    return Stream.of(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
