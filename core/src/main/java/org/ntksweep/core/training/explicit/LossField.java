package org.ntksweep.core.training.explicit;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.training.flow.VectorField;
import org.ntksweep.core.training.objective.FullGradient;
import org.ntksweep.core.training.objective.Objective;

/**
 * The gradient of a loss by all parameters of a network; its residuals are what is seen of them.
 */
final class LossField implements VectorField {
  private final LearningNetwork network;
  private final Objective objective;
  private final FullGradient gradient;
  private double loss;
  private double[] seen;

  LossField(LearningNetwork network, Objective objective, Resources resources) {
    this.network = network;
    this.objective = objective;
    gradient = new FullGradient(network, objective, resources);
  }

  /** The loss where it was evaluated last. */
  double loss() {
    return loss;
  }

  @Override
  public NativeMatrix place() {
    return network.parameters().vector();
  }

  @Override
  public NativeMatrix gradient() {
    return gradient.vector();
  }

  @Override
  public void evaluate() {
    loss = gradient.compute();
    seen = objective.answers().residuals();
  }

  @Override
  public double[] seen() {
    return seen;
  }

  /** {@inheritDoc} Leaves the answers of where it looked. */
  @Override
  public double[] look() {
    objective.upAll();
    return objective.answers().residuals();
  }
}
