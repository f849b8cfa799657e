package org.ntksweep.core.training.kernel;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;

/**
 * The inner products of what errors are multiplied by in gradients, at pairs of examples: what
 * enters each layer, with the constant of biases where they move.
 */
final class LayerProducts {
  private final int examples;
  private final List<Gram> grams = new ArrayList<>();
  private final List<double[]> products = new ArrayList<>();

  /** Those of some layers. */
  LayerProducts(
      LearningNetwork network,
      List<AffineLayer<TrueSignals>> layers,
      int examples,
      Resources resources) {
    this.examples = examples;
    NativeMatrix out =
        resources.own(
            NativeMatrix.zeros(examples, examples, network.parameters().vector().precision()));
    for (AffineLayer<TrueSignals> layer : layers) {
      grams.add(gram(network, layer.inputs(), out, resources));
      products.add(new double[examples * examples]);
    }
  }

  /** Those of one layer. */
  static Gram gram(
      LearningNetwork network, TrueSignals inputs, NativeMatrix out, Resources resources) {
    boolean biases = network.shape().law().trainable() == Trainable.ALL;
    NativeMatrix all = inputs.matrix();
    return new Gram(biases ? all : all.top(inputs.dimension()), out, resources);
  }

  /** Computes them for examples as they have gone up. */
  void read() {
    double[] column = new double[examples];
    for (int l = 0; l < grams.size(); l++) {
      Entries entries = grams.get(l).compute();
      double[] all = products.get(l);
      for (int j = 0; j < examples; j++) {
        entries.get(j * examples, column, j + 1);
        for (int i = 0; i <= j; i++) {
          all[j * examples + i] = column[i];
          all[i * examples + j] = column[i];
        }
      }
    }
  }

  /** Those of layer l, from 0: a square, row by row. */
  double[] of(int l) {
    return products.get(l);
  }
}
