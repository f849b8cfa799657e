package org.ntksweep.core.training.explicit;

import java.util.List;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.pass.explicit.Parameters;

/**
 * Adds to gradients of a loss those of a penalty on the weights: a multiple of them, not of biases.
 */
final class WeightDecay {
  private final double factor;
  private final List<NativeMatrix> weights;
  private final List<NativeMatrix> gradients;

  WeightDecay(double factor, Parameters parameters, Parameters gradient) {
    this.factor = factor;
    weights = parameters.weights();
    gradients = gradient.weights();
  }

  /** Adds it to the gradient that is there. */
  void add() {
    if (factor > 0) {
      for (int l = 0; l < weights.size(); l++) {
        gradients.get(l).add(factor, weights.get(l));
      }
    }
  }
}
