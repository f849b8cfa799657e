package org.ntksweep.jobs.report.chart.data;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ntksweep.core.theory.meanfield.Phase;

/** The colours of curves: blue in order, violet on the edge of chaos, amber to red in chaos. */
public final class Colours {
  static final String EDGE = "#8e4ec6";

  private static final int[] DEEP_ORDER = {0x6c, 0xc0, 0xe5};
  private static final int[] NEAR_ORDER = {0x1f, 0x5f, 0xc4};
  private static final int[] NEAR_CHAOS = {0xf0, 0xa0, 0x30};
  private static final int[] DEEP_CHAOS = {0xb8, 0x1d, 0x4a};

  private Colours() {}

  /** One colour for each of some curves that pass from order to chaos, by what tells them apart. */
  public static Map<Double, String> of(Map<Double, String> phases) {
    Map<Double, String> colours = new HashMap<>();
    long ordered = count(phases.values(), Phase.ORDERED);
    long chaotic = count(phases.values(), Phase.CHAOTIC);
    int seenOrdered = 0;
    int seenChaotic = 0;
    for (Map.Entry<Double, String> curve : phases.entrySet()) {
      if (curve.getValue().equals(Phase.ORDERED.label())) {
        colours.put(curve.getKey(), between(DEEP_ORDER, NEAR_ORDER, seenOrdered++, ordered));
      } else if (curve.getValue().equals(Phase.CHAOTIC.label())) {
        colours.put(curve.getKey(), between(NEAR_CHAOS, DEEP_CHAOS, seenChaotic++, chaotic));
      } else {
        colours.put(curve.getKey(), EDGE);
      }
    }
    return colours;
  }

  private static long count(Collection<String> phases, Phase phase) {
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
