package org.ntksweep.core.theory.exact;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The exact moments of {@code Theta = sum over l of D_l (u_l X_{l-1} + v)} at one input of a ReLU
 * network, leaky or not, from the input up, a few operations a layer.
 *
 * <p>Which neurons are active is fair coins; once the signs of pre-activations are absorbed into
 * the next layer's weights, the network is linear with Gaussian weights and biases and independent
 * coins {@code xi}, which are 1 or the leak (0 for ReLU). Stand above hidden layer l. For {@code i
 * <= l} let {@code J_i} be the Jacobian of {@code x^l} in {@code h^i}, and {@code Z_i = u_i X_{i-1}
 * + v}. The weights of layer l + 1 are a fresh Gaussian matrix, so that, {@code w_l = sigma_w2 /
 * n_{l-1}} being the variance of a weight,
 *
 * <pre>
 * D_i = D_{l+1} w_{l+1} |J_i^T g|^2,   g standard normal, independent of x^l, J_i and D_{l+1}
 * </pre>
 *
 * <p>and all that the layers above can ask of those below is
 *
 * <pre>
 * A = E[X_l],   C = E[X_l^2]                                         X_l = |x^l|^2
 * K = w_{l+1} sum over i of E[Z_i |J_i|^2]                         = sum of E[D_i Z_i] / D_{l+1}
 * F = w_{l+1} sum over i of E[Z_i |J_i|^2 X_l]                     = sum of E[D_i Z_i X_l] / D_{l+1}
 * G = w_{l+1} sum over i of E[Z_i |J_i^T x^l|^2]                     the overlap of J_i with x^l
 * </pre>
 *
 * <p>Layer l has rows {@code (W_p, b_p)} with coins {@code xi_p}: {@code x^l_p = xi_p (W_p x +
 * b_p)} and row p of {@code J_i} is {@code xi_p W_p J}. Sorting products of two rows into the
 * {@code n (n - 1)} pairs of different rows, coins {@code m^2} with {@code m = E[xi^2]}, and the n
 * equal ones, coins {@code kappa m^2} with {@code kappa = E[xi^4] / m^2}, Wick's theorem gives with
 * {@code a = sigma_w2 m}, {@code n = n_l}, {@code w = w_l} and the values of layer l - 1 on the
 * right (ReLU: {@code m = 1/2}, {@code kappa = 2})
 *
 * <pre>
 * A = n m (w A + sigma_b2)
 * C = n m^2 (n - 1 + 3 kappa) (w^2 C + 2 w sigma_b2 A + sigma_b2^2)
 * K = a (K + u A + v)
 * F = a m ( (n - 1 + kappa) y +             2 kappa w G )
 * G = a m (           kappa y + (n - 1 + 2 kappa) w G )
 * y = w (F + u C + v A) + sigma_b2 (K + u A + v)
 * </pre>
 *
 * <p>where the terms with u and v are those of the new {@code i = l}. The moments of a network
 * whose output is layer l, again with the values of layer l - 1 on the right, are
 *
 * <pre>
 * E[Theta]   = K + u A + v
 * E[Theta^2] = M + u^2 C + 2 u v A + v^2 + 2 (u F + v K)
 * </pre>
 *
 * <p>{@code M} collects the pairs of layers that are both below: if layer l is hidden instead, the
 * same sum grows to {@code E[(D_l / D_{l+1})^2] = a^2 (n - 1 + 3 kappa) / n} times itself.
 *
 * <p>One step of gradient descent on this input changes the kernel, to first order, by {@code -eta
 * (f - y) K} with {@code K} the inner product of the gradients of {@code Theta} and {@code f}:
 *
 * <pre>
 * K = 4 sum over i &lt; j of u_j D_j Z_i &lt;x^{j-1}, J_i J_i^T e&gt;,   e = W_j^T delta^j
 * </pre>
 *
 * <p>The output is {@code <e, x^{j-1}>} and terms odd in the biases of layers j and above, of which
 * K knows nothing. Given {@code D_j}, e is Gaussian, so that
 *
 * <pre>
 * E[f K] = 4 sum over j of u_j E[D_j^2] G        G of layer j - 1: a sum that grows as M does
 * </pre>
 *
 * <p>One thing coins do not tell: without biases, all slopes above a layer without active neurons
 * are 0. Terms that hold an X vanish there anyhow, and so does {@code D_i D_j} unless layer i and
 * all above are alive; so {@code v}, wherever it stands for a hidden layer l in {@code K} and in
 * {@code v^2}, counts with the probability {@code alive} that layers 1, ..., l - 1 are.
 */
final class MomentRecursion implements DepthRecursion<KernelMoments> {
  /** Layers of at least this width are taken never to die: the chance is below 1e-9. */
  private static final int IMMORTAL_WIDTH = 30;

  private final Network network;
  private final KernelPart part;

  /** {@code E[xi^2]} and {@code E[xi^4] / E[xi^2]^2}. */
  private final double coin;

