package org.ntksweep.jobs.run.estimates;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.StructType;
import org.ntksweep.core.estimate.KernelEstimate;
import org.ntksweep.core.estimate.KernelEstimator;
import org.ntksweep.core.estimate.SampleSeries;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.source.CoreTime;

/**
 * The estimates of one point from its rows of the samples table. Partial results merge, and
 * estimating starts only when all samples are together and back in order: the result has the same
 * bits however the rows were cut and shuffled.
 */
public final class KernelEstimates extends Aggregator<Row, PointSamples, Row> {
  private static final long serialVersionUID = 1;

  /** The columns it reads, in order. */
  static final StructType INPUT =
      new StructType()
          .add("sample", LongType, false)
          .add("cosine", DoubleType, false)
          .add("theta", DoubleType, false)
          .add("log_abs_theta", DoubleType, false);

  /** The field of the result that holds the estimates, the diagonal's first. */
  static final String BY_COSINE = "by_cosine";

  private static final StructType OUTPUT =
      new StructType().add(BY_COSINE, createArrayType(EstimateRows.SCHEMA, false), false);

  private final double[] cosines;
  private final RatioEstimator estimator;
  private final Bootstrap bootstrap;
  private final EstimateMeter meter;

  private KernelEstimates(
      double[] cosines, RatioEstimator estimator, Bootstrap bootstrap, EstimateMeter meter) {
    this.cosines = cosines;
    this.estimator = estimator;
    this.bootstrap = bootstrap;
    this.meter = meter;
  }

  static KernelEstimates of(Sweep sweep, EstimateMeter meter) {
    return new KernelEstimates(
        cosines(sweep), sweep.estimation().estimator(), sweep.estimation().bootstrap(), meter);
  }

  /** The cosines of a sweep as its tables order them: the diagonal first. */
  public static double[] cosines(Sweep sweep) {
    return DoubleStream.concat(
            DoubleStream.of(1),
            sweep.sampling().cosines().stream().mapToDouble(Double::doubleValue))
        .toArray();
  }

  @Override
  public PointSamples zero() {
    return new PointSamples(cosines.length);
  }

  @Override
  public PointSamples reduce(PointSamples samples, Row row) {
    samples
        .series(indexOf(row.getDouble(1)))
        .add(row.getLong(0), row.getDouble(2), row.getDouble(3));
    return samples;
  }

  private int indexOf(double cosine) {
    for (int c = 0; c < cosines.length; c++) {
      if (cosines[c] == cosine) {
        return c;
      }
    }
    throw new IllegalStateException("samples at cosine " + cosine + ", which the sweep has not");
  }

  @Override
  public PointSamples merge(PointSamples samples, PointSamples more) {
    samples.addAll(more);
    return samples;
  }

  @Override
  public Row finish(PointSamples samples) {
    long start = CoreTime.nanos();
    List<SampleSeries> series =
        IntStream.range(0, cosines.length).mapToObj(c -> samples.series(c).inOrder()).toList();
    List<KernelEstimate> estimates =
        KernelEstimator.of(estimator, bootstrap)
            .estimate(series.get(0), series.subList(1, series.size()));
    meter.estimatedSince(start);
    return RowFactory.create((Object) EstimateRows.of(estimates, cosines).toArray(Row[]::new));
  }

  @Override
  public Encoder<PointSamples> bufferEncoder() {
    return Encoders.javaSerialization(PointSamples.class);
  }

  @Override
  public Encoder<Row> outputEncoder() {
    return Encoders.row(OUTPUT);
  }
}
