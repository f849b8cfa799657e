package org.ntksweep.core.theory.meanfield;

import java.util.OptionalDouble;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
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
 * q^1 = sigma_w2 |x|^2 / n_0 + sigma_b2                      in the first layer
 * q  to  sigma_w2 E[phi(sqrt(q) z)^2] + sigma_b2             from layer to layer
 * c  to  (sigma_w2 E[phi(u) phi(v)] + sigma_b2) / q,         q having reached its limit
 * </pre>
 *
 * <p>The map of q increases, so that q moves in one direction from {@code q^1} to the first fixed
 * point on its way, {@code q*}. With gelu there may be three: which one a network reaches depends
 * on its inputs. A network that starts exactly on a fixed point that repels, to rounding, stays
 * there. Where q grows without end, all that follows is in that limit. Nothing here depends on the
 * depth: a shallow network may be far from {@code q*}.
 *
 * <p>Orthogonal weights have the theory of normal ones. So have uniform weights, many of which add
 * up to a normal number; in the first layer they are as many as the input has components, so that
 * there it is the theory of many. Uniform biases stay what they are: then pre-activations are the
 * sum of a normal and a uniform number, which has a theory of variances of its own ({@link
 * #limitVariance}, {@link #chi1}, {@link #phase}), while correlations are not known.
 */
public final class MeanField {
  /** Stands for a vanishing variance, where an activation with a kink is two lines. */
  private static final double TINY = 0x1p-200;

  private final Network network;
  private final GaussianExpectations phi;
  private final VarianceMap variances;
  private final OptionalDouble limitVariance;
  private final boolean hasCorrelations;
  private final CorrelationMap correlations;

  private MeanField(Network network) {
    this.network = network;
    phi = GaussianExpectations.of(network.activation());
    variances = VarianceMap.of(network);
    limitVariance = variances.limit(VarianceMap.firstVariance(network));
    hasCorrelations = network.initialization() != Initialization.UNIFORM || network.sigmaB2() == 0;
    correlations = correlationMap();
  }

  /**
   * The theory of a network's activation, variances and initialization, and of its inputs; other
   * widths than {@code n_0} do not enter.
   */
  public static MeanField of(Network network) {
    return new MeanField(network);
  }

  /** The variance {@code q^1} of pre-activations of the first layer. */
  public double firstVariance() {
    return VarianceMap.firstVariance(network);
  }

  /** The variance of the next layer's pre-activations. */
  public double nextVariance(double q) {
    return variances.next(q);
  }

  /**
   * The variance {@code q*} that pre-activations of the network's inputs approach with depth.
   *
   * @return 0 or infinite where they vanish or grow without end; empty where every variance stays
   *     what it is, which happens at the critical {@code sigma_w2} of positively homogeneous
   *     activations without biases
   */
  public OptionalDouble limitVariance() {
    return limitVariance;
  }

  /** The variance at which slopes are taken. */
  private double variance() {
    // A homogeneous activation has the same slopes at every variance.
    return network.activation().isPositivelyHomogeneous()
        ? 1
        : Math.min(limitVariance.orElseThrow(), VarianceMap.LARGEST);
  }

  private CorrelationMap correlationMap() {
    double limit = limitVariance.orElse(Double.POSITIVE_INFINITY);
    boolean biases = network.sigmaB2() > 0 && limit < Double.POSITIVE_INFINITY;
    double share = biases ? network.sigmaW2() * phi.square(limit) / limit : 1;
    boolean tangent =
        network.activation().equals(Activation.LINEAR)
            || (variance() == 0 && !network.activation().hasKink());
    return new CorrelationMap(
        phi, tangent ? variance() : Math.max(variance(), TINY), share, tangent && share == 1);
  }

  /**
   * {@code chi_1 = sigma_w2 E[phi'(h)^2]} at the variance {@code q*}, the growth of squared
   * gradients from layer to layer and, where {@code q*} is finite and positive, the slope of the
   * correlation map at 1.
   */
  public double chi1() {
    return variances.gain(variance());
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
   * @return not a number if correlations are not known
   */
  public double nextCorrelation(double c) {
    return hasCorrelations ? correlations.next(c) : Double.NaN;
  }

  /**
   * The correlation {@code c*} that those of any two inputs approach, unless they are parallel: 1
   * up to the edge of chaos, below 1 in the chaotic phase; always 1 where variances grow without
   * end, as in the chaotic phase of ReLU.
   *
   * @return empty where every correlation stays what it is, and where correlations are not known
   */
  public OptionalDouble limitCorrelation() {
    if (!hasCorrelations || correlations.isIdentity()) {
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
    return layersToDecay(variances.slopeAt(variance()));
  }

  /**
   * {@code xi_c}, the number of layers in which the distance of a correlation from {@code c*} falls
   * by a factor e: {@code -1 / log} of the slope of the correlation map at {@code c*}. Infinite on
   * the edge of chaos and wherever correlations approach their limit slower than exponentially or
   * not at all, as in ReLU networks that are chaotic or have no biases.
   *
   * @return not a number if correlations are not known
   */
  public double correlationDepth() {
    return !hasCorrelations ? Double.NaN : layersToDecay(correlations.slopeAt(limitDistance()));
  }

  private static double layersToDecay(double slope) {
    return slope >= 1 - Phase.TOLERANCE ? Double.POSITIVE_INFINITY : -1 / Elementary.log(slope);
  }
}
