package org.ntksweep.core.training.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.Readout;
import org.ntksweep.core.pass.explicit.ErrorPaths;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;

/**
 * The norms {@code |Theta_ks|_F} of the kernels of all pairs of outputs, or of features, at
 * examples that have gone up:
 *
 * <pre>
 * Theta_ks(x_i, x_j) = sum over l of &lt;delta_k^l(x_i), delta_s^l(x_j)&gt; (inputs of layer l)_ij
 * </pre>
 *
 * <p>Errors of a slice of them stay in all layers while those of another come down beside them: a
 * slice is carried down as often as there are others before it, and a kernel is forgotten when its
 * norm is known.
 */
public final class PairNorms {
  private static final Pass.Visitor<TrueSignals> NOBODY = (l, layer, from, to) -> {};

  private final int examples;
  private final ErrorPaths rows;
  private final ErrorPaths columns;
  private final LayerProducts layers;
  private final NativeMatrix products;

  /** At p of all layers: error p of the rows with those of the rows from p on. */
  private final List<List<Product>> within = new ArrayList<>();

  /** At p of all layers: error p of the rows with all of the columns. */
  private final List<List<Product>> across = new ArrayList<>();

  private final double[] sum;
  private final double[] column;
  private double[] norms;

  /**
   * Those of a network, of outputs or features that there are, at the first examples of those that
   * go up.
   */
  public PairNorms(LearningNetwork network, Readout readout, int examples, Resources resources) {
    this(network, readout, examples, Slices.ofPairs(network.shape(), readout, examples), resources);
  }

  /** The same in other slices. */
  PairNorms(
      LearningNetwork network, Readout readout, int examples, Slices slices, Resources resources) {
    this.examples = examples;
    rows = network.keptErrorPaths(readout, examples, slices.atOnce());
    boolean isOne = slices.atOnce() >= slices.count();
    columns = isOne ? rows : network.keptErrorPaths(readout, examples, slices.atOnce());
    layers = new LayerProducts(network, rows.layers(), examples, resources);
    int width = examples * slices.atOnce();
    products =
        resources.own(
            NativeMatrix.zeros(examples, width, network.parameters().vector().precision()));
    sum = new double[examples * width];
    column = new double[examples];
    for (int p = 0; p < slices.atOnce(); p++) {
      within.add(products(p, rows, p, resources));
      across.add(isOne ? List.of() : products(p, columns, 0, resources));
    }
  }

  private List<Product> products(int p, ErrorPaths others, int from, Resources resources) {
    List<Product> made = new ArrayList<>();
    int count = examples * (others.atOnce() - from);
    for (int l = 0; l < rows.layers().size(); l++) {
      NativeMatrix one = errors(rows, l).columns(p * examples, examples);
      NativeMatrix many = errors(others, l).columns(from * examples, count);
      NativeMatrix out = products.reshaped(examples, count);
      made.add(resources.own(Product.ofTransposed(one, many, out)));
    }
    return made;
  }

  private static NativeMatrix errors(ErrorPaths paths, int l) {
    AffineLayer<TrueSignals> layer = paths.layers().get(l);
    return layer.errors().matrix();
  }

  /** Of how many outputs or features. */
  public int count() {
    return rows.count();
  }

  /** The norms for the network as the examples have gone up: the upper triangle, row by row. */
  public double[] read() {
    layers.read();
    norms = new double[UpperTriangles.size(count())];
    int atOnce = rows.atOnce();
    for (int k = 0; k < count(); k += atOnce) {
      rows.carry(k, NOBODY);
      for (int p = 0; p < atOnce && k + p < count(); p++) {
        measure(within.get(p), k + p, k + p);
      }
      for (int s = k + atOnce; s < count(); s += atOnce) {
        columns.carry(s, NOBODY);
        for (int p = 0; p < atOnce; p++) {
          measure(across.get(p), k + p, s);
        }
      }
    }
    return norms;
  }

  /** The norms of k with s and those after it that are in the products. */
  private void measure(List<Product> ofLayers, int k, int s) {
    int computed = rows.atOnce() - (k == s ? k % rows.atOnce() : 0);
    int others = Math.min(computed, count() - s);
    Arrays.fill(sum, 0, others * examples * examples, 0);
    for (int l = 0; l < ofLayers.size(); l++) {
      ofLayers.get(l).compute();
      add(layers.of(l), products.entries(), others);
    }
    int at = k * count() - k * (k - 1) / 2 + s - k;
    for (int q = 0; q < others; q++) {
      norms[at + q] = norm(q * examples * examples);
    }
  }

  private void add(double[] factor, Entries errors, int others) {
    for (int c = 0; c < others * examples; c++) {
      errors.get(c * examples, column, examples);
      int into = c * examples;
      int from = c % examples * examples;
      for (int i = 0; i < examples; i++) {
        sum[into + i] += factor[from + i] * column[i];
      }
    }
  }

  private double norm(int from) {
    double squares = 0;
    for (int e = from; e < from + examples * examples; e++) {
      squares += sum[e] * sum[e];
    }
    return Math.sqrt(squares);
  }
}
