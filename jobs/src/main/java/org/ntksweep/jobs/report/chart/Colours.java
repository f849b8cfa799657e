package org.ntksweep.jobs.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ntksweep.core.theory.meanfield.Phase;

/** The colours of curves: blue in order, violet on the edge of chaos, amber to red in chaos. */
final class Colours {
  static final String EDGE = "#8e4ec6";

  private static final int[] DEEP_ORDER = {0x6c, 0xc0, 0xe5};
  private static final int[] NEAR_ORDER = {0x1f, 0x5f, 0xc4};
  private static final int[] NEAR_CHAOS = {0xf0, 0xa0, 0x30};
  private static final int[] DEEP_CHAOS = {0xb8, 0x1d, 0x4a};

  private Colours() {}

  /** One colour for each of a row of curves that pass from order to chaos. */
  static List<String> of(List<String> phases) {
    List<String> colours = new ArrayList<>();
    long ordered = count(phases, Phase.ORDERED);
    long chaotic = count(phases, Phase.CHAOTIC);
    int seenOrdered = 0;
    int seenChaotic = 0;
    for (String phase : phases) {
      if (phase.equals(Phase.ORDERED.label())) {
        colours.add(between(DEEP_ORDER, NEAR_ORDER, seenOrdered++, ordered));
      } else if (phase.equals(Phase.CHAOTIC.label())) {
        colours.add(between(NEAR_CHAOS, DEEP_CHAOS, seenChaotic++, chaotic));
      } else {
        colours.add(EDGE);
      }
    }
    return colours;
  }

  private static long count(List<String> phases, Phase phase) {
    return phases.stream().filter(phase.label()::equals).count();
  }

  private static String between(int[] from, int[] to, int step, long steps) {
    double t = steps < 2 ? 0.5 : step / (double) (steps - 1);
    StringBuilder colour = new StringBuilder("#");
    for (int channel = 0; channel < from.length; channel++) {
      long mixed = Math.round(from[channel] + t * (to[channel] - from[channel]));
      colour.append(String.format(Locale.ROOT, "%02x", mixed));
    }
    return colour.toString();
  }
}
