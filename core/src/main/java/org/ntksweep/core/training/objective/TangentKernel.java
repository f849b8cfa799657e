package org.ntksweep.core.training.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;

/**
 * The tangent kernel at examples that have gone up: of every layer the inner products of the errors
 * times those of what they are multiplied by in gradients, activations and the constant of biases.
 * No gradient is formed.
 *
 * <pre>
 * traced    sum over k of Theta_kk(x_i, x_j)                 order N
 * in full   Theta_ks(x_i, x_j), outputs of an example        order N C
 *           next to each other
 * </pre>
 *
 * Inner products of errors that lie next to each other, an output after the other, add up to the
 * trace if they are taken for one long vector.
 */
public final class TangentKernel implements Pass.Visitor<TrueSignals> {
  private final int examples;
  private final int outputs;

  /** How many columns of the kernel an example has. */
  private final int share;

  private final Pass<TrueSignals> pass;
  private final List<Gram> inputs = new ArrayList<>();
  private final List<Gram> errors = new ArrayList<>();
  private final double[] sum;
  private final double[] inputColumn;
  private final double[] errorColumn;

  /**
   * At the first examples of those that go up.
   *
   * @param inFull whether every pair of outputs has an entry of its own
   */
  public TangentKernel(LearningNetwork network, int examples, boolean inFull, Resources resources) {
    this.examples = examples;
    outputs = network.shape().rows(network.shape().depth());
    share = inFull ? outputs : 1;
    int order = examples * share;
    sum = new double[order * (order + 1) / 2];
    inputColumn = new double[examples];
    errorColumn = new double[order];
    List<AffineLayer<TrueSignals>> layers = network.layersOfAllOutputs(examples);
    pass = network.passOfAllOutputs(layers);
    NativeMatrix x = layers.get(0).inputs().matrix();
    NativeMatrix ofInputs = resources.own(NativeMatrix.zeros(examples, examples, x.precision()));
    NativeMatrix ofErrors = resources.own(NativeMatrix.zeros(order, order, x.precision()));
    boolean biases = network.shape().law().trainable() == Trainable.ALL;
    for (AffineLayer<TrueSignals> layer : layers) {
      TrueSignals in = layer.inputs();
      NativeMatrix multiplied = biases ? in.matrix() : in.matrix().top(in.dimension());
      inputs.add(new Gram(multiplied, ofInputs, resources));
      TrueSignals back = layer.errors();
      int rows = back.dimension() * outputs / share;
      errors.add(new Gram(back.matrix().reshaped(rows, order), ofErrors, resources));
    }
  }

  /** The kernel of the network as the examples have gone up: the upper triangle, row by row. */
  public double[] read() {
    Arrays.fill(sum, 0);
    int columns = examples * outputs;
    TrueSignals ones = pass.errors();
    for (int c = 0; c < columns; c++) {
      double[] unit = ones.vector(c);
      Arrays.fill(unit, 0, outputs, 0);
      unit[c % outputs] = 1;
      ones.accept(c, 0);
    }
    ones.multiply(0, columns);
    pass.carry(0, columns, this);
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
