package org.ntksweep.jobs.run.estimates;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.plan.Stretch;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.SweepPoint;

/**
 * The tables of a sweep, or parts of them, as queries; nothing is computed before it is written.
 */
public final class SweepTables {
  private static final long ROWS_PER_FILE = 1_000_000;

  /** Neighbours in the grid share most of their theory, and points differ in how much they have. */
  private static final int POINTS_PER_THEORY_TASK = 500;

  private static final int THEORY_TASKS_PER_CORE = 8;

  private static final StructType LATEST =
      new StructType()
          .add(PlannedRow.POSITION, DataTypes.LongType, false)
          .add("point_id", DataTypes.StringType, false)
          .add("cosine", DataTypes.DoubleType, false)
          .add("samples", DataTypes.LongType, false);

  private final SparkSession spark;
  private final Sweep sweep;
  private final String yaml;
  private final Broadcast<List<SweepPoint>> points;

  /** The tables of a sweep in a session. */
  public SweepTables(SparkSession spark, SweepFile file) {
    this.spark = spark;
    this.sweep = file.sweep();
    this.yaml = file.resolvedYaml();
    points = context().broadcast(new ArrayList<>(SweepPoint.of(sweep)));
  }

  /** One row for every point, in grid order. */
  public Dataset<Row> points() {
    Broadcast<List<SweepPoint>> all = points;
    return spark
        .range(0, sweep.points().size(), 1, 1)
        .map(
            (MapFunction<Long, Row>) i -> all.value().get(i.intValue()).row(),
            Encoders.row(Schemas.POINTS));
  }

  /** Samples, drawn as they are read. */
  public Dataset<Row> drawn(List<Stretch> stretches) {
    return spark
        .read()
        .format("ntk")
        .option("sweep", yaml)
        .option("stretches", Stretch.write(stretches))
        .load()
        .select(columns(Schemas.SAMPLES));
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
    return spark.read().schema(Schemas.SAMPLES).parquet(files.toArray(String[]::new));
  }

  /** Those rows of a table that are about some points. */
  public Dataset<Row> only(Dataset<Row> rows, Set<String> pointIds) {
    Dataset<Row> ids =
        spark.createDataset(List.copyOf(pointIds), Encoders.STRING()).toDF("point_id");
    return rows.join(broadcast(ids), rows.col("point_id").equalTo(ids.col("point_id")), "leftsemi");
  }

  /** The estimates of points from all their samples: a list for every point. */
  public Dataset<Row> gathered(Dataset<Row> samples, EstimateMeter meter) {
    UserDefinedFunction estimate =
        udaf(KernelEstimates.of(sweep, meter), Encoders.row(KernelEstimates.INPUT));
    return samples
        .groupBy("point_id")
        .agg(estimate.apply(columns(KernelEstimates.INPUT)).as("of"))
        .select(col("point_id"), col("of." + KernelEstimates.BY_COSINE).as("estimates"));
  }

  /** The estimates table of some points, in the order of the sweep. */
  public Dataset<Row> estimates(Dataset<Row> listsOfPoints, List<Integer> points) {
    Dataset<Row> measured =
        listsOfPoints
            .select(col("point_id"), explode(col("estimates")).as("of"))
            .select(col("point_id"), col("of.*"));
    return withTheory(measured, points);
  }

  private Dataset<Row> withTheory(Dataset<Row> measured, List<Integer> of) {
    return inOrder(measured.join(planned(of), new String[] {"point_id", "cosine"}), of.size())
        .withColumn("z_mean", z("mean", "exact_mean", "mean_se"))
        .withColumn("z_ratio", z("ratio", "exact_ratio", "ratio_se"))
        .withColumn("target_reached", targetReached())
        .select(columns(Schemas.ESTIMATES));
  }

