package org.ntksweep.core.training.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.Readout;
import org.ntksweep.core.pass.explicit.ErrorPaths;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;

/**
 * The tangent kernel at examples that have gone up, of the outputs or of the last features: of
 * every layer the inner products of the errors times those of what they are multiplied by in
 * gradients, activations and the constant of biases. No gradient is formed.
 *
 * <pre>
 * traced    sum over k of Theta_kk(x_i, x_j)                 order N
 * in full   Theta_ks(x_i, x_j), outputs of an example        order N C
 *           next to each other
 * </pre>
 *
 * Inner products of errors that lie next to each other, an output after the other, add up to the
 * trace if they are taken for one long vector. Of many features, as many are taken at a time as
 * {@link Slices} has room for.
 */
public final class TangentKernel implements Pass.Visitor<TrueSignals> {
  private final int examples;

  /** How many columns of the kernel an example has. */
  private final int share;

  private final ErrorPaths paths;
  private final List<Gram> inputs = new ArrayList<>();
  private final List<Gram> errors = new ArrayList<>();
  private final double[] sum;
  private final double[] inputColumn;
  private final double[] errorColumn;

  private TangentKernel(
      LearningNetwork network, int examples, ErrorPaths paths, int share, Resources resources) {
    this.examples = examples;
    this.share = share;
    this.paths = paths;
    int order = examples * share;
    sum = new double[UpperTriangles.size(order)];
    inputColumn = new double[examples];
    errorColumn = new double[order];
    List<AffineLayer<TrueSignals>> layers = paths.layers();
    NativeMatrix x = layers.get(0).inputs().matrix();
    NativeMatrix ofInputs = resources.own(NativeMatrix.zeros(examples, examples, x.precision()));
    NativeMatrix ofErrors = resources.own(NativeMatrix.zeros(order, order, x.precision()));
    for (AffineLayer<TrueSignals> layer : layers) {
      inputs.add(LayerProducts.gram(network, layer.inputs(), ofInputs, resources));
      TrueSignals back = layer.errors();
      int rows = back.dimension() * paths.atOnce() / share;
      errors.add(new Gram(back.matrix().reshaped(rows, order), ofErrors, resources));
    }
  }

  /** That of all outputs at the first examples of those that go up, traced. */
  public static TangentKernel traced(LearningNetwork network, int examples, Resources resources) {
    return new TangentKernel(network, examples, outputs(network, examples), 1, resources);
  }

  /** The same with an entry for every pair of outputs. */
  public static TangentKernel inFull(LearningNetwork network, int examples, Resources resources) {
    ErrorPaths paths = outputs(network, examples);
    return new TangentKernel(network, examples, paths, paths.count(), resources);
  }

  private static ErrorPaths outputs(LearningNetwork network, int examples) {
    int all = Readout.OUTPUTS.count(network.shape());
    return network.errorPaths(Readout.OUTPUTS, examples, all);
  }

  /** That of all features of the last hidden layer, which there is, traced. */
  public static TangentKernel ofFeatures(
      LearningNetwork network, int examples, Resources resources) {
    return ofFeatures(network, examples, Slices.ofFeatures(network.shape(), examples), resources);
  }

  /** The same in other slices. */
  static TangentKernel ofFeatures(
      LearningNetwork network, int examples, Slices slices, Resources resources) {
    ErrorPaths paths = network.errorPaths(Readout.FEATURES, examples, slices.atOnce());
    return new TangentKernel(network, examples, paths, 1, resources);
  }

  /** How many outputs or features it is of. */
  public int count() {
    return paths.count();
  }

  /** The kernel of the network as the examples have gone up: the upper triangle, row by row. */
  public double[] read() {
    Arrays.fill(sum, 0);
    for (int first = 0; first < paths.count(); first += paths.atOnce()) {
      paths.carry(first, this);
    }
    return byRows();
  }

  @Override
  public void arrived(int l, AffineLayer<? extends TrueSignals> layer, int from, int to) {
    Entries x = inputs.get(l - 1).compute();
    Entries d = errors.get(l - 1).compute();
    int order = examples * share;
    int p = 0;
    for (int j = 0; j < order; j++) {
      if (j % share == 0) {
        x.get(j / share * examples, inputColumn, j / share + 1);
      }
      d.get(j * order, errorColumn, j + 1);
      add(p, j + 1);
      p += j + 1;
    }
  }

  /** Adds a column of the upper triangle. */
  private void add(int at, int count) {
    if (share == 1) {
      for (int i = 0; i < count; i++) {
        sum[at + i] += errorColumn[i] * inputColumn[i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        sum[at + i] += errorColumn[i] * inputColumn[i / share];
      }
    }
  }

  private double[] byRows() {
    int order = examples * share;
    double[] rows = new double[sum.length];
    int p = 0;
    for (int i = 0; i < order; i++) {
      for (int j = i; j < order; j++) {
        rows[p++] = sum[j * (j + 1) / 2 + i];
      }
    }
    return rows;
  }
}
