package org.ntksweep.core.theory;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.exact.DeepMoments;
import org.ntksweep.core.theory.exact.ExactMoments;

/**
 * The inverse question: how far a law may be changed while its dispersion {@code E[Theta^2] /
 * E[Theta]^2}, the exact one ({@link ExactMoments}), stays at or below a bound. Every answer is
 * empty where the ratio is not known.
 */
public final class RatioBounds {
  /** Depths are searched up to this many widths. */
  private static final int MAX_DEPTH_TO_WIDTH = 20;

  /** All depths up to here are tried, then depths in steps of a factor. */
  private static final int FIRST_DEPTHS = 64;

  private static final double DEPTH_STEP = 1.02;

  /** Weight variances are searched between these. */
  private static final double LEAST_SIGMA_W2 = 1e-3;

  private static final double LARGEST_SIGMA_W2 = 1e3;
  private static final double SIGMA_W2_STEP = 1.03;

  private RatioBounds() {}

  /**
   * The exact ratio as a function of {@code sigma_w2}, all else being as in the law: microseconds a
   * value. Not a number where the kernel is 0.
   *
   * @return not a number everywhere if the ratio is not known
   */
  public static DoubleUnaryOperator ratioOverSigmaW2(Network law) {
    return sigmaW2 -> ratio(law.withVariances(sigmaW2, law.sigmaB2()));
  }

  private static double ratio(Network law) {
    if (!ExactMoments.applyTo(law)) {
      return Double.NaN;
    }
    return law.widths().hiddenWidth().isPresent() && law.depth() > FIRST_DEPTHS
        ? new DeepMoments(law).atDepth(law.depth()).ratio()
        : ExactMoments.of(law).ratio();
  }

  /**
   * The largest {@code sigma_w2} up to which, from small ones on, the ratio stays at or below a
   * bound.
   *
   * @param bound at least 1
   * @return infinite if it does for every {@code sigma_w2} up to 1000; 0 if it is beyond the bound
   *     for small ones already; empty if the ratio is not known
   */
  public static OptionalDouble maxSigmaW2(Network law, double bound) {
    if (!ExactMoments.applyTo(law)) {
      return OptionalDouble.empty();
    }
    DoubleUnaryOperator ratio = ratioOverSigmaW2(law);
    double low = 0;
    for (double high = LEAST_SIGMA_W2; high < LARGEST_SIGMA_W2; high *= SIGMA_W2_STEP) {
      if (ratio.applyAsDouble(high) > bound) {
        return OptionalDouble.of(low == 0 ? 0 : bisected(ratio, bound, low, high));
      }
      low = high;
    }
    return OptionalDouble.of(Double.POSITIVE_INFINITY);
  }

  /** The last number below which a function that is below a bound at low is not above it. */
  private static double bisected(DoubleUnaryOperator f, double bound, double low, double high) {
    double below = low;
    double above = high;
    for (double middle = 0.5 * (below + above);
        middle > below && middle < above;
        middle = 0.5 * (below + above)) {
      if (f.applyAsDouble(middle) > bound) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return below;
  }

  /**
   * The largest depth up to which, from 1 on, the ratio stays at or below a bound.
   *
   * @return the largest integer if it does up to a depth of 20 widths; empty if the ratio is not
   *     known, or the law has no hidden layers of one width
   */
  public static OptionalInt maxDepth(Network law, double bound) {
    if (!ExactMoments.applyTo(law) || law.widths().hiddenWidth().isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt beyond = firstDepthBeyond(law, bound);
    return OptionalInt.of(beyond.isEmpty() ? Integer.MAX_VALUE : beyond.getAsInt() - 1);
  }

  /** The first depth at which the ratio exceeds a bound; a peak between two steps counts. */
  static OptionalInt firstDepthBeyond(Network law, double bound) {
    DeepMoments moments = new DeepMoments(law);
    int width = law.widths().hiddenWidth().orElseThrow();
    int deepest = (int) Math.min(1 << 30, Math.max(2, (long) MAX_DEPTH_TO_WIDTH * width));
    int previous = 0;
    int peak = 1;
    double highest = 0;
    for (int depth = 1; depth <= deepest; depth = next(depth)) {
      double ratio = moments.atDepth(depth).ratio();
      if (ratio > bound) {
        return OptionalInt.of(first(previous, depth, d -> moments.atDepth(d).ratio() > bound));
      }
      if (ratio > highest) {
        highest = ratio;
        peak = depth;
      }
      previous = depth;
    }
    int top = peak(moments, Math.max(1, (int) (peak / DEPTH_STEP) - 1), next(peak));
    return moments.atDepth(top).ratio() > bound
        ? OptionalInt.of(
            first((int) (peak / DEPTH_STEP) - 1, top, d -> moments.atDepth(d).ratio() > bound))
        : OptionalInt.empty();
  }

  private static int next(int depth) {
    return depth < FIRST_DEPTHS ? depth + 1 : (int) Math.ceil(depth * DEPTH_STEP);
  }

  /** Where the ratio, which rises and falls between two depths, is largest. */
  private static int peak(DeepMoments moments, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) / 2;
      if (moments.atDepth(middle).ratio() < moments.atDepth(middle + 1).ratio()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The smallest hidden width, all hidden layers having it, with a ratio at or below a bound at the
   * law's depth and input dimension.
   *
   * @return the largest integer if no width up to 2^30 has; empty if the ratio is not known, or the
   *     law has no hidden layers of one width
   */
  public static OptionalInt minWidth(Network law, double bound) {
    if (!ExactMoments.applyTo(law) || law.widths().hiddenWidth().isEmpty()) {
      return OptionalInt.empty();
    }
    int input = law.widths().inputDim();
    IntPredicate within =
        width -> ratio(law.with(Widths.constant(input, width, law.depth()))) <= bound;
    for (int width = 1; width < 1 << 30; width *= 2) {
      if (within.test(width)) {
        return OptionalInt.of(first(width / 2, width, within));
      }
    }
    return OptionalInt.of(Integer.MAX_VALUE);
  }

  /** The first integer after one that does not have a property that has it, up to one that has. */
  private static int first(int without, int with, IntPredicate property) {
    int low = Math.max(without, 0);
    int high = with;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      if (property.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