  /** The latest estimates of every point, in the order of the sweep. */
  public Dataset<Row> merged(List<String> files, List<Long> samplesOfPoints) {
    Broadcast<List<SweepPoint>> all = points;
    Broadcast<List<Long>> samples = context().broadcast(new ArrayList<>(samplesOfPoints));
    double[] cosines = KernelEstimates.cosines(sweep);
    Dataset<Row> wanted =
        spark
            .range((long) samplesOfPoints.size() * cosines.length)
            .map(
                (MapFunction<Long, Row>)
                    row -> {
                      int point = (int) (row / cosines.length);
                      return RowFactory.create(
                          row,
                          all.value().get(point).law().id().toString(),
                          cosines[(int) (row % cosines.length)],
                          samples.value().get(point));
                    },
                Encoders.row(LATEST));
    Dataset<Row> estimates =
        spark.read().schema(Schemas.ESTIMATES).parquet(files.toArray(String[]::new));
    return inOrder(
            estimates.join(wanted, new String[] {"point_id", "cosine", "samples"}),
            samplesOfPoints.size())
        .select(columns(Schemas.ESTIMATES));
  }

  private Dataset<Row> planned(List<Integer> of) {
    Broadcast<List<SweepPoint>> all = points;
    double[] cosines = KernelEstimates.cosines(sweep);
    String estimator = sweep.estimation().estimator().label();
    int tasks = THEORY_TASKS_PER_CORE * spark.sparkContext().defaultParallelism();
    int partitions = Math.max(1, Math.min(of.size() / POINTS_PER_THEORY_TASK, tasks));
    JavaRDD<Integer> positions = context().parallelize(of, partitions);
    return spark
        .createDataset(positions.rdd(), Encoders.INT())
        .mapPartitions(
            (MapPartitionsFunction<Integer, Row>)
                here -> planned(here, all.value(), cosines, estimator),
            Encoders.row(PlannedRow.SCHEMA));
  }

  /** Neighbours in the grid differ in little, so that they share most of their theory. */
  private static Iterator<Row> planned(
      Iterator<Integer> positions, List<SweepPoint> points, double[] cosines, String estimator) {
    List<Integer> here = new ArrayList<>();
    positions.forEachRemaining(here::add);
    SharedTheory theory = new SharedTheory(here.stream().map(i -> points.get(i).law()).toList());
    return here.stream()
        .flatMap(
            i ->
                IntStream.range(0, cosines.length)
                    .mapToObj(
                        c ->
                            PlannedRow.of(
                                (long) i * cosines.length + c,
                                points.get(i),
                                cosines[c],
                                estimator,
                                theory.of(points.get(i).law(), cosines[c]))))
        .iterator();
  }

  /** Few files, each a stretch of the table: a plain sort would draw the samples twice. */
  private Dataset<Row> inOrder(Dataset<Row> rows, int ofPoints) {
    int cosines = 1 + sweep.sampling().cosines().size();
    long files = ((long) ofPoints * cosines + ROWS_PER_FILE - 1) / ROWS_PER_FILE;
    double rowsPerFile = (double) sweep.points().size() * cosines / files;
    Column position = col(PlannedRow.POSITION);
    return rows.repartitionById(
            Math.toIntExact(files), position.divide(lit(rowsPerFile)).cast("int"))
        .sortWithinPartitions(position);
  }

  /** A deviation in standard errors; null where one of the three is, or the error is 0. */
  private static Column z(String measured, String exact, String error) {
    Column z = try_divide(col(measured).minus(col(exact)), col(error));
    return when(not(isnan(z)), z);
  }

  /** Whether a ratio is as exact as the sweep asks for; null if it does not ask. */
  private Column targetReached() {
    return sweep
        .sampling()
        .target()
        .map(
            target ->
                not(col("underpowered"))
                    .and(
                        col("ratio_hi")
                            .minus(col("ratio_lo"))
                            .leq(col("ratio").multiply(2 * target.relError()))))
        .map(reached -> coalesce(reached, lit(false)))
        .orElse(lit(null).cast(DataTypes.BooleanType));
  }

  private static Column[] columns(StructType schema) {
    return Stream.of(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
