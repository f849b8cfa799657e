package org.ntksweep.jobs.report.figure;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;

/**
 * A panel to draw.
 *
 * @param chart what it is a panel of
 * @param panel its position
 * @param chosen what it shows
 * @param activation what tells it from pictures of the same panel, or empty
 */
record Picture(Chart chart, int panel, Selection chosen, String activation) {
  /** Such as {@code off-diagonal-tanh-cosine-0.9}; titles may hold what file names cannot. */
  String name() {
    String title = chart.panels().get(panel).title().replaceAll("[^\\p{L}\\p{N}.]+", "-");
    return Stream.of(chart.name(), activation, title)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-"));
  }

  /** Whether it is of another value than the one chosen of a selector. */
  boolean isOfAnother(String name) {
    Selector selector = chosen.selector(name);
    Chart.Panel own = chart.panels().get(panel);
    return own.parameter().equals(selector.parameter()) && !own.value().equals(selector.value());
  }
}
