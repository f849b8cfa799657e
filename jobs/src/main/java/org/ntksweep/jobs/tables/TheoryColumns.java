package org.ntksweep.jobs.tables;

import org.ntksweep.core.theory.LawTheory;

/** What theory says of one kernel entry of one law; null where it says nothing. */
public final class TheoryColumns {
  /** The columns in order. */
  public static final Columns<LawTheory> ALL = new Columns<>();

  /** What one step of gradient descent does to the kernel: columns that tables end with. */
  public static final Columns<LawTheory> FIRST_STEP = new Columns<>();

  /** The exact mean. */
  public static final Column<Double> EXACT_MEAN =
      ALL.add(
          Column.number("exact_mean", "mean at the network's own widths, where it is known")
              .orNull(),
          t -> t.exactMean().orElse(Double.NaN));

  /** The exact dispersion. */
  public static final Column<Double> EXACT_RATIO =
      ALL.add(
          Column.number("exact_ratio", "ratio at the network's own widths, where it is known")
              .orNull(),
          t -> t.exactRatio().orElse(Double.NaN));

  /** The limit of infinite width. */
  public static final Column<Double> INFINITE_WIDTH_MEAN =
      ALL.add(
          Column.number("infinite_width_mean", "the entry in the limit of infinite width").orNull(),
          t -> t.infiniteWidthMean().orElse(Double.NaN));

  /** The slope of the correlation map. */
  public static final Column<Double> CHI_1 =
      ALL.add(
          Column.number("chi_1", "slope of the correlation map at correlation 1; above 1 is chaos")
              .orNull(),
          LawTheory::chi1);

  /** The phase. */
  public static final Column<String> PHASE =
      ALL.add(
          Column.text("phase", "ordered, edge_of_chaos or chaotic").orNull(),
          t -> t.phase().label());

  /** The limit of the dispersion. */
  public static final Column<Double> LIMIT_RATIO =
      ALL.add(
          Column.number(
                  "limit_ratio", "ratio of the diagonal at infinite depth and width, same L/M")
              .orNull(),
          t -> t.limitRatio().orElse(Double.NaN));

  /** The limit as published. */
  public static final Column<Double> PUBLISHED_LIMIT_RATIO =
      ALL.add(
          Column.number("published_limit_ratio", "the same as published (ICML 2022, Theorem 3.1)")
              .orNull(),
          t -> t.publishedLimitRatio().orElse(Double.NaN));

  /** The dispersion as published. */
  public static final Column<Double> PUBLISHED_RATIO =
      ALL.add(
          Column.number("published_ratio", "exact_ratio as published (ICML 2022, Theorem 3.2)")
              .orNull(),
          t -> t.publishedRatio().orElse(Double.NaN));

  /** What the first step does to the kernel. */
  public static final Column<Double> FIRST_STEP_CHANGE =
      FIRST_STEP.add(
          Column.number(
                  "first_step_change",
                  "relative mean change of Theta(x,x) in one step on x at the rate 1/E[Theta], to first"
                      + " order, neurons keeping their signs")
              .orNull(),
          t -> t.firstStepChange().orElse(Double.NaN));

  /** The limit of that. */
  public static final Column<Double> FIRST_STEP_LIMIT =
      FIRST_STEP.add(
          Column.number("first_step_limit", "the same at infinite depth and width, same L/M")
              .orNull(),
          t -> t.firstStepLimit().orElse(Double.NaN));

  private TheoryColumns() {}
}
