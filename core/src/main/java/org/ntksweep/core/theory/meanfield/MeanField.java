package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Elementary;
import org.ntksweep.core.theory.expectation.GaussianExpectations;

/**
 * Mean-field theory of signals in a deep, infinitely wide network (Poole et al. 2016, Schoenholz et
 * al. 2017): how the variance q of pre-activations and the correlation c of those of two inputs go
 * from layer to layer, and where they end. With z standard normal and (u, v) normal of variance q
 * and correlation c,
 *
 * <pre>
 * q  to  sigma_w2 E[phi(sqrt(q) z)^2] + sigma_b2
 * c  to  (sigma_w2 E[phi(u) phi(v)] + sigma_b2) / q,   q having reached its limit
 * </pre>
 */
public final class MeanField {
  /** Stands for an infinite variance: gelu is ReLU there, and bounded activations never are. */
  private static final double HUGE = 0x1p200;

  private final Network network;
  private final GaussianExpectations phi;
  private final VarianceMap variances;
  private final OptionalDouble limitVariance;
  private final CorrelationMap correlations;

  private MeanField(Network network) {
    this.network = network;
    phi = GaussianExpectations.of(network.activation());
    variances = new VarianceMap(network.activation(), network.sigmaW2(), network.sigmaB2());
    limitVariance = variances.limit();
    correlations = correlationMap();
  }

  /** The theory of a network's activation and variances; its widths do not enter. */
  public static MeanField of(Network network) {
    return new MeanField(network);
  }

  /** The variance of the next layer's pre-activations. */
  public double nextVariance(double q) {
    return variances.next(q);
  }

  /**
   * The variance {@code q*} that pre-activations of any positive variance approach. With gelu it
   * may depend on where they start; then it is what small variances approach, such as those of unit
   * inputs of many dimensions, {@code sigma_w2 / n_0 + sigma_b2} in the first layer.
   *
   * @return 0 or infinite where they vanish or grow without end; empty where every variance stays
   *     what it is, which happens at the critical {@code sigma_w2} of ReLU (2) and linear networks
   *     (1) without biases
   */
  public OptionalDouble limitVariance() {
    return limitVariance;
  }

  private CorrelationMap correlationMap() {
    double limit = limitVariance.orElse(Double.POSITIVE_INFINITY);
    boolean biases = network.sigmaB2() > 0 && limit < Double.POSITIVE_INFINITY;
    double share = biases ? network.sigmaW2() * phi.square(limit) / limit : 1;
    // A homogeneous activation maps correlations alike at every variance.
    double variance = network.activation().isPositivelyHomogeneous() ? 1 : Math.min(limit, HUGE);
    boolean tangent = network.activation().equals(Activation.LINEAR) || variance == 0;
    return new CorrelationMap(phi, variance, share, tangent && share == 1);
  }

  /**
   * {@code chi_1 = sigma_w2 E[phi'(sqrt(q*) z)^2]}, the growth of squared gradients from layer to
   * layer and, where {@code q*} is finite and positive, the slope of the correlation map at 1.
   */
  public double chi1() {
    return network.sigmaW2() * phi.squaredSlope(correlations.variance());
  }

  /** The phase, by {@link #chi1}. */
  public Phase phase() {
    return Phase.of(chi1());
  }

  /**
   * The correlation in the next layer. Where {@code q*} is 0, infinite or whatever it was, this is
   * the map of the correlation while the variance shrinks, grows or stays.
   *
   * @param c in [-1, 1]
   */
  public double nextCorrelation(double c) {
    return correlations.next(c);
  }

  /**
   * The correlation {@code c*} that those of any two inputs approach, unless they are parallel: 1
   * up to the edge of chaos, below 1 in the chaotic phase; always 1 where variances grow without
   * end, as in the chaotic phase of ReLU.
   *
   * @return empty where every correlation stays what it is
   */
  public OptionalDouble limitCorrelation() {
    if (correlations.isIdentity()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(1 - limitDistance());
  }

  private double limitDistance() {
    boolean settled = limitVariance.orElse(Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY;
    return settled && phase() == Phase.CHAOTIC ? correlations.fixedDistance() : 0;
  }

  /**
   * {@code xi_q}, the number of layers in which the distance of a variance from {@code q*} falls by
   * a factor e: {@code -1 / log} of the slope of the variance map at {@code q*}, infinite where
   * that is not below 1 and 0 where it is 0.
   */
  public double varianceDepth() {
    return layersToDecay(variances.slopeAt(correlations.variance()));
  }

  /**
   * {@code xi_c}, the number of layers in which the distance of a correlation from {@code c*} falls
   * by a factor e: {@code -1 / log} of the slope of the correlation map at {@code c*}. Infinite on
   * the edge of chaos and wherever correlations approach their limit slower than exponentially or
   * not at all, as in ReLU networks that are chaotic or have no biases.
   */
  public double correlationDepth() {
    return layersToDecay(correlations.slopeAt(limitDistance()));
  }

  private static double layersToDecay(double slope) {
    return slope >= 1 - Phase.TOLERANCE ? Double.POSITIVE_INFINITY : -1 / Elementary.log(slope);
  }
}
