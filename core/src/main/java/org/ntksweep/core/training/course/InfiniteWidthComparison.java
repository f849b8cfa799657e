package org.ntksweep.core.training.course;

import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.observe.Units;
import org.ntksweep.core.theory.training.Spectrum;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

/** The kernel of infinite width beside that of a network. */
final class InfiniteWidthComparison {
  private final int inputs;
  private final double[] kernel;
  private final Spectrum spectrum;

  /**
   * With a kernel of so many inputs.
   *
   * @param upperTriangle row by row, traced over outputs
   */
  InfiniteWidthComparison(int inputs, double[] upperTriangle) {
    this.inputs = inputs;
    kernel = upperTriangle;
    spectrum = Spectrum.of(upperTriangle);
  }

  /** Records its spectrum, and how far the kernel of a record is from it. */
  void record(TrainingRecord record) {
    record.set(Quantity.INFINITE_EIGENVALUE_MAX, spectrum.largest());
    record.set(Quantity.INFINITE_EIGENVALUE_MIN, spectrum.smallest());
    record.set(Quantity.INFINITE_CONDITION, spectrum.condition());
    record.set(Quantity.INFINITE_EFFECTIVE_RANK, spectrum.effectiveRank());
    record.set(Quantity.INFINITE_DISTANCE, distance(record.kernel()));
  }

  /** {@code |Theta - Theta_inf|_F / |Theta_inf|_F}. */
  private double distance(double[] other) {
    double unit = Units.of(kernel, other);
    double[] limit = Units.divide(kernel, unit);
    return UpperTriangles.distance(Units.divide(other, unit), limit, inputs)
        / UpperTriangles.norm(limit, inputs);
  }
}
