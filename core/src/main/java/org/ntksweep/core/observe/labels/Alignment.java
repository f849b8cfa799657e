package org.ntksweep.core.observe.labels;

import java.util.Arrays;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.observe.Units;

/**
 * How far kernels of the same n examples point where the targets do: the cosine of the angle
 * between K and the inner products {@code Y'Y} of the targets (Cristianini et al. 2001),
 *
 * <pre>&lt;K, Y'Y&gt;_F / (|K|_F |Y'Y|_F)</pre>
 *
 * <p>and the same of both double-centered, {@code (I - J/n) K (I - J/n)} (Cortes, Mohri and
 * Rostamizadeh 2012, JMLR 13): the constant part of a kernel does not count. Scales do not matter.
 * With C one-hot classes of m examples the kernel J has the alignment {@code 1/sqrt(C)} and I has
 * {@code 1/sqrt(m)}.
 */
public final class Alignment {
  private final int examples;
  private final Precision precision;
  private final double[] products;
  private final double[] centered;

  /**
   * With targets.
   *
   * @param targets of every example a row
   * @param precision of the numbers that kernels were computed in
   */
  public Alignment(double[][] targets, Precision precision) {
    examples = targets.length;
    this.precision = precision;
    products = products(targets);
    centered = centered(products, Precision.DOUBLE);
  }

  private static double[] products(double[][] targets) {
    double[] products = new double[UpperTriangles.size(targets.length)];
    int p = 0;
    for (int i = 0; i < targets.length; i++) {
      for (int j = i; j < targets.length; j++) {
        for (int k = 0; k < targets[i].length; k++) {
          products[p] += targets[i][k] * targets[j][k];
        }
        p++;
      }
    }
    return products;
  }

  /** The double-centered one; 0 where nothing but rounding is left. */
  private double[] centered(double[] a, Precision of) {
    double[] rowMean = new double[examples];
    int p = 0;
    for (int i = 0; i < examples; i++) {
      for (int j = i; j < examples; j++) {
        rowMean[i] += a[p] / examples;
        rowMean[j] += i == j ? 0 : a[p] / examples;
        p++;
      }
    }
    double mean = 0;
    for (double row : rowMean) {
      mean += row / examples;
    }
    double[] centered = new double[a.length];
    p = 0;
    for (int i = 0; i < examples; i++) {
      for (int j = i; j < examples; j++) {
        centered[p] = a[p] - rowMean[i] - rowMean[j] + mean;
        p++;
      }
    }
    double rounding = examples * of.ulp() * UpperTriangles.norm(a, examples);
    return UpperTriangles.norm(centered, examples) > rounding ? centered : new double[a.length];
  }

  /**
   * The alignment, from -1 to 1; NaN for a kernel or targets of 0 and for entries that are not
   * finite.
   *
   * @param upperTriangle of the kernel, row by row
   */
  public double of(double[] upperTriangle) {
    return cosine(inUnits(upperTriangle), products);
  }

  /** That of the kernel of ones, which tells no example from another. */
  public double ofOnes() {
    double[] ones = new double[products.length];
    Arrays.fill(ones, 1);
    return cosine(ones, products);
  }

  /** That of the identity, which tells every example from every other. */
  public double ofIdentity() {
    double[] identity = new double[products.length];
    int p = 0;
    for (int i = 0; i < examples; i++) {
      identity[p] = 1;
      p += examples - i;
    }
    return cosine(identity, products);
  }

  /** The centered alignment; NaN too where either is constant but for rows and columns. */
  public double centeredOf(double[] upperTriangle) {
    return cosine(centered(inUnits(upperTriangle), precision), centered);
  }

  private static double[] inUnits(double[] kernel) {
    return Units.divide(kernel, Units.of(kernel));
  }

  private double cosine(double[] a, double[] b) {
    double norms = UpperTriangles.norm(a, examples) * UpperTriangles.norm(b, examples);
    return UpperTriangles.inner(a, b, examples) / norms;
  }
}
