package org.ntksweep.jobs.report.figure;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ntksweep.jobs.shell.RequestException;

/**
 * How large a figure is in print.
 *
 * @param width in points
 * @param fontSize of its letters, in points
 */
public record FigureSize(double width, double fontSize) {
  private static final double POINTS_PER_INCH = 72;
  private static final double LEAST = 100;
  private static final double MOST = 3000;

  private static final Pattern LENGTH = Pattern.compile("([0-9.]+) *(mm|cm|in|pt)");

  private static final Map<String, Double> UNITS =
      Map.of(
          "mm",
          POINTS_PER_INCH / 25.4,
          "cm",
          POINTS_PER_INCH / 2.54,
          "in",
          POINTS_PER_INCH,
          "pt",
          1.0);

  /** Widths that have a name: a column and the text of a journal's page. */
  private static final Map<String, String> NAMED = Map.of("column", "84mm", "page", "174mm");

  /**
   * Reads a width such as {@code 84mm}, {@code 3.3in} or {@code column}.
   *
   * @throws RequestException if it is none, or no figure fits in it
   */
  public static FigureSize of(String width, double fontSize) {
    Matcher length = LENGTH.matcher(NAMED.getOrDefault(width.strip(), width.strip()));
    double points = length.matches() ? points(length.group(1), length.group(2)) : Double.NaN;
    if (!(points >= LEAST && points <= MOST)) {
      throw new RequestException(
          "--width "
              + width
              + ": must be column, page or a length such as 84mm, 8.4cm, 3.3in or 240pt, from 100pt"
              + " to 3000pt");
    }
    if (!(fontSize >= 4 && fontSize <= 40)) {
      throw new RequestException("--font-size " + fontSize + ": must be from 4 to 40 points");
    }
    return new FigureSize(points, fontSize);
  }

  private static double points(String number, String unit) {
    try {
      return Double.parseDouble(number) * UNITS.get(unit);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
