package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;

/**
 * The spectral radius of the Jacobian of a vector field, by power iteration on differences of the
 * field itself, as in RKC. It begins where the last one ended.
 */
final class SpectralRadius {
  private static final int MOST = 50;

  /** The estimate comes from below. */
  private static final double SAFETY = 1.2;

  private final VectorField field;
  private final Blocks blocks;

  /** The direction it was last seen in. */
  private final NativeMatrix direction;

  private final Probe probe;

  /**
   * How it is looked for.
   *
   * @param distance how far apart gradients are compared, as a share of the norm of y
   * @param accuracy the change of the estimate at which it is good enough, as a share
   */
  record Probe(double distance, double accuracy) {
    /**
     * Of fields of a precision. In floats the root of the rounding error is too far for deep
     * networks: in chaos the gradient has turned by then, in order it has passed too many kinks.
     * Jumps keep estimates from settling.
     */
    static Probe of(Precision precision, boolean jumps) {
      double distance =
          precision == Precision.DOUBLE ? Math.sqrt(Math.ulp(1.0)) : 100 * Math.ulp(1f);
      return new Probe(distance, jumps ? 0.1 : 0.01);
    }
  }

  /**
   * Of a field.
   *
   * @param direction where the direction is kept
   */
  SpectralRadius(VectorField field, Blocks blocks, NativeMatrix direction, Probe probe) {
    this.field = field;
    this.blocks = blocks;
    this.direction = direction;
    this.probe = probe;
  }

  /**
   * At y, of which the gradient is known.
   *
   * @param small below this nobody needs to know better
   * @return infinite or not a number if the field is not finite near y
   */
  double at(NativeMatrix y, NativeMatrix gradient, double small) {
    double norm = blocks.norm(new double[] {1}, y);
    double distance = probe.distance * (norm > 0 ? norm : 1);
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
      if (i > 0 && Math.abs(radius - before) <= probe.accuracy * Math.max(radius, small)) {
        break;
      }
    }
    return SAFETY * radius;
  }
}
