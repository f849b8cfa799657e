package org.ntksweep.core.sampling.revealed;

import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.pass.revealed.Looks;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.simd.Kernels;

/**
 * Tilts what the first input's looks draw, and takes down of every input what the density of the
 * network depends on.
 *
 * <p>Backward, {@code W = sum of phi'^2 g^2} over standard normal g is tilted by its power. Of the
 * order 1, one index in proportion to {@code phi'^2} gets a chi of 3 degrees of freedom for g, of
 * either sign. Of the order 2, one in proportion to {@code phi'^4} gets a chi of 5 with probability
 * {@code 3 S4 / (R^2 + 2 S4)}, R and S4 the sums of these powers; else two different ones in
 * proportion to {@code phi'^2} get chi of 3.
 */
final class TiltedLooks implements InputTilt, Looks {
  /**
   * So many pairs of equal indices are drawn only where no other has a weight, but for rounding.
   */
  private static final int TRIALS = 10_000;

  private final Network law;
  private final KernelReading reading;
  private final Kernels kernels = Kernels.best();
  private final int depth;
  private final double steepest;
  private final LayerScale[] scale;
  private final LayerStatistics[] statistics;
  private final double[] temporary;
  private final double[] products = new double[2];

  /** The slopes of the input that passes, and its activations, at their layer. */
  private final double[][] slope;

  private final double[][] kept;

  private RevealedNetwork network;
  private List<AffineLayer<HeapSignals>> layers;
  private SmoothTilt tilt;
  private NeuronDraws draws;
  private boolean tilting;

  TiltedLooks(Network law, int inputs, KernelReading reading, Workspace workspace) {
    this.law = law;
    this.reading = reading;
    depth = law.depth();
    steepest = ActivationMoments.steepest(law.activation());
    scale = new LayerScale[depth + 1];
    int widest = 1;
    for (int l = 1; l <= depth; l++) {
      scale[l] = LayerScale.of(law, l);
      widest = l < depth ? Math.max(widest, law.widths().at(l)) : widest;
    }
    statistics = new LayerStatistics[inputs];
    Arrays.setAll(statistics, i -> new LayerStatistics(law));
    temporary = new double[2 * widest];
    slope = new double[depth][];
    kept = new double[depth][];
    for (int m = 1; m < depth; m++) {
      kept[m] = workspace.array(law.widths().at(m));
    }
  }

  /** About how much of the Java heap it takes beside the network, in bytes. */
  static long heapBytes(Network law, int inputs) {
    long numbers = 0;
    for (int m = 1; m < law.depth(); m++) {
      numbers += law.widths().at(m) + 14L * inputs + 20;
    }
    return Double.BYTES * numbers;
  }

  /** Completes it by the network it looks at. */
  void of(RevealedNetwork network) {
    this.network = network;
    layers = network.layers();
    draws = new NeuronDraws(network.stream());
    tilt = new SmoothTilt(law, network.stream());
  }

  @Override
  public boolean isTilted() {
    return true;
  }

  @Override
  public void pass() {
    tilt.begin();
    tilting = true;
    network.pass().forward(0, 1);
    network.pass().backward(0, 1, reading);
    tilting = false;
  }

  @Override
  public double logDensity(int place) {
    return tilt.logDensity(statistics(place));
  }

  @Override
  public void forward(int layer, double[] normals, double deviation, int exponent) {
    if (tilting) {
      tilt.tilt(layer, normals, statistics[0].width(layer), deviation, exponent);
    }
  }

  @Override
  public void up(int layer, int i, double[] value, double[] slope) {
    LayerStatistics of = statistics[i];
    int n = of.width(layer);
    this.slope[layer] = slope;
    System.arraycopy(value, 0, kept[layer], 0, n);
    kernels.multiply(slope, slope, temporary, n);
    of.slopes[layer] = kernels.dot(slope, 0, slope, 0, n);
    of.slopes4[layer] = kernels.dot(temporary, 0, temporary, 0, n);
    if (tilt.readsValues()) {
      kernels.multiply(value, value, temporary, n);
      of.values4[layer] = kernels.dot(temporary, 0, temporary, 0, n);
    }
  }

