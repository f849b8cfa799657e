package org.ntksweep.jobs.run.training;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.course.OutputVarianceLimit;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.run.estimates.EstimateMeter;
import org.ntksweep.jobs.run.training.network.Looks;
import org.ntksweep.jobs.source.metrics.CoreTime;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.point.SweepPoint;
import org.ntksweep.jobs.tables.training.StepEstimate;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/**
 * What executors do to estimate from the training table.
 *
 * @param points those of the sweep
 * @param meter counts
 */
record EstimatingJob(Broadcast<Points> points, EstimateMeter meter) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The place of the point in the sweep. */
  static final String POSITION = "position";

  /** The place of the row among those of the point. */
  static final String LOOK = "look";

  /** The columns of the table, and before them the place of the row. */
  static final StructType SCHEMA = schema();

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add(POSITION, DataTypes.IntegerType, false)
            .add(LOOK, DataTypes.IntegerType, false);
    for (var field : Schemas.of(TrainingEstimateColumns.ALL.all()).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /** The estimates of points whose rows are all here, sorted by point, network and time. */
  Iterator<Row> rows(Iterator<Row> trained) {
    var groups = Spliterators.spliteratorUnknownSize(new PointGroups(trained), 0);
    return StreamSupport.stream(groups, false).flatMap(this::rows).iterator();
  }

  private Stream<Row> rows(PointGroups.Group group) {
    long start = CoreTime.nanos();
    SweepPoint point = points.value().at(points.value().positionOf(group.point()));
    double confidence = points.value().sweep().estimation().bootstrap().confidence();
    List<StepEstimate> estimates =
        new PointEstimates(point, confidence, limit(point)).of(Looks.of(point), group.networks());
    meter.estimatedSince(start);
    return IntStream.range(0, estimates.size())
        .mapToObj(look -> row(point.position(), look, estimates.get(look)));
  }

  private Optional<OutputVarianceLimit> limit(SweepPoint point) {
    Training training = point.training().orElseThrow().training();
    return OutputVarianceLimit.of(point.law(), points.value().data(point), training);
  }

  private static Row row(int position, int look, StepEstimate estimate) {
    Object[] values = TrainedRows.values(TrainingEstimateColumns.ALL, estimate);
    Object[] row = new Object[2 + values.length];
    row[0] = position;
    row[1] = look;
    System.arraycopy(values, 0, row, 2, values.length);
    return RowFactory.create(row);
  }
}
