package org.ntksweep.jobs.tables.point;

import org.ntksweep.core.training.Method;
import org.ntksweep.jobs.config.training.LearningRate;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;

/** The columns that say what is done to the networks of a point that is trained. */
public final class PointTrainingColumns {
  /** The columns in order. */
  public static final Columns<PointTraining> ALL = new Columns<>();

  /** The learning rate. */
  public static final Column<Double> LEARNING_RATE =
      ALL.add(
          Column.number("learning_rate", "of a step; null where there is none, as in gradient flow")
              .orNull(),
          p ->
              p.rate() instanceof LearningRate.None
                  ? Double.NaN
                  : ((Method.Steps) p.training().method()).learningRate());

  /** The share of the largest stable rate. */
  public static final Column<Double> OF_STABLE =
      ALL.add(
          Column.number(
                  "of_stable",
                  "learning_rate over 2/lambda_max of the infinite-width kernel, if so asked")
              .orNull(),
          p -> p.rate() instanceof LearningRate.OfStable rate ? rate.share() : Double.NaN);

  /** The scale of the model. */
  public static final Column<Double> ALPHA =
      ALL.add(
          Column.number("alpha", "scale of lazy training: the model is alpha f"),
          p -> p.training().lazy().alpha());

  /** Whether the model starts at 0. */
  public static final Column<Boolean> CENTERED =
      ALL.add(
          Column.flag("centered", "whether outputs at initialization are taken off the model"),
          p -> p.training().lazy().centered());

  /** The loss. */
  public static final Column<String> LOSS =
      ALL.add(
          Column.text("loss_function", "mean or sum of half squared errors over examples"),
          p -> p.training().loss().label());

  /** The method. */
  public static final Column<String> METHOD =
      ALL.add(Column.text("method", "how networks are moved"), p -> p.training().method().label());

  /** The batch. */
  public static final Column<Integer> BATCH =
      ALL.add(
          Column.integer("batch", "examples a step; null for all").orNull(),
          p ->
              p.training().method() instanceof Method.Steps s && s.batch().isPresent()
                  ? (Integer) s.batch().get().size()
                  : null);

  /** How many steps. */
  public static final Column<Long> STEPS =
      ALL.add(
          Column.count("steps", "steps to make; null in gradient flow").orNull(),
          p -> p.training().method() instanceof Method.Steps s ? (Long) s.steps() : null);

  /** How long a flow. */
  public static final Column<Double> TIME =
      ALL.add(
          Column.number("flow_time", "where gradient flow ends; null for steps").orNull(),
          p -> p.training().method() instanceof Method.Flow f ? f.time() : Double.NaN);

  /** How many examples. */
  public static final Column<Integer> EXAMPLES =
      ALL.add(Column.integer("examples", "N, examples to train on"), PointTraining::examples);

  /** Of how many the kernel. */
  public static final Column<Integer> KERNEL_EXAMPLES =
      ALL.add(
          Column.integer("kernel_examples", "examples the kernel is of, the first ones"),
          p -> p.training().kernelExamples());

  /** What the data are known by. */
  public static final Column<String> DATA_DIGEST =
      ALL.add(
          Column.text("data_digest", "SHA-256 of the examples; after a dash, of those to test on"),
          PointTraining::digest);

  private PointTrainingColumns() {}
}
