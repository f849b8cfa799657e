package org.ntksweep.jobs.run;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.SweepPoint;

/** The tables of a sweep as queries; nothing is computed before they are written. */
final class SweepTables {
  private static final long ROWS_PER_FILE = 1_000_000;

  private final SparkSession spark;
  private final Sweep sweep;
  private final Broadcast<List<SweepPoint>> points;

  SweepTables(SparkSession spark, Sweep sweep) {
    this.spark = spark;
    this.sweep = sweep;
    points =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new ArrayList<>(SweepPoint.of(sweep)));
  }

  /** One row for every point, in grid order. */
  Dataset<Row> points() {
    Broadcast<List<SweepPoint>> all = points;
    return positions(1)
        .map(
            (MapFunction<Long, Row>) i -> all.value().get(i.intValue()).row(),
            Encoders.row(Schemas.POINTS));
  }

  /** The samples, drawn as they are read. */
  Dataset<Row> samples(String sweepYaml) {
    return spark
        .read()
        .format("ntk")
        .option("sweep", sweepYaml)
        .load()
        .select(columns(Schemas.SAMPLES));
  }

  /** The samples as they are best written: points that are slow to draw share files. */
  Dataset<Row> samplesToKeep(String sweepYaml, int tasks) {
    Dataset<Row> samples = samples(sweepYaml);
    long rows = Description.samples(sweep) * KernelEstimates.cosines(sweep).length;
    OptionalInt files = SampleFiles.gathered(rows, tasks);
    return files.isEmpty()
        ? samples
        : samples
            .repartition(files.getAsInt(), col("point_id"))
            .sortWithinPartitions("point_id", "sample");
  }

  /** The estimates from samples wherever they are, in the order of the sweep. */
  Dataset<Row> estimates(Dataset<Row> samples, EstimateMeter meter) {
    UserDefinedFunction estimate =
        udaf(KernelEstimates.of(sweep, meter), Encoders.row(KernelEstimates.INPUT));
    Dataset<Row> measured =
        samples
            .groupBy("point_id")
            .agg(estimate.apply(columns(KernelEstimates.INPUT)).as("estimates"))
            .select(
                col("point_id"), explode(col("estimates." + KernelEstimates.BY_COSINE)).as("of"))
            .select(col("point_id"), col("of.*"));
    return inOrder(measured.join(planned(), new String[] {"point_id", "cosine"}))
        .withColumn("z_mean", z("mean", "exact_mean", "mean_se"))
        .withColumn("z_ratio", z("ratio", "exact_ratio", "ratio_se"))
        .select(columns(Schemas.ESTIMATES));
  }

  private Dataset<Row> planned() {
    Broadcast<List<SweepPoint>> all = points;
    double[] cosines = KernelEstimates.cosines(sweep);
    String estimator = sweep.estimator().label();
    return positions(spark.sparkContext().defaultParallelism())
        .mapPartitions(
            (MapPartitionsFunction<Long, Row>)
                positions -> planned(positions, all.value(), cosines, estimator),
            Encoders.row(PlannedRow.SCHEMA));
  }

  /** Neighbours in the grid differ in little, so that they share most of their theory. */
  private static Iterator<Row> planned(
      Iterator<Long> positions, List<SweepPoint> points, double[] cosines, String estimator) {
    List<Integer> here = new ArrayList<>();
    positions.forEachRemaining(i -> here.add(i.intValue()));
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

  private Dataset<Long> positions(int partitions) {
    return spark.range(0, sweep.points().size(), 1, partitions);
  }

  /** Few files, each a stretch of the table: a plain sort would draw the samples twice. */
  private Dataset<Row> inOrder(Dataset<Row> rows) {
    long count = (long) sweep.points().size() * (1 + sweep.cosines().size());
    int files = Math.toIntExact((count + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
    Column position = col(PlannedRow.POSITION);
    return rows.repartitionById(files, position.divide(lit(ROWS_PER_FILE)).cast("int"))
        .sortWithinPartitions(position);
  }

  /** A deviation in standard errors; null where one of the three is, or the error is 0. */
  private static Column z(String measured, String exact, String error) {
    Column z = try_divide(col(measured).minus(col(exact)), col(error));
    return when(not(isnan(z)), z);
  }

  private static Column[] columns(StructType schema) {
    return Stream.of(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }
}
