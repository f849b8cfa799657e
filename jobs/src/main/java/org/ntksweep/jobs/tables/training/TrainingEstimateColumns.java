package org.ntksweep.jobs.tables.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.ntksweep.core.estimate.MeanEstimate;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;

/**
 * The table of training estimates: a row for every point and step at which its networks are looked
 * at. Means are over networks. One that ended early by a rule stays where it is, so it counts at
 * later steps as it was; one that diverged counts in none from then on, and is counted apart.
 */
public final class TrainingEstimateColumns {
  /** The columns in order: the point, the step, what was measured, the rest of the point. */
  public static final Columns<StepEstimate> ALL = new Columns<>();

  static {
    ALL.addAll(PointColumns.first(), StepEstimate::point);
  }

  /** How many steps were made. */
  public static final Column<Long> STEP = ALL.add(TrainingColumns.STEP, StepEstimate::stepOrNull);

  /** When. */
  public static final Column<Double> TIME = ALL.add(TrainingColumns.TIME, StepEstimate::time);

  /** How many networks. */
  public static final Column<Long> SAMPLES =
      ALL.add(
          Column.count("samples", "networks the means are of").in("networks"),
          StepEstimate::samples);

  /** How many had ended early. */
  public static final Column<Long> STOPPED =
      ALL.add(
          Column.count(
                  "stopped", "of these, how many had ended by a stop rule and stay as they were")
              .in("networks"),
          StepEstimate::stopped);

  /** How many had diverged. */
  public static final Column<Long> DIVERGED =
      ALL.add(
          Column.count("diverged", "beside these, how many had diverged; they are in no mean")
              .in("networks"),
          StepEstimate::diverged);

  private static final Map<Quantity, Column<Double>> MEANS = new EnumMap<>(Quantity.class);
  private static final Map<Quantity, Column<Double>> ERRORS = new EnumMap<>(Quantity.class);

  static {
    for (Quantity quantity : Quantity.values()) {
      String name = quantity.label();
      Function<StepEstimate, MeanEstimate> of = estimate -> estimate.of(quantity);
      MEANS.put(quantity, add(name, quantity.meaning() + ", mean", of, Part.MEAN));
      ERRORS.put(quantity, add(name + "_se", "standard error of " + name, of, Part.SE));
      addInterval(name, of);
    }
  }

  /** The variance of an output over initializations. */
  public static final Column<Double> OUTPUT_VARIANCE =
      add(
          "output_variance",
          "variance over networks of test_output",
          StepEstimate::outputVariance,
          Part.MEAN);

  static {
    String name = OUTPUT_VARIANCE.name();
    add(name + "_se", "standard error of " + name, StepEstimate::outputVariance, Part.SE);
    addInterval(name, StepEstimate::outputVariance);
  }

  /** The same in the limit. */
  public static final Column<Double> OUTPUT_VARIANCE_LIMIT =
      ALL.add(
          Column.number(
                  "output_variance_limit",
                  "the same at infinite width (MSML 2021, Theorem 5.3), inputs of one norm and one"
                      + " cosine")
              .orNull(),
          StepEstimate::outputVarianceLimit);

  static {
    ALL.addAll(PointColumns.last(), StepEstimate::point);
    ALL.addAll(PointTrainingColumns.ALL, row -> row.point().training().orElseThrow());
  }

  private TrainingEstimateColumns() {}

  /** The column of the mean of a quantity. */
  public static Column<Double> mean(Quantity quantity) {
    return MEANS.get(quantity);
  }

  /** The column of the standard error of that mean. */
  public static Column<Double> error(Quantity quantity) {
    return ERRORS.get(quantity);
  }

  private static void addInterval(String name, Function<StepEstimate, MeanEstimate> of) {
    add(name + "_lo", "lower end of the interval of " + name, of, Part.LO);
    add(name + "_hi", "upper end of that interval", of, Part.HI);
  }

  private static Column<Double> add(
      String name, String meaning, Function<StepEstimate, MeanEstimate> of, Part part) {
    return ALL.add(Column.number(name, meaning).orNull(), estimate -> part.of(of.apply(estimate)));
  }

  /** What is said of a mean. */
  private enum Part {
    MEAN,
    SE,
    LO,
    HI;

    double of(MeanEstimate estimate) {
      return switch (this) {
        case MEAN -> estimate.mean();
        case SE -> estimate.se();
        case LO -> estimate.lo();
        case HI -> estimate.hi();
      };
    }
  }
}
