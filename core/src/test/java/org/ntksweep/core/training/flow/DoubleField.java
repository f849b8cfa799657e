package org.ntksweep.core.training.flow;

import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;

/** A field of a few doubles. */
abstract class DoubleField implements VectorField {
  private final NativeMatrix place;
  private final NativeMatrix gradient;

  DoubleField(int size, Resources resources) {
    place = resources.own(NativeMatrix.zeros(size, 1, Precision.DOUBLE));
    gradient = resources.own(NativeMatrix.zeros(size, 1, Precision.DOUBLE));
  }

  final void put(double... y) {
    write(place, y);
  }

  final void putGradient(double... g) {
    write(gradient, g);
  }

  private static void write(NativeMatrix to, double[] numbers) {
    to.entries().put(0, numbers, numbers.length);
    to.changed();
  }

  final double[] y() {
    double[] y = new double[place.rows()];
    place.entries().get(0, y, y.length);
    return y;
  }

  @Override
  public final NativeMatrix place() {
    return place;
  }

  @Override
  public final NativeMatrix gradient() {
    return gradient;
  }
}
