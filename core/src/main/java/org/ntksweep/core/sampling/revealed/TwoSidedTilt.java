package org.ntksweep.core.sampling.revealed;

import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.pass.revealed.Looks;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.sampling.sizebiased.SplitLaw;
import org.ntksweep.core.sampling.sizebiased.TermSums;

/**
 * The tilts of {@link SplitLaw}, neuron by neuron, for activations that are two lines: {@code
 * phi(h) = xi h}, {@code xi} 1 or the leak. The input goes up to the split; errors come down to it,
 * through patterns of active neurons that are fair coins; then the input goes on from the split to
 * the top and the errors to the bottom, both through matrices that the other has looked at. Where a
 * pre-activation then has the wrong sign for its coin, the row that leads to it and the column that
 * leads on are multiplied by -1.
 *
 * <p>Tilted are, below the split, {@code sum of (xi z)^2} over the normal numbers z of the forward
 * look, and from the split on the same sum over those of the backward look. A square of a sum is
 * one over pairs of neurons and over single ones: tilted by its power, one or two neurons have
 * another law, chi of 3 or 5 degrees of freedom instead of normal, and a coin that depends on the
 * leak.
 */
final class TwoSidedTilt implements InputTilt, Looks {
  private final Network law;
  private final SplitLaw splits;
  private final TermSums terms;
  private final KernelReading reading;
  private final int[] order;
  private final long[] words;
  private final double leak;

  private final double excess;
  private final double[] signs;
  private RevealedNetwork network;
  private RandomStream stream;
  private NeuronDraws draws;
  private final long[] coins;
  private int split;

  /** Whether the first input passes through a tilted network, and below or above the split. */
  private boolean isTilting;

  private boolean isAbove;

  TwoSidedTilt(Network law, KernelReading reading) {
    this.law = law;
    this.reading = reading;
    splits = new SplitLaw(law);
    terms = new TermSums(law, splits);
    order = new int[law.depth()];
    words = new long[(splits.words() + 7) / 8 * 8];
    leak = law.activation().negativeSlope();
    excess = SplitLaw.excess(leak);
    int widest = 1;
    for (int m = 1; m < law.depth(); m++) {
      widest = Math.max(widest, law.widths().at(m));
    }
    signs = new double[widest];
    coins = new long[(widest + 511) / 512 * 8];
  }

  void of(RevealedNetwork network) {
    this.network = network;
    stream = network.stream();
    draws = new NeuronDraws(stream);
  }

  @Override
  public boolean isTilted() {
    return splits.isTilted();
  }

  @Override
  public void pass() {
    stream.fillBits(words, splits.words());
    split = splits.drawTilted(words, order);
    int depth = law.depth();
    isTilting = true;
    isAbove = false;
    network.pass().forward(1, split, 0, 1);
    isAbove = true;
    network.pass().beginErrors(0, 1);
    network.pass().backward(depth, split, 0, 1);
    network.pass().forward(split, depth, 0, 1);
    isTilting = false;
    network.pass().backward(split, 1, 0, 1);
    for (int l = depth; l >= 1; l--) {
      network.pass().visit(l, 0, 1, reading);
    }
  }

  @Override
  public void forward(int layer, double[] normals, double deviation, int exponent) {
    if (!isTilting || isAbove) {
      return;
    }
    int n = law.widths().at(layer);
    if (order[layer] > 0) {
      tilt(layer, normals, null, n);
    } else if (split < law.depth() && leak == 0 && law.sigmaB2() == 0) {
      // Without biases a term counts only if no layer below it is dead.
      while (isDead(normals, n)) {
        stream.fillGaussian(normals, 0, n);
      }
    }
  }

  private static boolean isDead(double[] z, int n) {
    for (int i = 0; i < n; i++) {
      if (z[i] > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void backward(int layer, double[] normals) {
    if (!isTilting || !isAbove) {
      return;
    }
    int m = layer - 1;
    int n = law.widths().at(m);
    double[] slope = network.slopes(m);
    stream.fillBits(coins, (n + 63) / 64);
    for (int i = 0; i < n; i++) {
      slope[i] = (coins[i >> 6] >>> i & 1) == 0 ? leak : 1;
    }
    tilt(m, normals, slope, n);
  }

  /**
   * Tilts the numbers of a layer.
   *
   * @param slope gets the coins, if they are not the signs of the numbers
   */
  private void tilt(int m, double[] z, double[] slope, int n) {
    boolean pair = order[m] == 2 && draws.uniform() * (n + excess) < n - 1;
    int i = draws.index(n);
    tiltOne(z, slope, i, order[m] == 2 && !pair);
    if (pair) {
      tiltOne(z, slope, draws.other(i, n), false);
    }
  }

  private void tiltOne(double[] z, double[] slope, int i, boolean quartic) {
    double chi = draws.chi(quartic ? 5 : 3);
    double below = quartic ? leak * leak * leak * leak : leak * leak;
    boolean active = draws.uniform() * (1 + below) < 1;
    if (slope == null) {
      z[i] = active ? Math.abs(chi) : -Math.abs(chi);
    } else {
      z[i] = chi;
      slope[i] = active ? 1 : leak;
    }
  }

  /** Above the split a pre-activation has the sign that its coin says. */
  @Override
  public void image(int layer, double[] image) {
    if (!isTilting || !isAbove) {
      return;
    }
    int n = law.widths().at(layer);
    double[] slope = network.slopes(layer);
    double[] errors = network.layers().get(layer - 1).errors().vector(0);
    for (int i = 0; i < n; i++) {
      boolean flipped = (image[i] > 0) != (slope[i] == 1);
      signs[i] = flipped ? -1 : 1;
      image[i] *= signs[i];
      errors[i] *= signs[i];
    }
    network.flip(layer, signs);
  }

  @Override
  public double logDensity(int place) {
    terms.clear();
    List<AffineLayer<HeapSignals>> layers = network.layers();
    for (int l = law.depth(); l >= 1; l--) {
      InnerProducts x = layers.get(l - 1).inputs().products();
      InnerProducts d = layers.get(l - 1).errors().products();
      terms.add(
          l,
          x.product(place, place),
          x.productExponent(place, place),
          d.product(place, place),
          d.productExponent(place, place));
    }
    return terms.density().logAbs();
  }
}
