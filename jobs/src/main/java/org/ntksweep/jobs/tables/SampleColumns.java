package org.ntksweep.jobs.tables;

import java.util.List;
import org.ntksweep.jobs.tables.point.PointColumns;

/** The samples table: one kernel entry of one random network a row. None is ever null. */
public final class SampleColumns {
  /** The point the sample is of. */
  public static final Column<String> POINT_ID = PointColumns.POINT_ID;

  /** The number of the sample. */
  public static final Column<Long> SAMPLE =
      Column.count("sample", "number of the random network, from 0");

  /** Between the two inputs. */
  public static final Column<Double> COSINE =
      Column.number("cosine", "between the two inputs; 1 on the diagonal");

  /** The entry. */
  public static final Column<Double> THETA =
      Column.number("theta", "the kernel entry; infinite or 0 beyond the range of a double");

  /** The part of weights. */
  public static final Column<Double> THETA_W =
      Column.number("theta_w", "the part of theta that weights contribute");

  /** The part of biases. */
  public static final Column<Double> THETA_B =
      Column.number("theta_b", "the part of theta that biases contribute");

  /** The logarithm of the entry. */
  public static final Column<Double> LOG_ABS_THETA =
      Column.number("log_abs_theta", "log |theta|, finite at any depth");

  /** The logarithm of the likelihood ratio. */
  public static final Column<Double> LOG_WEIGHT =
      Column.number("log_weight", "log dP/dQ of a sample drawn from another law; 0 if drawn as is");

  /** The columns in order. */
  public static final List<Column<?>> ALL =
      List.of(POINT_ID, SAMPLE, COSINE, THETA, THETA_W, THETA_B, LOG_ABS_THETA, LOG_WEIGHT);

  private SampleColumns() {}
}
