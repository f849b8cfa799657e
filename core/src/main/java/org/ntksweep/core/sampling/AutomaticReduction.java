package org.ntksweep.core.sampling;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.meanfield.MeanField;
import org.ntksweep.core.theory.meanfield.Phase;

/**
 * Chooses between plain and size-biased networks by the smaller {@link ErrorForecast}, before any
 * is drawn and in microseconds a law: from the limiting ratio where it is known, else the exact
 * one. Where neither is, networks in order are plain, and beyond it the ratio is taken for {@code
 * e^{2 sum of 1/n}} over hidden layers, which backpropagated errors alone bring about. Its answers
 * do not depend on what it was asked before. Not safe for use by several threads.
 */
public final class AutomaticReduction {
  /** From this logarithm of the ratio on size-biased networks leave the smaller error. */
  private static final double CROSSING = crossing();

  /** By the law with other widths, which have no part in it. */
  private final Map<Network, Phase> phases = new HashMap<>();

  private static double crossing() {
    double plain = 0;
    double sizeBiased = 1;
    while (sizeBiased - plain > 1e-3) {
      double middle = (plain + sizeBiased) / 2;
      if (ErrorForecast.ofLogRatio(middle).better() == VarianceReduction.NONE) {
        plain = middle;
      } else {
        sizeBiased = middle;
      }
    }
    return sizeBiased;
  }

  /** Which networks of a law to draw, if there are both. */
  public VarianceReduction of(Network law) {
    return logRatio(law) < CROSSING ? VarianceReduction.NONE : VarianceReduction.SIZE_BIASED;
  }

  private double logRatio(Network law) {
    OptionalDouble limit = Limits.ratio(law);
    if (limit.isPresent()) {
      return Elementary.log(limit.getAsDouble());
    }
    if (ExactMoments.applyTo(law)) {
      double exact = ExactMoments.of(law).logRatio();
      return Double.isNaN(exact) ? 0 : exact;
    }
    double least = ofErrors(law.widths());
    return least < CROSSING || phase(law) == Phase.ORDERED ? 0 : least;
  }

  private static double ofErrors(Widths widths) {
    double sum = 0;
    for (int l = 1; l < widths.depth(); l++) {
      sum += 2.0 / widths.at(l);
    }
    return sum;
  }

  private Phase phase(Network law) {
    Network family = law.with(Widths.of(law.widths().inputDim(), 1));
    return phases.computeIfAbsent(family, f -> MeanField.of(f).phase());
  }
}
