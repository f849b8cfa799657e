package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.Resources;

/**
 * The gradient of {@code stiffness/2 u^2 + jump |u| + v^2/2}: u soon rests at a kink, about which
 * it can only err, and v decays. All of y is seen.
 */
final class KinkedField extends DoubleField {
  private final double stiffness;
  private final double jump;
  private double[] seen;

  KinkedField(double stiffness, double jump, Resources resources) {
    super(2, resources);
    this.stiffness = stiffness;
    this.jump = jump;
  }

  @Override
  public void evaluate() {
    seen = look();
    putGradient(stiffness * seen[0] + jump * Math.signum(seen[0]), seen[1]);
  }

  @Override
  public double[] seen() {
    return seen;
  }

  @Override
  public double[] look() {
    return y();
  }
}
