package org.ntksweep.jobs.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;

/**
 * The columns that say what a network is, in two blocks: what most sweeps vary, and the rest. They
 * are read from a law here, and a law from them.
 */
public final class LawColumns {
  /** The block that tables begin with. */
  public static final Columns<Network> FIRST = new Columns<>();

  /** The block that tables end with. */
  public static final Columns<Network> LAST = new Columns<>();

  /** The activation function. */
  public static final Column<String> ACTIVATION =
      FIRST.add(Column.text("activation", "activation function"), law -> law.activation().label());

  /** The variance of weights. */
  public static final Column<Double> SIGMA_W2 =
      FIRST.add(
          Column.number("sigma_w2", "variance of a weight times its layer's fan_in"),
          law -> law.sigmaW2());

  /** The variance of biases. */
  public static final Column<Double> SIGMA_B2 =
      FIRST.add(Column.number("sigma_b2", "variance of a bias"), law -> law.sigmaB2());

  /** The number of affine layers. */
  public static final Column<Integer> DEPTH =
      FIRST.add(
          Column.integer("depth", "L, the number of affine layers, hidden ones and the output"),
          law -> law.depth());

  /** The hidden width. */
  public static final Column<Integer> WIDTH =
      FIRST.add(
          Column.integer("width", "M, the hidden width; null if hidden layers differ or are none")
              .orNull(),
          LawColumns::width);

  /** All widths. */
  public static final Column<List<Integer>> WIDTHS =
      FIRST.add(
          Column.integers("widths", "all widths, from the input to the output"),
          law -> Arrays.stream(law.widths().toArray()).boxed().toList());

  /** The width of the input. */
  public static final Column<Integer> INPUT_DIM =
      FIRST.add(
          Column.integer("input_dim", "n_0, the width of the input"),
          law -> law.widths().inputDim());

  /** The parametrization. */
  public static final Column<String> PARAMETRIZATION =
      FIRST.add(
          Column.text("parametrization", "standard, or ntk: variances as factors"),
          law -> law.parametrization().label());

  /** Depth over width. */
  public static final Column<Double> DEPTH_TO_WIDTH =
      FIRST.add(
          Column.number("depth_to_width", "L/M; null where width is").orNull(),
          LawColumns::depthToWidth);

  /** The family of the weights. */
  public static final Column<String> INITIALIZATION =
      LAST.add(
          Column.text("initialization", "what weights and biases are drawn from"),
          law -> law.initialization().label());

  /** The squared norm of the inputs. */
  public static final Column<Double> INPUT_NORM2 =
      LAST.add(Column.number("input_norm2", "|x|^2 of the inputs"), law -> law.inputNorm2());

  /** The width of the output. */
  public static final Column<Integer> OUTPUTS =
      LAST.add(
          Column.integer("outputs", "n_L, the width of the output"),
          law -> law.widths().at(law.depth()));

  /** Which parameters are trained. */
  public static final Column<String> TRAINABLE =
      LAST.add(
          Column.text("trainable", "parameters the kernel sums over: all, or weights alone"),
          law -> law.trainable().label());

  private LawColumns() {}

  /** The law of a row; a column that older tables lack has the value that was meant then. */
  public static Network law(TableRow row) {
    return new Network(
        Activation.parse(row.text(ACTIVATION)),
        row.number(SIGMA_W2),
        row.number(SIGMA_B2),
        Widths.of(widths(row).stream().mapToInt(Integer::intValue).toArray()),
        named(Parametrization.class, row.text(PARAMETRIZATION), Parametrization.STANDARD),
        named(Initialization.class, row.text(INITIALIZATION), Initialization.GAUSSIAN),
        row.value(INPUT_NORM2).orElse(1.0),
        named(Trainable.class, row.text(TRAINABLE), Trainable.ALL));
  }

  /** All widths of the network of a row. */
  public static List<Integer> widths(TableRow row) {
    return row.value(WIDTHS).orElseThrow();
  }

  private static <E extends Enum<E>> E named(Class<E> type, String label, E otherwise) {
    return label.isEmpty() ? otherwise : Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
  }

  private static Integer width(Network law) {
    var width = law.widths().hiddenWidth();
    return width.isPresent() ? (Integer) width.getAsInt() : null;
  }

  private static double depthToWidth(Network law) {
    Integer width = width(law);
    return width == null ? Double.NaN : law.depth() / (double) width;
  }
}
