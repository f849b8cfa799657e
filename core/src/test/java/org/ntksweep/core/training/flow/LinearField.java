package org.ntksweep.core.training.flow;

import java.util.Arrays;
import org.ntksweep.core.matrix.Resources;

/** The gradient {@code g_i = lambda_i y_i}, of which nothing is to be seen. */
final class LinearField extends DoubleField {
  private final double[] eigenvalues;

  LinearField(double[] eigenvalues, Resources resources) {
    super(eigenvalues.length, resources);
    this.eigenvalues = eigenvalues;
  }

  @Override
  public void evaluate() {
    double[] g = y();
    Arrays.setAll(g, i -> eigenvalues[i] * g[i]);
    putGradient(g);
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
