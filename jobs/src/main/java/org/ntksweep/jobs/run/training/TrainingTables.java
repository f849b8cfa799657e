package org.ntksweep.jobs.run.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.plan.Task;
import org.ntksweep.jobs.plan.TaskForm;
import org.ntksweep.jobs.run.estimates.EstimateMeter;
import org.ntksweep.jobs.run.estimates.files.StoredFiles;
import org.ntksweep.jobs.run.training.network.Checkpoints;
import org.ntksweep.jobs.run.training.network.Trainers;
import org.ntksweep.jobs.run.training.network.TrainingMeter;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.training.KernelColumns;
import org.ntksweep.jobs.tables.training.TrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;
import scala.Tuple2;

/** The tables of networks that are trained, as queries; nothing is computed before it is asked. */
final class TrainingTables {
  private static final long ROWS_PER_FILE = 1_000_000;
  private static final long BYTES_PER_FILE = 256 << 20;
  private static final StructType TRAINING = Schemas.of(TrainingColumns.ALL.all());
  private static final StructType KERNELS = Schemas.of(KernelColumns.ALL.all());
  private static final String POINT = TrainingColumns.POINT_ID.name();
  private static final Comparator<Task> LONGEST_FIRST =
      Comparator.comparingDouble(Task::nanos).reversed();

  private final SparkSession spark;
  private final Broadcast<Points> points;
  private final Broadcast<Trainers> trainers;
  private final Checkpoints checkpoints;
  private final TrainingMeter meter;

  /** The tables of a sweep in a session. */
  TrainingTables(SparkSession spark, Points points, Trainers trainers, Checkpoints checkpoints) {
    this.spark = spark;
    this.points = context().broadcast(points);
    this.trainers = context().broadcast(trainers);
    this.checkpoints = checkpoints;
    meter = TrainingMeter.in(spark.sparkContext());
  }

  /**
   * What is seen of the networks of a plan, as {@link TrainingJob#rows} has it. The longest tasks
   * are first, so that cores end together; the tables are put in order later.
   */
  JavaRDD<Tuple2<Row, Row>> trained(SweepPlan plan) {
    List<TaskForm> tasks = plan.tasks().stream().sorted(LONGEST_FIRST).map(TaskForm::new).toList();
    TrainingJob job = new TrainingJob(points, trainers, checkpoints, meter);
    return context().parallelize(tasks, tasks.size()).mapPartitions(job::rows);
  }

  /** What was seen as rows of the training table, in few files. */
  Dataset<Row> training(JavaRDD<Tuple2<Row, Row>> trained, long rows) {
    return inFiles(spark.createDataFrame(trained.map(Tuple2::_1), TRAINING), rows, ROWS_PER_FILE);
  }

  /** The kernels seen, in few files. */
  Dataset<Row> kernels(JavaRDD<Tuple2<Row, Row>> trained, long rows, long bytesPerRow) {
    JavaRDD<Row> kernels = trained.map(Tuple2::_2).filter(Objects::nonNull);
    return inFiles(
        spark.createDataFrame(kernels, KERNELS), rows, Math.max(1, BYTES_PER_FILE / bytesPerRow));
  }

  private static Dataset<Row> inFiles(Dataset<Row> table, long rows, long perFile) {
    return inOrder(table.repartition(files(rows, perFile), col(POINT)));
  }

  private static int files(long rows, long perFile) {
    return Math.toIntExact(Math.max(1, (rows + perFile - 1) / perFile));
  }

  private static Dataset<Row> inOrder(Dataset<Row> table) {
    return table.sortWithinPartitions(
        POINT,
        TrainingColumns.SAMPLE.name(),
        TrainingColumns.STEP.name(),
        TrainingColumns.TIME.name());
  }

  /**
   * The estimates of all points, in the order of the sweep.
   *
   * @param files all of the training table
   * @param rows how many there will be
   */
  Dataset<Row> estimates(List<String> files, long rows, EstimateMeter estimated) {
    EstimatingJob job = new EstimatingJob(points, estimated);
    int count = points.value().count();
    int partitions = Math.min(count, 4 * spark.sparkContext().defaultParallelism());
    Dataset<Row> trained =
        inOrder(StoredFiles.read(spark, TRAINING, files).repartition(partitions, col(POINT)));
    int parts = files(rows, ROWS_PER_FILE);
    Column part = col(EstimatingJob.POSITION).multiply(lit(parts)).divide(lit(count)).cast("int");
    return spark
        .createDataFrame(trained.toJavaRDD().mapPartitions(job::rows), EstimatingJob.SCHEMA)
        .repartitionById(parts, part)
        .sortWithinPartitions(EstimatingJob.POSITION, EstimatingJob.LOOK)
        .select(columns());
  }

  private static Column[] columns() {
    Stream<String> names = TrainingEstimateColumns.ALL.names().stream();
    return names.map(functions::col).toArray(Column[]::new);
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
