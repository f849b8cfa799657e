package org.ntksweep.core.sampling.sizebiased;

/**
 * The law of a number X tilted by {@code (f X + c)^o} is a mixture of those tilted by {@code X^o},
 * ..., X and 1, in the proportion of what each contributes to the mean.
 *
 * @param first the share of X in {@code f X + c}
 * @param square the share of {@code X^2} in {@code (f X + c)^2}
 * @param mixed the share of X in it
 */
record Powers(double first, double square, double mixed) {

  /** The order of X, that of {@code f X + c} being given. */
  int draw(int order, double uniform) {
    return switch (order) {
      case 0 -> 0;
      case 1 -> uniform < first ? 1 : 0;
      default -> uniform < square ? 2 : uniform < square + mixed ? 1 : 0;
    };
  }
}
