package org.ntksweep.jobs.tables.point;

import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;
import org.ntksweep.jobs.tables.LawColumns;

/** The points table: one network law a row, and what draws it. */
public final class PointColumns {
  private static final Columns<SweepPoint> FIRST = new Columns<>();
  private static final Columns<SweepPoint> LAST = new Columns<>();

  /** The columns of the table, in order. */
  public static final Columns<SweepPoint> ALL = new Columns<>();

  /** The columns of the table where networks are trained, in order. */
  public static final Columns<SweepPoint> TRAINED = new Columns<>();

  /** The identity of the law. */
  public static final Column<String> POINT_ID =
      FIRST.add(
          Column.text(
              "point_id", "identity of the point (law, data, training), 16 hexadecimal digits"),
          SweepPoint::key);

  static {
    FIRST.addAll(LawColumns.FIRST, SweepPoint::law);
  }

  /** What draws the law. */
  public static final Column<String> SAMPLER =
      FIRST.add(Column.text("sampler", "what draws the samples"), p -> p.sampler().label());

  static {
    LAST.addAll(LawColumns.LAST, SweepPoint::law);
  }

  /** The law that networks are drawn from. */
  public static final Column<String> VARIANCE_REDUCTION =
      LAST.add(
          Column.text(
              "variance_reduction", "none, or size_biased: samples carry weights (log_weight)"),
          p -> p.reduction().label());

  static {
    ALL.addAll(FIRST, p -> p);
    ALL.addAll(LAST, p -> p);
    TRAINED.addAll(ALL, p -> p);
    TRAINED.addAll(PointTrainingColumns.ALL, p -> p.training().orElseThrow());
  }

  private PointColumns() {}

  /** The columns that other tables begin with. */
  public static Columns<SweepPoint> first() {
    return FIRST;
  }

  /** The columns that other tables end with. */
  public static Columns<SweepPoint> last() {
    return LAST;
  }
}
