package org.ntksweep.core.estimate.ratio;

/**
 * The sums over samples {@code t_i} that formulas are made of, each sample as often as it occurs.
 *
 * @param size N, how many samples there are
 * @param sum {@code S1 = sum t_i}
 * @param squares {@code S2 = sum t_i^2}
 */
public record Sums(double size, double sum, double squares) {}
