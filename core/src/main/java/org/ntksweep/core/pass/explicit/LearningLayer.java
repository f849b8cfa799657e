package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Product;

/**
 * What is trained of one layer, or a gradient by it: {@code n_l} rows, a column for each input and
 * one for the biases.
 *
 * @param units how the layer is written in it
 * @param all weights and biases
 * @param weights the weights alone
 * @param biasesMove whether they are trained
 */
record LearningLayer(
    TrainedUnits units, NativeMatrix all, NativeMatrix weights, boolean biasesMove) {

  /** Adds the outer products of errors with inputs, summed over the examples. */
  Product adding(TrueSignals errors, TrueSignals inputs) {
    return biasesMove
        ? Product.addingColumns(errors.matrix(), inputs.matrix(), all)
        : Product.addingColumns(errors.matrix(), ofWeights(inputs), weights);
  }

  /** The same in the place of what is there. */
  Product setting(TrueSignals errors, TrueSignals inputs) {
    return biasesMove
        ? Product.ofColumns(errors.matrix(), inputs.matrix(), all)
        : Product.ofColumns(errors.matrix(), ofWeights(inputs), weights);
  }

  private static NativeMatrix ofWeights(TrueSignals inputs) {
    return inputs.matrix().top(inputs.dimension());
  }
}
