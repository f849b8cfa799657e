package org.ntksweep.jobs.report.rows;

import java.util.List;
import java.util.Locale;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.tables.TableRow;

/** The network law of a row, from the columns that say what it is. */
public final class Laws {
  private Laws() {}

  /** The law; a column that older tables lack has the value that was meant then. */
  public static Network of(TableRow row) {
    return new Network(
        Activation.parse(row.text("activation")),
        Rows.number(row, "sigma_w2"),
        Rows.number(row, "sigma_b2"),
        widths(row),
        named(Parametrization.class, row, "parametrization", Parametrization.STANDARD),
        named(Initialization.class, row, "initialization", Initialization.GAUSSIAN),
        row.number("input_norm2").orElse(1),
        named(Trainable.class, row, "trainable", Trainable.ALL));
  }

  private static Widths widths(TableRow row) {
    List<?> widths = (List<?>) row.value("widths").orElseThrow();
    return Widths.of(widths.stream().mapToInt(Integer.class::cast).toArray());
  }

  private static <E extends Enum<E>> E named(
      Class<E> type, TableRow row, String column, E otherwise) {
    String label = row.text(column);
    return label.isEmpty() ? otherwise : Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
  }
}
