package org.ntksweep.jobs.report.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.core.theory.meanfield.MeanField;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;

/**
 * At how many points of a phase kernel theory described training.
 *
 * @param phase of their networks
 * @param points how many there are
 * @param described at how many of them it did
 * @param reach the largest L/M up to which it did everywhere, for the best activation and learning
 *     rate, if there is any
 * @param isBest whether it did not reach as far for all of these
 */
record PhaseCount(Phase phase, int points, long described, OptionalDouble reach, boolean isBest) {
  /** One for every phase of which there are points. */
  static List<PhaseCount> of(List<TableRow> last) {
    return Stream.of(Phase.values())
        .map(phase -> of(phase, last.stream().filter(row -> phase(row) == phase).toList()))
        .filter(count -> count.points > 0)
        .toList();
  }

  private static PhaseCount of(Phase phase, List<TableRow> rows) {
    List<OptionalDouble> reaches =
        rows.stream().collect(Collectors.groupingBy(PhaseCount::kind)).values().stream()
            .map(PhaseCount::reach)
            .distinct()
            .toList();
    return new PhaseCount(
        phase,
        rows.size(),
        rows.stream().filter(Described::holds).count(),
        reaches.stream().flatMapToDouble(OptionalDouble::stream).max(),
        reaches.size() > 1);
  }

  /** A share of the stable rate is a rate of its own at every point. */
  private static List<String> kind(TableRow row) {
    String share = row.text(PointTrainingColumns.OF_STABLE);
    return List.of(
        row.text(LawColumns.ACTIVATION),
        share.isEmpty() ? row.text(PointTrainingColumns.LEARNING_RATE) : share,
        row.text(PointTrainingColumns.ALPHA));
  }

  private static Phase phase(TableRow row) {
    return MeanField.of(LawColumns.law(row)).phase();
  }

  /** Points whose layers differ in width have no L/M. */
  private static OptionalDouble reach(List<TableRow> rows) {
    double fails =
        rows.stream()
            .filter(row -> !Described.holds(row))
            .mapToDouble(row -> row.number(LawColumns.DEPTH_TO_WIDTH))
            .filter(x -> !Double.isNaN(x))
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return rows.stream()
        .mapToDouble(row -> row.number(LawColumns.DEPTH_TO_WIDTH))
        .filter(x -> x < fails)
        .max();
  }

  /** Such as {@code ordered: 2 of 3 points, up to L/M = 0.5}. */
  String answer() {
    String counted =
        phase.label().replace('_', ' ')
            + ": "
            + Text.count((double) described)
            + " of "
            + Text.counted(points, "point");
    return reach.isPresent()
        ? counted
            + (isBest ? ", at best up to L/M = " : ", up to L/M = ")
            + Text.digits(reach.getAsDouble(), 3)
        : counted;
  }
}
