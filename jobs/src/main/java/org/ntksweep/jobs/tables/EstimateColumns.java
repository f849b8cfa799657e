package org.ntksweep.jobs.tables;

import org.ntksweep.jobs.tables.point.PointColumns;

/** The estimates table: one kernel entry of one point a row. */
public final class EstimateColumns {
  /** The columns in order: the law, what its samples say, theory, the rest of the law. */
  public static final Columns<PointEstimate> ALL = new Columns<>();

  static {
    ALL.addAll(PointColumns.first(), PointEstimate::point);
  }

  /** Between the two inputs. */
  public static final Column<Double> COSINE = ALL.add(SampleColumns.COSINE, PointEstimate::cosine);

  /** How many samples. */
  public static final Column<Long> SAMPLES =
      ALL.add(
          Column.count("samples", "random networks the estimates stand on").in("networks"),
          e -> e.measured().samples());

  /** The mean. */
  public static final Column<Double> MEAN =
      ALL.add(
          Column.number("mean", "mean of theta; infinite or 0 beyond the range of a double")
              .orNull(),
          e -> e.measured().mean());

  /** The standard error of the mean. */
  public static final Column<Double> MEAN_SE =
      ALL.add(
          Column.number("mean_se", "standard error of the mean").orNull(),
          e -> e.measured().meanSe());

  /** The dispersion. */
  public static final Column<Double> RATIO =
      ALL.add(
          Column.number("ratio", "dispersion E[theta^2] / E[theta]^2; null where undefined")
              .orNull(),
          e -> e.measured().ratio());

  /** The standard error of the dispersion. */
  public static final Column<Double> RATIO_SE =
      ALL.add(
          Column.number("ratio_se", "standard error of the ratio, by bootstrap").orNull(),
          e -> e.measured().ratioSe());

  /** The lower end of the interval. */
  public static final Column<Double> RATIO_LO =
      ALL.add(
          Column.number("ratio_lo", "lower end of the ratio's interval").orNull(),
          e -> e.measured().ratioLo());

  /** The upper end of the interval. */
  public static final Column<Double> RATIO_HI =
      ALL.add(
          Column.number("ratio_hi", "upper end of that interval").orNull(),
          e -> e.measured().ratioHi());

  /** The estimator. */
  public static final Column<String> ESTIMATOR =
      ALL.add(Column.text("estimator", "estimator of the ratio"), e -> e.how().estimator().label());

  /** The share of the largest sample. */
  public static final Column<Double> TAIL_SHARE =
      ALL.add(
          Column.number("tail_share", "share of the largest sample in the sum of w theta^2")
              .orNull(),
          e -> e.measured().tailShare());

  /** Whether not to trust the interval. */
  public static final Column<Boolean> UNDERPOWERED =
      ALL.add(
          Column.flag("underpowered", "too few samples for the tail: do not trust the interval"),
          PointEstimate::underpowered);

  /** The entry over the diagonal. */
  public static final Column<Double> OFF_DIAGONAL =
      ALL.add(
          Column.number("off_diagonal", "E[theta(x, y)] / E[theta(x, x)]").orNull(),
          e -> e.measured().offDiagonal());

  /** Its standard error. */
  public static final Column<Double> OFF_DIAGONAL_SE =
      ALL.add(
          Column.number("off_diagonal_se", "standard error of off_diagonal").orNull(),
          e -> e.measured().offDiagonalSe());

  static {
    ALL.addAll(TheoryColumns.ALL, PointEstimate::theory);
  }

  /** The deviation of the mean. */
  public static final Column<Double> Z_MEAN =
      ALL.add(
          Column.number("z_mean", "how far mean is from exact_mean").orNull().in("mean_se"),
          PointEstimate::zMean);

  /** The deviation of the dispersion. */
  public static final Column<Double> Z_RATIO =
      ALL.add(
          Column.number("z_ratio", "how far ratio is from exact_ratio").orNull().in("ratio_se"),
          PointEstimate::zRatio);

  /** The logarithm of the mean. */
  public static final Column<Double> LOG_ABS_MEAN =
      ALL.add(
          Column.number("log_abs_mean", "log |mean|, finite where mean is beyond a double")
              .orNull(),
          e -> e.measured().logAbsMean());

  /** Whether the ratio is exact enough. */
  public static final Column<Boolean> TARGET_REACHED =
      ALL.add(
          Column.flag(
                  "target_reached",
                  "whether the ratio is as exact as target_rel_error asks; null if it does not")
              .orNull(),
          PointEstimate::targetReached);

  static {
    ALL.addAll(PointColumns.last(), PointEstimate::point);
  }

  /** The lower end of the interval of off_diagonal. */
  public static final Column<Double> OFF_DIAGONAL_LO =
      ALL.add(
          Column.number("off_diagonal_lo", "lower end of off_diagonal's interval").orNull(),
          e -> e.measured().offDiagonalLo());

  /** The upper end of that interval. */
  public static final Column<Double> OFF_DIAGONAL_HI =
      ALL.add(
          Column.number("off_diagonal_hi", "upper end of that interval").orNull(),
          e -> e.measured().offDiagonalHi());

  static {
    ALL.addAll(TheoryColumns.FIRST_STEP, PointEstimate::theory);
  }

  /** The lower end of the interval of the mean. */
  public static final Column<Double> MEAN_LO =
      ALL.add(
          Column.number("mean_lo", "lower end of the mean's interval").orNull(),
          e -> e.measured().meanLo());

  /** The upper end of that interval. */
  public static final Column<Double> MEAN_HI =
      ALL.add(
          Column.number("mean_hi", "upper end of that interval").orNull(),
          e -> e.measured().meanHi());

  /** The effective number of samples. */
  public static final Column<Double> SAMPLES_EFFECTIVE =
      ALL.add(
          Column.number(
                  "samples_effective", "samples of equal w theta^2 worth as much; w is the weight")
              .orNull()
              .in("networks"),
          e -> e.measured().samplesEffective());

  /** The mean of weights. */
  public static final Column<Double> MEAN_WEIGHT =
      ALL.add(
          Column.number("mean_weight", "mean weight of the samples, 1 but for chance"),
          e -> e.measured().meanWeight());

  private EstimateColumns() {}
}
