package org.ntksweep.jobs.run.estimates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.PointEstimate;
import org.ntksweep.jobs.tables.Schemas;
import org.ntksweep.jobs.tables.point.SweepPoint;
import scala.Tuple2;

/**
 * Rows of the estimates table from what samples say: theory stands beside it, computed for points
 * that are neighbours in the grid, which share most of it.
 *
 * @param points those of the sweep
 */
record EstimateRows(Broadcast<Points> points) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The place of the row in the table, from 0. */
  static final String POSITION = "position";

  /** The relative standard error at which an interval can be trusted. */
  private static final double POOR = 0.1;

  /** The columns of the table, and before them the place of the row. */
  static final StructType SCHEMA = schema();

  private static StructType schema() {
    StructType schema = new StructType().add(POSITION, DataTypes.LongType, false);
    for (var field : Schemas.of(EstimateColumns.ALL.all()).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /** The rows of some points. */
  Iterator<Row> of(Iterator<Tuple2<Integer, List<KernelEstimate>>> estimates) {
    List<Tuple2<Integer, List<KernelEstimate>>> here = new ArrayList<>();
    estimates.forEachRemaining(here::add);
    here.sort(Comparator.comparing(Tuple2::_1));
    return runs(here).stream().flatMap(this::rows).iterator();
  }

  /** The stretches of neighbours. */
  private <T> List<List<Tuple2<Integer, T>>> runs(List<Tuple2<Integer, T>> all) {
    List<List<Tuple2<Integer, T>>> runs = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= all.size(); to++) {
      if (to == all.size() || !neighbours(all.get(to)).equals(neighbours(all.get(from)))) {
        runs.add(all.subList(from, to));
        from = to;
      }
    }
    return runs;
  }

  private Neighbours neighbours(Tuple2<Integer, ?> estimate) {
    return Neighbours.of(point(estimate).law());
  }

  /** What theory is of them is forgotten with them: that of a deep network is large. */
  private Stream<Row> rows(List<Tuple2<Integer, List<KernelEstimate>>> estimates) {
    SharedTheory theory =
        new SharedTheory(estimates.stream().map(estimate -> point(estimate).law()).toList());
    return estimates.stream().flatMap(estimate -> rows(estimate, theory));
  }

  /** What networks have in common that differ in depth alone, as follow each other in a grid. */
  private record Neighbours(
      Activation activation, double sigmaW2, double sigmaB2, int inputDim, OptionalInt width) {

    static Neighbours of(Network law) {
      return new Neighbours(
          law.activation(),
          law.sigmaW2(),
          law.sigmaB2(),
          law.widths().inputDim(),
          law.widths().hiddenWidth());
    }
  }

  private SweepPoint point(Tuple2<Integer, ?> estimate) {
    return points.value().at(estimate._1());
  }

  private Stream<Row> rows(Tuple2<Integer, List<KernelEstimate>> estimate, SharedTheory theory) {
    SweepPoint point = point(estimate);
    LawTheory diagonal = theory.of(point.law(), 1);
    double variance = ExactMoments.relativeVarianceOfRatio(point.law()).orElse(Double.NaN);
    double needed = variance / (POOR * POOR);
    return IntStream.range(0, points.value().entries())
        .mapToObj(
            entry -> {
              double cosine = points.value().cosine(entry);
              LawTheory here = cosine == 1 ? diagonal : theory.of(point.law(), cosine);
              KernelEstimate measured = estimate._2().get(entry);
              return row(entry, new PointEstimate(point, cosine, measured, here, needed, how()));
            });
  }

  private PointEstimate.How how() {
    return PointEstimate.How.of(points.value().sweep());
  }

  private Row row(int entry, PointEstimate estimate) {
    Object[] values = EstimateColumns.ALL.values(estimate);
    Object[] row = new Object[1 + values.length];
    row[0] = (long) estimate.point().position() * points.value().entries() + entry;
    for (int c = 0; c < values.length; c++) {
      row[1 + c] = Schemas.value(values[c]);
    }
    return RowFactory.create(row);
  }
}
