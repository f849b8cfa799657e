package org.ntksweep.jobs.tables.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;

/** The kernels table: what was seen of the kernels of a network at a step. */
public final class KernelColumns {
  /** The columns in order. */
  public static final Columns<TrainedKernel> ALL = new Columns<>();

  /** The point the network is of. */
  public static final Column<String> POINT_ID =
      ALL.add(TrainingColumns.POINT_ID, row -> row.at().point().key());

  /** The number of the network. */
  public static final Column<Long> SAMPLE =
      ALL.add(TrainingColumns.SAMPLE, row -> row.at().sample());

  /** How many steps were made. */
  public static final Column<Long> STEP = ALL.add(TrainingColumns.STEP, row -> row.at().step());

  /** When. */
  public static final Column<Double> TIME =
      ALL.add(TrainingColumns.TIME, row -> row.at().record().time());

  /** How many examples. */
  public static final Column<Integer> EXAMPLES =
      ALL.add(
          Column.integer("examples", "n, the rows of the kernel: the first n training examples"),
          row -> row.labels().size());

  /** Their labels. */
  public static final Column<List<Double>> LABELS =
      ALL.add(Column.numbers("labels", "the labels of these examples"), TrainedKernel::labels);

  private static final Map<KernelEntries, Column<List<Double>>> ENTRIES =
      new EnumMap<>(KernelEntries.class);

  static {
    for (KernelEntries entries : KernelEntries.values()) {
      Column<List<Double>> column = Column.numbers(entries.label(), entries.meaning());
      boolean isAlways = entries == KernelEntries.KERNEL;
      ENTRIES.put(
          entries, ALL.add(isAlways ? column : column.orNull(), row -> row.at().entries(entries)));
    }
  }

  private KernelColumns() {}

  /** The column of some entries. */
  public static Column<List<Double>> of(KernelEntries entries) {
    return ENTRIES.get(entries);
  }
}
