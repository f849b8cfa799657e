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
  /** Residuals smaller than this share of the first ones need not be known any better. */
  private static final double LEAST = 0.03;

  private final LearningNetwork network;
  private final Objective objective;
  private final FullGradient gradient;
  private double loss;
  private double first;

  LossField(LearningNetwork network, Objective objective, Resources resources) {
    this.network = network;
    this.objective = objective;
    gradient = new FullGradient(network, objective, resources);
  }

  /** Takes the residuals that there are for the first ones. */
  void begin() {
    first = norm(objective.answers().residuals());
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
  }

  /** {@inheritDoc} Leaves the answers of where it looked. */
  @Override
  public double effect() {
    double[] change = objective.answers().residuals();
    double all = Math.max(norm(change), LEAST * first);
    objective.upAll();
    double[] there = objective.answers().residuals();
    for (int i = 0; i < change.length; i++) {
      change[i] -= there[i];
    }
    double moved = norm(change);
    return moved == 0 ? 0 : moved / all;
  }

  private static double norm(double[] residuals) {
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return Math.sqrt(sum);
  }
}
