package org.ntksweep.jobs.report.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.point.PointTrainingColumns;

/**
 * Where kernel theory described the training of some networks that differ in depth and sigma_w2.
 *
 * @param subject what tells these networks from the others; empty if there are no others
 * @param points how many points there are
 * @param described at how many of them it did
 * @param depths for each sigma_w2, or range of them, down to which depth
 */
public record Where(String subject, int points, long described, List<Place> depths) {
  private static final Map<Column<?>, String> APART = new LinkedHashMap<>();

  static {
    APART.put(LawColumns.ACTIVATION, "");
    APART.put(LawColumns.SIGMA_B2, "sigma_b2 = ");
    APART.put(LawColumns.WIDTH, "M = ");
    APART.put(LawColumns.INPUT_DIM, "n_0 = ");
    APART.put(LawColumns.OUTPUTS, "n_L = ");
    APART.put(PointTrainingColumns.OF_STABLE, "of the stable rate ");
    APART.put(PointTrainingColumns.LEARNING_RATE, "learning rate ");
    APART.put(PointTrainingColumns.ALPHA, "alpha = ");
  }

  /**
   * An answer.
   *
   * @param low the least sigma_w2 it is for
   * @param high the largest
   * @param depths the answer
   */
  record Place(double low, double high, String depths) {}

  /** Copies the list. */
  public Where {
    depths = List.copyOf(depths);
  }

  /** One for all networks that differ in depth and sigma_w2 alone, in the order of the sweep. */
  static List<Where> of(List<TableRow> last) {
    Rows rows = new Rows(last);
    boolean hasShares = rows.has(PointTrainingColumns.OF_STABLE);
    List<Column<?>> varying =
        APART.keySet().stream()
            // A share of the stable rate is a rate of its own at every point.
            .filter(column -> !hasShares || !column.equals(PointTrainingColumns.LEARNING_RATE))
            .filter(column -> last.stream().map(row -> row.text(column)).distinct().count() > 1)
            .collect(Collectors.toList());
    Map<String, List<TableRow>> groups =
        last.stream()
            .collect(
                Collectors.groupingBy(
                    row -> subject(row, varying), LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue())).toList();
  }

  private static String subject(TableRow row, List<Column<?>> varying) {
    return varying.stream()
        .filter(column -> !row.text(column).isEmpty())
        .map(column -> APART.get(column) + text(row, column))
        .collect(Collectors.joining(", "));
  }

  private static String text(TableRow row, Column<?> column) {
    return row.value(column.name())
        .map(x -> x instanceof Number n ? number(n.doubleValue()) : x.toString())
        .orElse("");
  }

  private static String number(double x) {
    return Selector.text(Json.drawn(x));
  }

  private static Where of(String subject, List<TableRow> rows) {
    Map<Double, List<TableRow>> bySigma =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.number(LawColumns.SIGMA_W2), TreeMap::new, Collectors.toList()));
    List<Place> places = new ArrayList<>();
    bySigma.forEach((sigmaW2, networks) -> add(places, sigmaW2, depths(networks)));
    return new Where(subject, rows.size(), rows.stream().filter(Described::holds).count(), places);
  }

  /** Neighbours of the same answer share it. */
  private static void add(List<Place> places, double sigmaW2, String depths) {
    Place before = places.isEmpty() ? null : places.get(places.size() - 1);
    if (before != null && before.depths().equals(depths)) {
      places.set(places.size() - 1, new Place(before.low(), sigmaW2, depths));
    } else {
      places.add(new Place(sigmaW2, sigmaW2, depths));
    }
  }

  private static String depths(List<TableRow> networks) {
    Map<Double, Boolean> byDepth =
        networks.stream()
            .collect(
                Collectors.toMap(
                    row -> row.number(LawColumns.DEPTH),
                    Described::holds,
                    Boolean::logicalAnd,
                    TreeMap::new));
    List<Double> held = byDepth.keySet().stream().filter(byDepth::get).toList();
    if (held.isEmpty()) {
      return "at no depth";
    }
    if (held.size() == byDepth.size()) {
      return "at every depth";
    }
    List<Double> first = byDepth.keySet().stream().limit(held.size()).toList();
    return held.equals(first)
        ? "up to L = " + number(held.get(held.size() - 1))
        : "at L = "
            + held.stream().map(x -> number(x.doubleValue())).collect(Collectors.joining(", "));
  }

  /** The answers in a line. */
  public String answer(String sigmaW2) {
    Function<Place, String> range =
        place ->
            number(place.low()) + (place.high() > place.low() ? " to " + number(place.high()) : "");
    return depths.stream()
        .map(place -> sigmaW2 + " = " + range.apply(place) + ": " + place.depths())
        .collect(Collectors.joining("; "));
  }
}