  private final double kappa;
  private final double a;
  private final double v;
  private final ScaledNumber sigmaB2;

  /** The layer to come. */
  private int l = 1;

  private double alive = 1;
  private ScaledNumber x;
  private ScaledNumber xx;
  private ScaledNumber k = ScaledNumber.ZERO;
  private ScaledNumber f = ScaledNumber.ZERO;
  private ScaledNumber g = ScaledNumber.ZERO;
  private ScaledNumber below = ScaledNumber.ZERO;
  private ScaledNumber steps = ScaledNumber.ZERO;

  MomentRecursion(Network network, KernelPart part) {
    this.network = network;
    this.part = part;
    double leak = network.activation().negativeSlope();
    double square = leak * leak;
    coin = 0.5 * (1 + square);
    kappa = 2 * (1 + square * square) / ((1 + square) * (1 + square));
    a = network.sigmaW2() * coin;
    v = part.biasFactor(network);
    sigmaB2 = ScaledNumber.of(network.sigmaB2());
    x = ScaledNumber.of(network.inputNorm2());
    xx = x.times(x);
  }

  /** Continues from a {@link #state} at the second hidden layer. */
  MomentRecursion(Network network, KernelPart part, ScaledNumber[] state) {
    this(network, part);
    l = 2;
    alive = state[0].value();
    x = state[1];
    xx = state[2];
    k = state[3];
    f = state[4];
    g = state[5];
    below = state[6];
    steps = state[7];
  }

  /** All that the layers below leave behind: {@link #pass} maps it linearly. */
  ScaledNumber[] state() {
    return new ScaledNumber[] {ScaledNumber.of(alive), x, xx, k, f, g, below, steps};
  }

  @Override
  public KernelMoments asOutput() {
    return KernelMoments.of(mean(1), second(1));
  }

  /** {@code E[Theta]} of the network that ends with the layer to come. */
  ScaledNumber mean() {
    return mean(1);
  }

  private ScaledNumber mean(double reached) {
    return k.plus(x.times(u())).plus(ScaledNumber.of(v * reached));
  }

  private ScaledNumber second(double reached) {
    // Products of factors one by one are never beyond the range of a double.
    ScaledNumber mixed = x.times(2).times(u()).times(v);
    ScaledNumber biases = ScaledNumber.of(reached).times(v).times(v);
    ScaledNumber own = xx.times(u()).times(u()).plus(mixed).plus(biases);
    ScaledNumber cross = f.times(u()).plus(k.times(v));
    return below.plus(own).plus(cross.times(2));
  }

  /** {@code E[f K]} of the network that ends with the layer to come. */
  ScaledNumber outputTimesStep() {
    return steps.plus(g.times(4).times(u()));
  }

  private double u() {
    return part.weightFactor(network, l);
  }

  @Override
  public void pass() {
    int n = network.widths().at(l);
    ScaledNumber entering = mean(alive);
    ScaledNumber y = weighted(f.plus(xx.times(u())).plus(x.times(v))).plus(entering.times(sigmaB2));
    ScaledNumber overlap = weighted(g);
    below = timesErrors2(second(alive), n);
    steps = timesErrors2(outputTimesStep(), n);
    k = entering.times(a);
    f = y.times(n - 1 + kappa).plus(overlap.times(2 * kappa)).times(coin).times(a);
    g = y.times(kappa).plus(overlap.times(n - 1 + 2 * kappa)).times(coin).times(a);
    // With biases no layer dies: alive stands for the constant 1 of a map that is linear.
    ScaledNumber bias = sigmaB2.times(alive);
    ScaledNumber mixed = weighted(x).times(sigmaB2).times(2);
    ScaledNumber variance2 = weighted(weighted(xx)).plus(mixed).plus(bias.times(sigmaB2));
    xx = variance2.times(n).times(n - 1 + 3 * kappa).times(coin).times(coin);
    x = weighted(x).plus(bias).times(n).times(coin);
    alive *= survival(network, n);
    l++;
  }

  /** The product with {@code E[(D_l / D_{l+1})^2]} of the layer to come, if it is hidden. */
  private ScaledNumber timesErrors2(ScaledNumber s, int n) {
    // Exact factors one by one: a rounded product of them would err the same way in every layer.
    return s.times(a).times(a).times(n - 1 + 3 * kappa).over(n);
  }

  /** The product with the variance of a weight of the layer to come. */
  private ScaledNumber weighted(ScaledNumber s) {
    return s.times(network.sigmaW2()).over(network.widths().at(l - 1));
  }

  /** The probability that a layer does not put an end to all slopes above it. */
  static double survival(Network network, int width) {
    boolean leaky = network.activation().negativeSlope() != 0;
    boolean immortal = network.sigmaB2() > 0 || leaky || width >= IMMORTAL_WIDTH;
    return immortal ? 1 : 1 - Math.scalb(1.0, -width);
  }
}
