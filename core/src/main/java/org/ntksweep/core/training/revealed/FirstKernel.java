package org.ntksweep.core.training.revealed;

import java.util.Arrays;
import java.util.Optional;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.number.ScaledSum;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.simd.Kernels;
import org.ntksweep.core.theory.training.FrozenKernel;

/**
 * The kernel of all pairs of example and output at initialization, by which training would go if it
 * stayed:
 *
 * <pre>Theta_ks(x, y) = sum over l of &lt;delta_k^l(x), delta_s^l(y)&gt; (u_l X_{l-1}(x, y) + v)
 * </pre>
 *
 * <p>Outputs pass one after the other, so it keeps their errors.
 */
final class FirstKernel {
  private final Network law;
  private final int outputs;
  private final Kernels kernels = Kernels.best();

  /** Of layer l, the error of output k at example i at {@code i outputs + k}. */
  private final double[][][] error;

  private final int[][] exponent;

  FirstKernel(Network law, int examples) {
    this.law = law;
    outputs = law.widths().outputs();
    error = new double[law.depth() + 1][examples * outputs][];
    exponent = new int[law.depth() + 1][examples * outputs];
    for (int l = 1; l <= law.depth(); l++) {
      int n = law.widths().at(l);
      Arrays.setAll(error[l], p -> new double[n]);
    }
  }

  /** Takes the errors of an output that have come to a layer. */
  void take(int output, int l, AffineLayer<? extends HeapSignals> layer, int from, int to) {
    HeapSignals errors = layer.errors();
    for (int i = from; i < to; i++) {
      int p = i * outputs + output;
      System.arraycopy(errors.vector(i), 0, error[l][p], 0, errors.dimension());
      exponent[l][p] = errors.exponent(i);
    }
  }

  /**
   * The kernel, once all have passed; empty where an entry exceeds the range of a double.
   *
   * @param weight of an example in the loss
   */
  Optional<FrozenKernel> frozen(Iterable<AffineLayer<HeapSignals>> layers, double weight) {
    int order = error[1].length;
    double[] entries = new double[UpperTriangles.size(order)];
    int at = 0;
    for (int p = 0; p < order; p++) {
      for (int q = p; q < order; q++) {
        entries[at++] = entry(p, q, layers);
      }
    }
    return Arrays.stream(entries).allMatch(Double::isFinite)
        ? Optional.of(FrozenKernel.of(entries, weight))
        : Optional.empty();
  }

  private double entry(int p, int q, Iterable<AffineLayer<HeapSignals>> layers) {
    ScaledSum sum = new ScaledSum();
    ScaledNumber ofBias = ScaledNumber.of(law.biasFactor());
    int l = 1;
    for (AffineLayer<HeapSignals> layer : layers) {
      InnerProducts inputs = layer.inputs().products();
      int i = q / outputs;
      int j = p / outputs;
      double d = kernels.dot(error[l][p], 0, error[l][q], 0, error[l][p].length);
      ScaledNumber factor =
          ScaledNumber.of(inputs.product(i, j), inputs.productExponent(i, j))
              .times(ScaledNumber.of(law.weightFactor(l)))
              .plus(ofBias);
      ScaledNumber term = factor.times(ScaledNumber.of(d, exponent[l][p] + exponent[l][q]));
      sum.add(term.mantissa(), term.exponent());
      l++;
    }
    return sum.value();
  }
}
