package org.ntksweep.jobs.config.text;

import java.util.Locale;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.config.yaml.Shown;

/** Points as messages name them. */
public final class PointText {
  private PointText() {}

  /** Its activation, variances and architecture. */
  public static String of(Network point) {
    return String.format(
        Locale.ROOT,
        "the point activation %s, sigma_w2 %s, sigma_b2 %s, %s%s",
        point.activation().label(),
        point.sigmaW2(),
        point.sigmaB2(),
        of(point.widths()),
        point.isGaussian() ? "" : ", initialization " + point.initialization().label());
  }

  private static String of(Widths widths) {
    return widths.hiddenWidth().isPresent()
        ? String.format(
            Locale.ROOT,
            "input_dim %d, width %d, depth %d",
            widths.inputDim(),
            widths.hiddenWidth().getAsInt(),
            widths.depth())
        : "widths " + Shown.text(widths.toString());
  }
}
