package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;

/**
 * The gradient of {@code stiffness/2 u^2 + jump |u| + v^2/2}: u soon rests at a kink, about which
 * it can only err, and v decays. All of y is seen.
 */
final class KinkedField implements VectorField {
  private final double stiffness;
  private final double jump;
  private final NativeMatrix place;
  private final NativeMatrix gradient;
  private double[] seen;

  KinkedField(double stiffness, double jump, Resources resources) {
    this.stiffness = stiffness;
    this.jump = jump;
    place = resources.own(NativeMatrix.zeros(2, 1, Precision.DOUBLE));
    gradient = resources.own(NativeMatrix.zeros(2, 1, Precision.DOUBLE));
  }

  void put(double u, double v) {
    place.entries().put(0, new double[] {u, v}, 2);
    place.changed();
  }

  @Override
  public NativeMatrix place() {
    return place;
  }

  @Override
  public NativeMatrix gradient() {
    return gradient;
  }

  @Override
  public void evaluate() {
    seen = look();
    double g = stiffness * seen[0] + jump * Math.signum(seen[0]);
    gradient.entries().put(0, new double[] {g, seen[1]}, 2);
    gradient.changed();
  }

  @Override
  public double[] seen() {
    return seen;
  }

  @Override
  public double[] look() {
    double[] y = new double[2];
    place.entries().get(0, y, 2);
    return y;
  }
}
