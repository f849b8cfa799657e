package org.ntksweep.jobs.report.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.verdict.TerminalText;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;
import org.ntksweep.jobs.tables.training.TrainingEstimateColumns;

/**
 * What came of training.
 *
 * @param last the estimates of every point where it was looked at last, in the order of the sweep
 */
public record Trained(List<TableRow> last) {
  /** What is told apart on a terminal. */
  private static final int MOST_LINES = 12;

  private static final List<Column<?>> READ =
      List.of(
          PointColumns.POINT_ID,
          LawColumns.ACTIVATION,
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.DEPTH,
          LawColumns.WIDTH,
          LawColumns.WIDTHS,
          LawColumns.DEPTH_TO_WIDTH,
          LawColumns.INPUT_NORM2,
          LawColumns.INPUT_DIM,
          LawColumns.OUTPUTS,
          PointTrainingColumns.LEARNING_RATE,
          PointTrainingColumns.OF_STABLE,
          PointTrainingColumns.ALPHA,
          TrainingEstimateColumns.STEP,
          TrainingEstimateColumns.TIME,
          TrainingEstimateColumns.SAMPLES,
          TrainingEstimateColumns.STOPPED,
          TrainingEstimateColumns.DIVERGED,
          TrainingEstimateColumns.mean(Quantity.LOSS),
          TrainingEstimateColumns.error(Quantity.LOSS),
          TrainingEstimateColumns.mean(Quantity.PREDICTED_LOSS),
          TrainingEstimateColumns.mean(Quantity.LOWEST_LOSS),
          TrainingEstimateColumns.mean(Quantity.CHANGE),
          TrainingEstimateColumns.error(Quantity.CHANGE));

  /** Copies the list. */
  public Trained {
    last = List.copyOf(last);
  }

  /** What a table of training estimates says. */
  public static Trained of(Table estimates) throws IOException {
    Map<String, TableRow> last = new LinkedHashMap<>();
    estimates
        .only(READ.stream().<String>map(Column::name).toList())
        .read(
            row -> {
              last.put(row.text(PointColumns.POINT_ID), row);
              return true;
            });
    return new Trained(new ArrayList<>(last.values()));
  }

  /** How many networks there are. */
  public long networks() {
    return last.stream().mapToLong(Trained::networks).sum();
  }

  private static long networks(TableRow row) {
    return row.value(TrainingEstimateColumns.SAMPLES).orElse(0L)
        + row.value(TrainingEstimateColumns.DIVERGED).orElse(0L);
  }

  /** How many of them diverged. */
  public long diverged() {
    return sum(TrainingEstimateColumns.DIVERGED);
  }

  /** How many others ended early. */
  public long stopped() {
    return sum(TrainingEstimateColumns.STOPPED);
  }

  private long sum(Column<Long> column) {
    return last.stream().mapToLong(row -> row.value(column).orElse(0L)).sum();
  }

  /** At how many points kernel theory described training. */
  public long described() {
    return last.stream().filter(Described::holds).count();
  }

  /** How many networks are at those points. */
  public long describedNetworks() {
    return last.stream().filter(Described::holds).mapToLong(Trained::networks).sum();
  }

  /** In which phases, and up to which L/M, it did. */
  public String phases() {
    return PhaseCount.of(last).stream().map(PhaseCount::answer).collect(Collectors.joining("; "));
  }

  /** Where it did. */
  public List<Where> where() {
    return Where.of(last);
  }

  /** What is meant by that. */
  public String criterion() {
    return "at the last step the kernel had moved by less than 10 % of its norm"
        + (last.stream().anyMatch(Described::isPredicted)
            ? " and the loss predicted by the network's own kernel at initialization was within"
                + " 10 % of the measured one"
            : "; this training has no predicted loss");
  }

  /** For how many networks, and at how many points, it did. */
  public String headline() {
    return Text.count((double) describedNetworks())
        + " of "
        + Text.counted(networks(), "network")
        + ", at "
        + Text.count((double) described())
        + " of "
        + Text.counted(last.size(), "point");
  }

  /** The same in words for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.counted(networks(), "network")
            + " of "
            + Text.counted(last.size(), "point")
            + " trained; "
            + Text.count((double) diverged())
            + " diverged, "
            + Text.count((double) stopped())
            + " ended early by a stop rule");
    lines.addAll(
        TerminalText.wrapped(
            "", "kernel theory described training for " + headline() + " (" + criterion() + "):"));
    lines.addAll(TerminalText.wrapped("  ", phases()));
    List<Where> where = where();
    where.stream().limit(MOST_LINES).flatMap(w -> lines(w).stream()).forEach(lines::add);
    if (where.size() > MOST_LINES) {
      lines.add("  and so on: " + Text.count(where.size() - MOST_LINES) + " more in report.html");
    }
    return lines;
  }

  private static List<String> lines(Where where) {
    List<String> lines = new ArrayList<>();
    if (!where.subject().isEmpty()) {
      lines.addAll(TerminalText.wrapped("  ", where.subject()));
    }
    lines.addAll(TerminalText.wrapped("    ", where.answer("sigma_w2")));
    return lines;
  }
}