  @Override
  public void backward(int layer, double[] normals) {
    int m = layer - 1;
    if (tilting && layer == depth && depth > 1 && tilt.outputOrder() > 0) {
      tiltOutput(normals);
    }
    int order = tilting && m > 0 ? tilt.errorOrder(m) : 0;
    double r = statistics[0].slopes[m];
    if (order == 0 || r == 0) {
      return;
    }
    double r4 = statistics[0].slopes4[m];
    boolean single = order == 2 && draws.uniform() * (r * r + 2 * r4) < 3 * r4;
    int i = pick(m, single);
    if (order == 2 && !single) {
      int j = pick(m, false);
      for (int t = 0; i == j && t < TRIALS; t++) {
        i = pick(m, false);
        j = pick(m, false);
      }
      normals[j] = draws.chi(3);
    }
    normals[i] = draws.chi(single ? 5 : 3);
  }

  /** Tilts the part of the weights of the output that its input meets. */
  private void tiltOutput(double[] normals) {
    double[] value = kept[depth - 1];
    int n = statistics[0].width(depth - 1);
    double norm2 = kernels.dot(value, 0, value, 0, n);
    if (norm2 > 0) {
      double drawn = kernels.dot(normals, 0, value, 0, n) / Math.sqrt(norm2);
      double tilted = draws.chi(1 + 2 * tilt.outputOrder());
      kernels.addScaled((tilted - drawn) / Math.sqrt(norm2), value, normals, n);
    }
  }

  private int pick(int m, boolean quartic) {
    LayerStatistics of = statistics[0];
    double sum = quartic ? of.slopes4[m] : of.slopes[m];
    return draws.bySlope(slope[m], of.width(m), quartic, steepest, sum);
  }

  @Override
  public void down(int layer, int i, double[] image, double[] slope) {
    LayerStatistics of = statistics[i];
    of.along[layer] = 0;
    of.crossed[layer] = 0;
    of.spread[layer] = 0;
    int above = layer + 1;
    double length = Math.sqrt(errors(above).product(i, i));
    InnerProducts entering = layers.get(layer).inputs().products();
    // The last layer is never looked at going forward.
    if (above == depth) {
      double norm = Math.sqrt(entering.product(i, i));
      int columns = of.width(layer);
      of.output =
          norm > 0 ? kernels.dot(image, 0, kept[layer], 0, columns) / (norm * length) : Double.NaN;
      return;
    }
    if (!(length > 0)) {
      return;
    }
    int inputExponent = entering.exponent(i);
    int exponent = scale[above].imageExponent(inputExponent);
    double weight = scale[above].weight(inputExponent, exponent);
    double bias = scale[above].bias(exponent);
    double norm2 = Math.fma(weight * weight, entering.product(i, i), bias * bias);
    if (!(norm2 > 0)) {
      return;
    }
    int n = of.width(layer);
    double[] value = kept[layer];
    kernels.multiply(slope, value, temporary, n);
    of.spread[layer] = weight * weight * kernels.dot(temporary, 0, temporary, 0, n) / norm2;
    kernels.multiply(slope, temporary, temporary, n);
    kernels.dotBoth(image, 0, temporary, value, n, products);
    double unit = Math.sqrt(norm2) * length;
    of.crossed[layer] = weight * products[0] / unit;
    double ofBias = bias > 0 ? bias * image[n] : 0;
    of.along[layer] = Math.fma(weight, products[1], ofBias) / unit;
  }

  private InnerProducts errors(int l) {
    return layers.get(l - 1).errors().products();
  }

  /** All that was seen of input i, once it has passed. */
  private LayerStatistics statistics(int i) {
    LayerStatistics of = statistics[i];
    for (int m = 0; m < depth; m++) {
      InnerProducts x = layers.get(m).inputs().products();
      of.values[m] = x.product(i, i);
      of.valueExponent[m] = x.exponent(i);
      if (m > 0) {
        setVariance(of, m);
        of.finish(m, freed(m, i));
      }
    }
    return of;
  }

  private void setVariance(LayerStatistics of, int m) {
    int exponent = scale[m].imageExponent(of.valueExponent[m - 1]);
    double weight = scale[m].weight(of.valueExponent[m - 1], exponent);
    double bias = scale[m].bias(exponent);
    of.variance[m] = Math.fma(weight * weight, of.values[m - 1], bias * bias);
    of.varianceExponent[m] = 2 * exponent;
  }

  /** {@code D_m / (w_{m+1} D_{m+1})} of input i. */
  private double freed(int m, int i) {
    InnerProducts below = errors(m);
    InnerProducts above = errors(m + 1);
    double d = above.product(i, i);
    double weight = scale[m + 1].weight();
    int e = below.exponent(i) - above.exponent(i) - scale[m + 1].exponent();
    return d > 0 ? Math.scalb(below.product(i, i) / (weight * weight * d), 2 * e) : 0;
  }
}
