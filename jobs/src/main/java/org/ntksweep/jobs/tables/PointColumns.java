package org.ntksweep.jobs.tables;

import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.network.Network;

/** The points table: one network law a row, and what draws it. */
public final class PointColumns {
  private static final Columns<SweepPoint> FIRST = new Columns<>();
  private static final Columns<SweepPoint> LAST = new Columns<>();

  /** The columns of the table, in order. */
  public static final Columns<SweepPoint> ALL = new Columns<>();

  /** The identity of the law. */
  public static final Column<String> POINT_ID =
      FIRST.add(
          Column.text("point_id", "identity of the network law, 16 hexadecimal digits"),
          SweepPoint::key);

  /** The activation function. */
  public static final Column<String> ACTIVATION =
      FIRST.add(
          Column.text("activation", "activation function"), p -> p.law().activation().label());

  /** The variance of weights. */
  public static final Column<Double> SIGMA_W2 =
      FIRST.add(
          Column.number("sigma_w2", "variance of a weight times its layer's fan_in"),
          p -> p.law().sigmaW2());

  /** The variance of biases. */
  public static final Column<Double> SIGMA_B2 =
      FIRST.add(Column.number("sigma_b2", "variance of a bias"), p -> p.law().sigmaB2());

  /** The number of affine layers. */
  public static final Column<Integer> DEPTH =
      FIRST.add(
          Column.integer("depth", "L, the number of affine layers, hidden ones and the output"),
          p -> p.law().depth());

  /** The hidden width. */
  public static final Column<Integer> WIDTH =
      FIRST.add(
          Column.integer("width", "M, the hidden width; null if hidden layers differ or are none")
              .orNull(),
          PointColumns::width);

  /** All widths. */
  public static final Column<List<Integer>> WIDTHS =
      FIRST.add(
          Column.integers("widths", "all widths, from the input to the output"),
          p -> Arrays.stream(p.law().widths().toArray()).boxed().toList());

  /** The width of the input. */
  public static final Column<Integer> INPUT_DIM =
      FIRST.add(Column.integer("input_dim", "n_0, the width of the input"), p -> inputDim(p.law()));

  /** The parametrization. */
  public static final Column<String> PARAMETRIZATION =
      FIRST.add(
          Column.text("parametrization", "standard, or ntk: variances as factors"),
          p -> p.law().parametrization().label());

  /** Depth over width. */
  public static final Column<Double> DEPTH_TO_WIDTH =
      FIRST.add(
          Column.number("depth_to_width", "L/M; null where width is").orNull(),
          PointColumns::depthToWidth);

  /** What draws the law. */
  public static final Column<String> SAMPLER =
      FIRST.add(Column.text("sampler", "what draws the samples"), p -> p.sampler().label());

  /** The family of the weights. */
  public static final Column<String> INITIALIZATION =
      LAST.add(
          Column.text("initialization", "what weights and biases are drawn from"),
          p -> p.law().initialization().label());

  /** The squared norm of the inputs. */
  public static final Column<Double> INPUT_NORM2 =
      LAST.add(Column.number("input_norm2", "|x|^2 of the inputs"), p -> p.law().inputNorm2());

  /** The width of the output. */
  public static final Column<Integer> OUTPUTS =
      LAST.add(
          Column.integer("outputs", "n_L, the width of the output"),
          p -> p.law().widths().at(p.law().depth()));

  /** Which parameters are trained. */
  public static final Column<String> TRAINABLE =
      LAST.add(
          Column.text("trainable", "parameters the kernel sums over: all, or weights alone"),
          p -> p.law().trainable().label());

  static {
    ALL.addAll(FIRST, p -> p);
    ALL.addAll(LAST, p -> p);
  }

  private PointColumns() {}

  /** The columns that other tables begin with. */
  static Columns<SweepPoint> first() {
    return FIRST;
  }

  /** The columns that other tables end with. */
  static Columns<SweepPoint> last() {
    return LAST;
  }

  private static Integer width(SweepPoint point) {
    var width = point.law().widths().hiddenWidth();
    return width.isPresent() ? (Integer) width.getAsInt() : null;
  }

  private static double depthToWidth(SweepPoint point) {
    Integer width = width(point);
    return width == null ? Double.NaN : point.law().depth() / (double) width;
  }

  private static int inputDim(Network law) {
    return law.widths().inputDim();
  }
}
