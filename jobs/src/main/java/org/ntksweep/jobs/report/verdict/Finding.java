package org.ntksweep.jobs.report.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * How deep the networks of one activation in one phase may be taken for their infinite-width
 * kernel.
 *
 * @param activation of all of them
 * @param phase of all of them, as tables name it
 * @param reaches of their families, the least reach first; not empty
 */
public record Finding(String activation, String phase, List<Reach> reaches) {
  private static final int DIGITS = 2;

  /** What may tell a family from the others. */
  private static final List<Column<? extends Number>> PLACE =
      List.of(
          LawColumns.SIGMA_W2,
          LawColumns.SIGMA_B2,
          LawColumns.WIDTH,
          LawColumns.INPUT_DIM,
          LawColumns.INPUT_NORM2);

  private record Group(String activation, String phase) {}

  /** Copies the list. */
  public Finding {
    reaches = List.copyOf(reaches);
  }

  /** What is found of a sweep, in its order. */
  public static List<Finding> of(Rows diagonal) {
    Map<Group, List<Reach>> groups =
        Family.of(diagonal).stream()
            .map(Reach::of)
            .collect(
                Collectors.groupingBy(Finding::group, LinkedHashMap::new, Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    groups.forEach(
        (group, reaches) ->
            findings.add(new Finding(group.activation(), group.phase(), sorted(reaches))));
    return findings;
  }

  private static Group group(Reach reach) {
    TableRow row = reach.family().deepest();
    return new Group(row.text(LawColumns.ACTIVATION), row.text(TheoryColumns.PHASE));
  }

  private static List<Reach> sorted(List<Reach> reaches) {
    return reaches.stream().sorted(Reach.LEAST_FIRST).toList();
  }

  /** Which networks these are, such as {@code relu, ordered, sigma_w2 0.5 to 1}. */
  public String subject() {
    return activation + ", " + phase.replace('_', ' ') + ", sigma_w2 " + range(LawColumns.SIGMA_W2);
  }

  /** The answer: how deep they may be. */
  public String answer() {
    Reach least = reaches.get(0);
    Reach most = reaches.get(reaches.size() - 1);
    if (least.isComplete()) {
      return "at every depth of the sweep, " + deepest();
    }
    if (most.depth() == 0) {
      return "not at any depth of the sweep: " + doubt(least);
    }
    String from = least.depth() == 0 ? "not from the start" : "up to " + depth(least);
    boolean alike = reaches.size() == 1 || depth(least).equals(depth(most));
    return from
        + (alike ? "" : inBrackets(place(least)) + " and at best " + best(most))
        + "; "
        + doubt(least);
  }

  /** The same in a few words, for the least favourable of the networks. */
  public String shortAnswer() {
    Reach least = reaches.get(0);
    if (least.isComplete()) {
      return "at every depth";
    }
    return least.depth() == 0 ? "at no depth" : "up to " + depth(least);
  }

  private String best(Reach most) {
    return (most.isComplete() ? "at every depth" : "up to " + depth(most))
        + inBrackets(place(most));
  }

  private static String inBrackets(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  /** What is said of the first network that is not trusted. */
  private String doubt(Reach least) {
    TableRow row = least.doubt().orElseThrow();
    Evidence evidence = Evidence.of(row);
    String at = measured(least, Family.depth(row));
    if (evidence.grade() == Grade.OPEN) {
      return at + (Rows.isUnderpowered(row) ? " is underpowered" : " is not told");
    }
    return evidence.ratio().isAtLeast(Evidence.SMALL_RATIO)
        ? at + " has ratio " + about(evidence.ratio(), ratio(row))
        : at
            + " has a mean "
            + about(evidence.mean().orElseThrow())
            + " times that of infinite width";
  }

  /** The number that has the row's interval, which need not be its middle. */
  private static double ratio(TableRow row) {
    return row.value(TheoryColumns.EXACT_RATIO).orElseGet(() -> row.number(EstimateColumns.RATIO));
  }

  private static String about(Bounds bounds) {
    return about(bounds, (bounds.low() + bounds.high()) / 2);
  }

  private static String about(Bounds bounds, double value) {
    if (Double.isInfinite(bounds.low())) {
      return "above 1e308";
    }
    boolean open = Double.isInfinite(bounds.high()) && Double.isFinite(bounds.low());
    return open ? "above " + Text.digits(bounds.low(), DIGITS) : Text.digits(value, DIGITS + 1);
  }

  private String deepest() {
    Reach deepest = reaches.stream().max(Comparator.comparingDouble(Reach::measure)).orElseThrow();
    return "to " + depth(deepest);
  }

  private static String depth(Reach reach) {
    return measured(reach, reach.depth());
  }

  private static String measured(Reach reach, double depth) {
    return reach.family().perWidth(depth).isPresent()
        ? "L/M = " + Text.digits(reach.family().perWidth(depth).getAsDouble(), DIGITS)
        : "L = " + Text.digits(depth, 7);
  }

  /** What tells a family from the others. */
  private String place(Reach reach) {
    TableRow row = reach.family().deepest();
    return PLACE.stream()
        .filter(column -> distinct(column).size() > 1)
        .filter(
            column ->
                !column.equals(LawColumns.INPUT_DIM) || distinct(LawColumns.WIDTH).size() == 1)
        .map(column -> column.name() + " " + Text.number(row, column))
        .collect(Collectors.joining(", "));
  }

  private String range(Column<? extends Number> column) {
    List<Double> values = distinct(column);
    String first = Text.digits(values.get(0), DIGITS + 3);
    String last = Text.digits(values.get(values.size() - 1), DIGITS + 3);
    return values.size() == 1 ? first : first + (values.size() == 2 ? " and " : " to ") + last;
  }

  private List<Double> distinct(Column<? extends Number> column) {
    return reaches.stream()
        .mapToDouble(reach -> reach.family().deepest().number(column))
        .filter(x -> !Double.isNaN(x))
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }
}
