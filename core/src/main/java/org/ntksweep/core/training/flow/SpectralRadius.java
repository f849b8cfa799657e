package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.NativeMatrix;

/**
 * The spectral radius of the Jacobian of a vector field, by power iteration on differences of the
 * field itself, as in RKC. It begins where the last one ended.
 */
final class SpectralRadius {
  private static final int MOST = 50;
  private static final double ACCURACY = 0.01;

  /** The estimate comes from below. */
  private static final double SAFETY = 1.2;

  private final VectorField field;
  private final Blocks blocks;

  /** The direction it was last seen in. */
  private final NativeMatrix direction;

  private final double perturbation;

  /**
   * Of a field.
   *
   * @param direction where the direction is kept
   * @param perturbation how far apart gradients are compared, as a share of the norm of y
   */
  SpectralRadius(VectorField field, Blocks blocks, NativeMatrix direction, double perturbation) {
    this.field = field;
    this.blocks = blocks;
    this.direction = direction;
    this.perturbation = perturbation;
  }

  /**
   * At y, of which the gradient is known.
   *
   * @param small below this nobody needs to know better
   * @return infinite or not a number if the field is not finite near y
   */
  double at(NativeMatrix y, NativeMatrix gradient, double small) {
    double norm = blocks.norm(new double[] {1}, y);
    double distance = perturbation * (norm > 0 ? norm : 1);
    if (blocks.norm(new double[] {1}, direction) == 0) {
      blocks.combine(direction, new double[] {1}, gradient);
    }
    double radius = 0;
    for (int i = 0; i < MOST; i++) {
      double length = blocks.norm(new double[] {1}, direction);
      if (!(length > 0)) {
        return length;
      }
      blocks.combine(field.place(), new double[] {1, distance / length}, y, direction);
      field.evaluate();
      blocks.combine(direction, new double[] {1, -1}, field.gradient(), gradient);
      double before = radius;
      radius = blocks.norm(new double[] {1}, direction) / distance;
      if (i > 0 && Math.abs(radius - before) <= ACCURACY * Math.max(radius, small)) {
        break;
      }
    }
    return SAFETY * radius;
  }
}
