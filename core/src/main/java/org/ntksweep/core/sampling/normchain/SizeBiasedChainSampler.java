package org.ntksweep.core.sampling.normchain;

import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.number.ScaledSum;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.sizebiased.SplitLaw;
import org.ntksweep.core.sampling.sizebiased.TermSums;

/**
 * The chain of {@link NormChainSampler}, of networks drawn from the mixture of {@link SplitLaw} and
 * weighted: O(L) a sample.
 *
 * <p>Once signs are absorbed, activations below a layer and errors above it are independent. So the
 * chain begins in the middle, at the split l, and goes both ways; {@code tau_m^2 = w_m X_{m-1} +
 * sigma_b2}, {@code w_m = sigma_w2 / n_{m-1}}, o_m the order of layer m:
 *
 * <pre>
 * active   K_m ~ Binomial(n_m, 1/2) tilted by 1, K or K (K + 2) for the orders 0, 1 and 2
 * below    X_m = tau_m^2 chi2(K_m + 2 o_m)                                  m = 1, ..., l-1
 * above    D_m = w_{m+1} D_{m+1} chi2(K_m + 2 o_m),  D_L = 1                m = L-1, ..., l
 * meeting  p_l = sqrt(w_l X_{l-1} D_l) N(0, 1)
 * up       q = p_m + sqrt(sigma_b2 D_m) N(0, 1),   p_{m+1} = q
 *          X_m = q^2 / D_m + tau_m^2 chi2(K_m - 1)                          m = l, ..., L-1
 * down     as in NormChainSampler                                           m = l-1, ..., 1
 * </pre>
 *
 * <p>A chi-square number tilted by its power o has 2 o more degrees of freedom. A network from the
 * law itself is split at L.
 */
public final class SizeBiasedChainSampler implements KernelSampler {
  /** The part of a sample's stream that its size-biased network is drawn from. */
  private static final long PART = -1;

  private final ChainLaw law;
  private final int depth;
  private final double sigmaB2;
  private final double[] w;
  private final SplitLaw tilts;
  private final TermSums terms;
  private final TiltedDraws draws;
  private final RandomStream stream = new RandomStream();

  /** {@code X_l} and {@code D_l}, at l. */
  private final double[] x;

  private final int[] xExponent;
  private final double[] d;
  private final int[] dExponent;

  /** The overlap p or q at the layer that was last gone through. */
  private double overlap;

  private int overlapExponent;

  /** A sampler for the first of the inputs. */
  public SizeBiasedChainSampler(Network network, Inputs inputs) {
    law = new ChainLaw(network, inputs);
    depth = law.depth;
    sigmaB2 = law.sigmaB2;
    w = law.weightVariance;
    tilts = new SplitLaw(network);
    terms = new TermSums(network, tilts);
    draws = new TiltedDraws(law, tilts);
    x = new double[depth];
    xExponent = new int[depth];
    d = new double[depth + 1];
    dExponent = new int[depth + 1];
    d[depth] = 1;
    x[0] = law.inputNorm2;
    xExponent[0] = law.inputExponent;
  }

  /** About how much of the Java heap it takes, in bytes: tables of every width and layer. */
  public static long heapBytes(Network network) {
    return NormChainSampler.heapBytes(network)
        + SplitLaw.heapBytes(network)
        + TiltedDraws.heapBytes(network);
  }

  @Override
  public void sample(long seed, long sample, KernelMatrix kernel) {
    stream.reset(seed, law.point, sample, PART);
    kernel.clear();
    int split = draws.draw(stream);
    below(split);
    above(split);
    double p = Math.sqrt(w[split] * x[split - 1] * d[split]) * draws.meeting();
    int pExponent = (xExponent[split - 1] + dExponent[split]) / 2;
    overlap(p, pExponent);
    up(split);
    overlap(p, pExponent);
    down(split);
    read(kernel);
  }

  private void below(int split) {
    for (int m = 1; m < split; m++) {
      setX(m, draws.tilted(m) * tau2(m), xExponent[m - 1]);
    }
  }

  /** {@code tau_m^2}, as mantissa of the exponent of {@code X_{m-1}}. */
  private double tau2(int m) {
    return sigmaB2 > 0
        ? Math.fma(w[m], x[m - 1], Scale.shift(sigmaB2, -xExponent[m - 1]))
        : w[m] * x[m - 1];
  }

  private void above(int split) {
    for (int m = depth - 1; m >= split; m--) {
      setD(m, w[m + 1] * d[m + 1] * draws.tilted(m), dExponent[m + 1]);
    }
  }

  private void up(int split) {
    for (int m = split; m < depth; m++) {
      if (sigmaB2 > 0) {
        double noise = Math.sqrt(sigmaB2 * d[m]) * draws.noise(m);
        overlap(overlap + Scale.shift(noise, dExponent[m] / 2 - overlapExponent), overlapExponent);
      }
      int e = xExponent[m - 1];
      double along = overlap * overlap / d[m];
      along = Scale.shift(along, 2 * overlapExponent - dExponent[m] - e);
      setX(m, Math.fma(tau2(m), draws.free(m), along), e);
    }
  }

  private void down(int split) {
    for (int m = split - 1; m >= 1; m--) {
      int e = dExponent[m + 1];
      boolean dead = x[m] == 0;
      double along = dead ? 0 : overlap * overlap / x[m];
      double free = dead ? 0 : w[m + 1] * draws.free(m);
      along = Scale.shift(along, 2 * overlapExponent - xExponent[m] - e);
      setD(m, Math.fma(free, d[m + 1], along), e);
      if (sigmaB2 > 0) {
        // The share of tau_m^2 that is not the bias's.
        double share = w[m] * x[m - 1] / tau2(m);
        double noise = Math.sqrt(share * sigmaB2 * d[m]) * draws.noise(m);
        noise = Scale.shift(noise, dExponent[m] / 2 - overlapExponent);
        overlap(Math.fma(share, overlap, noise), overlapExponent);
      }
    }
  }

  private void overlap(double p, int exponent) {
    int shift = Scale.isExtreme(p) ? Scale.evenExponent(p) : 0;
    overlap = Scale.shift(p, -shift);
    overlapExponent = exponent + shift;
  }

  private void setX(int m, double norm2, int exponent) {
    int shift = Scale.isExtreme(norm2) ? Scale.evenExponent(norm2) : 0;
    x[m] = Scale.shift(norm2, -shift);
    xExponent[m] = exponent + shift;
  }

  private void setD(int m, double norm2, int exponent) {
    int shift = Scale.isExtreme(norm2) ? Scale.evenExponent(norm2) : 0;
    d[m] = Scale.shift(norm2, -shift);
    dExponent[m] = exponent + shift;
  }

  private void read(KernelMatrix kernel) {
    ScaledSum weight = kernel.weight(0, 0);
    ScaledSum bias = kernel.bias(0, 0);
    terms.clear();
    for (int l = depth; l >= 1; l--) {
      int e = xExponent[l - 1] + dExponent[l];
      weight.add(law.weightFactor[l] * x[l - 1] * d[l], e);
      bias.add(law.biasFactor * d[l], dExponent[l]);
      terms.add(l, x[l - 1], xExponent[l - 1], d[l], dExponent[l]);
    }
    kernel.setLogWeight(terms.logWeight());
  }
}
