package org.ntksweep.core.training.flow;

import java.util.Arrays;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;

/** The gradient {@code g_i = lambda_i y_i}, of which nothing is to be seen. */
final class LinearField implements VectorField {
  private final double[] eigenvalues;
  private final NativeMatrix place;
  private final NativeMatrix gradient;

  LinearField(double[] eigenvalues, Resources resources) {
    this.eigenvalues = eigenvalues;
    place = resources.own(NativeMatrix.zeros(eigenvalues.length, 1, Precision.DOUBLE));
    gradient = resources.own(NativeMatrix.zeros(eigenvalues.length, 1, Precision.DOUBLE));
  }

  void put(double[] y) {
    place.entries().put(0, y, y.length);
    place.changed();
  }

  double[] y() {
    double[] y = new double[eigenvalues.length];
    place.entries().get(0, y, y.length);
    return y;
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
    double[] g = y();
    Arrays.setAll(g, i -> eigenvalues[i] * g[i]);
    gradient.entries().put(0, g, g.length);
    gradient.changed();
  }

  @Override
  public double[] seen() {
    return new double[] {0};
  }

  @Override
  public double[] look() {
    return seen();
  }
}
