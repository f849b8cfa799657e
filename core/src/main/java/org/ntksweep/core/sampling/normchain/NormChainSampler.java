package org.ntksweep.core.sampling.normchain;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.number.ScaledSum;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.random.HalfBinomial;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.KernelSampler;

/**
 * The kernel of a ReLU network at one input, from the norms of its layers alone: O(L) a sample,
 * whatever the widths.
 *
 * <p>The active neurons of a layer are {@code K_l ~ Binomial(n_l, 1/2)}, independent of everything
 * else. Given them, {@code X_l = |x^l|^2} and {@code D_l = |delta^l|^2} obey recursions driven by
 * independent chi-square numbers, closed by the overlap {@code p_l = <W^l x^{l-1}, delta^l> =
 * <x^{l-1}, delta^{l-1}>}, which ReLU's homogeneity carries from one layer to the one below:
 *
 * <pre>
 * forward  tau_l = sigma_w2 X_{l-1} / n_{l-1} + sigma_b2         X_l = tau_l chi2(K_l)
 * output   D_L = 1,  p_L = sqrt(c_L) N(0, 1)                     c_l = sigma_w2 X_{l-1} / n_{l-1}
 * back     D_l = p_{l+1}^2 / X_l + (sigma_w2 / n_l) D_{l+1} chi2(K_l - 1)
 *          p_l = r_l p_{l+1} + sqrt(r_l sigma_b2 D_l) N(0, 1)    r_l = c_l / tau_l
 * Theta = sum over l of D_l (u_l X_{l-1} + v_l)
 * </pre>
 *
 * <p>The second chi-square is what the weights into layer l + 1 are still free to do once their
 * product with {@code x^l} is known. A layer without active neurons has X = D = 0; above it,
 * without biases, every slope is 0.
 */
public final class NormChainSampler implements KernelSampler {
  private final ChainLaw law;
  private final int depth;
  private final double sigmaB2;
  private final double[] weightVariance;
  private final RandomStream stream = new RandomStream();

  /** The law of the active neurons of hidden layer l, at l - 1. */
  private final HalfBinomial[] active;

  private final int words;

  /**
   * Degrees of freedom, then values: forward numbers of the hidden layers first, then the backward
   * ones.
   */
  private final int[] degrees;

  private final double[] chiSquare;

  /**
   * The output's normal number first, then, with biases, those of the layers below, from the top
   * down.
   */
  private final double[] normal;

  /** {@code X_l} and {@code r_l}, at l. */
  private final double[] x;

  private final int[] xExponent;
  private final double[] weightShare;

  /** A sampler for the first of the inputs. */
  public NormChainSampler(Network network, Inputs inputs) {
    law = new ChainLaw(network, inputs);
    depth = law.depth;
    sigmaB2 = law.sigmaB2;
    weightVariance = law.weightVariance;
    active = law.perWidth(HalfBinomial::of);
    words = Arrays.stream(active).mapToInt(HalfBinomial::words).sum();
    int hidden = depth - 1;
    degrees = new int[2 * hidden];
    chiSquare = new double[2 * hidden];
    normal = new double[sigmaB2 > 0 ? depth : 1];
    x = new double[depth];
    xExponent = new int[depth];
    weightShare = new double[depth + 1];
  }

  /** About how much of the Java heap it takes, in bytes: some numbers a layer, and tables. */
  public static long heapBytes(Network network) {
    int depth = network.depth();
    int[] widths = IntStream.range(1, depth).map(network.widths()::at).distinct().toArray();
    // Half of the neurons are active, and seldom more than a few standard deviations above that.
    int widest = Arrays.stream(widths).max().orElse(1);
    return 100L * depth
        + Arrays.stream(widths).mapToLong(HalfBinomial::heapBytes).sum()
        + RandomStream.heapBytes(2 * depth, widest / 2 + (int) (5 * Math.sqrt(widest)));
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    stream.reset(seed, law.point, sample);
    kernel.clear();
    draw();
    forward();
    backward(kernel.weight(0, 0), kernel.bias(0, 0));
  }

  /** All random numbers of a sample, in bulk: none of their laws depends on the norms. */
  private void draw() {
    int hidden = depth - 1;
    if (hidden > 0) {
      long[] bits = stream.bits(words);
      int at = 0;
      for (int i = 0; i < hidden; i++) {
        int k = active[i].at(bits, at);
        at += active[i].words();
        degrees[i] = k;
        degrees[hidden + i] = Math.max(k - 1, 0);
      }
      stream.fillChiSquare(degrees, chiSquare, 2 * hidden);
    }
    stream.fillGaussian(normal, 0, normal.length);
  }

  private void forward() {
    int e = law.inputExponent;
    x[0] = law.inputNorm2;
    xExponent[0] = e;
    double bias = Scale.shift(sigmaB2, -e);
    double norm2 = law.inputNorm2;
    for (int l = 1; l < depth; l++) {
      double w = weightVariance[l];
      double chi = chiSquare[l - 1];
      weightShare[l] = bias > 0 ? w * norm2 / Math.fma(w, norm2, bias) : 1;
      // Grouped so that one operation leads from layer to layer.
      norm2 = Math.fma(w * chi, norm2, bias * chi);
      if (Scale.isExtreme(norm2)) {
        int shift = Scale.evenExponent(norm2);
        norm2 = Math.scalb(norm2, -shift);
        e += shift;
        bias = Math.scalb(sigmaB2, -e);
      }
      x[l] = norm2;
      xExponent[l] = e;
    }
  }

  /** Goes down from the output with D and p as mantissas of exponents dExponent and pExponent. */
  private void backward(ScaledSum weight, ScaledSum bias) {
    double d = 1;
    int dExponent = 0;
    double p = Math.sqrt(weightVariance[depth] * x[depth - 1]) * normal[0];
    int pExponent = xExponent[depth - 1] / 2;
    double[] weightFactor = law.weightFactor;
    double biasFactor = law.biasFactor;
    // Sums of the terms of equal exponent, which are nearly always all of them.
    double weightTerms = weightFactor[depth] * x[depth - 1];
    int weightExponent = xExponent[depth - 1];
    double biasTerms = 1;
    for (int l = depth - 1; l >= 1 && d > 0; l--) {
      double along = x[l] > 0 ? p * p / x[l] : 0;
      double free = x[l] > 0 ? weightVariance[l + 1] * chiSquare[depth - 2 + l] : 0;
      d = Math.fma(free, d, Scale.shift(along, 2 * pExponent - xExponent[l] - dExponent));
      if (Scale.isExtreme(d)) {
        bias.add(biasFactor * biasTerms, dExponent);
        biasTerms = 0;
        int shift = Scale.evenExponent(d);
        d = Math.scalb(d, -shift);
        dExponent += shift;
      }
      if (dExponent + xExponent[l - 1] != weightExponent) {
        weight.add(weightTerms, weightExponent);
        weightTerms = 0;
        weightExponent = dExponent + xExponent[l - 1];
      }
      weightTerms = Math.fma(weightFactor[l] * x[l - 1], d, weightTerms);
      biasTerms += d;
      if (sigmaB2 > 0) {
        double noise = Math.sqrt(weightShare[l] * sigmaB2 * d) * normal[depth - l];
        p = Math.fma(weightShare[l], p, Scale.shift(noise, dExponent / 2 - pExponent));
        if (Scale.isExtreme(p)) {
          int shift = Scale.evenExponent(p);
          p = Math.scalb(p, -shift);
          pExponent += shift;
        }
      }
    }
    weight.add(weightTerms, weightExponent);
    bias.add(biasFactor * biasTerms, dExponent);
  }
}
