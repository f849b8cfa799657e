package org.ntksweep.core.network;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The inputs a network is evaluated at, by their coordinates in an orthonormal basis of the space
 * they span: the law of a kernel depends on norms and angles alone. Immutable.
 */
public final class Inputs implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[][] coordinates;

  private Inputs(double[][] coordinates) {
    this.coordinates = coordinates;
  }

  /** One input of norm 1. */
  public static Inputs single() {
    return new Inputs(new double[][] {{1}});
  }

  /**
   * Unit inputs in one plane: {@code x = e_1} first, then {@code y_c = c e_1 + sqrt(1 - c^2) e_2}
   * for every cosine c.
   *
   * @throws IllegalArgumentException if a cosine is outside [-1, 1]
   */
  public static Inputs withCosines(double... cosines) {
    double[][] rows = new double[cosines.length + 1][];
    boolean plane = Arrays.stream(cosines).anyMatch(c -> Math.abs(c) != 1);
    rows[0] = plane ? new double[] {1, 0} : new double[] {1};
    for (int i = 0; i < cosines.length; i++) {
      double c = cosines[i];
      if (!(Math.abs(c) <= 1)) {
        throw new IllegalArgumentException("cosine " + c + ": must be in [-1, 1]");
      }
      rows[i + 1] = plane ? new double[] {c, Math.sqrt((1 - c) * (1 + c))} : new double[] {c};
    }
    return new Inputs(rows);
  }

  /** The inputs a law is met at: those of {@link #withCosines} with its squared norm. */
  public static Inputs of(Network law, double... cosines) {
    return withCosines(cosines).scaled(Math.sqrt(law.inputNorm2()));
  }

  private Inputs scaled(double factor) {
    return factor == 1
        ? this
        : new Inputs(
            Arrays.stream(coordinates)
                .map(row -> Arrays.stream(row).map(x -> factor * x).toArray())
                .toArray(double[][]::new));
  }

  /**
   * Any inputs, a row each.
   *
   * @throws IllegalArgumentException if there is no row, rows differ in length, or an entry is not
   *     finite
   */
  public static Inputs ofCoordinates(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException("at least one input with one coordinate is needed");
    }
    for (double[] row : rows) {
      if (row.length != rows[0].length || !Arrays.stream(row).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("inputs need finite coordinates, equally many each");
      }
    }
    return new Inputs(Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
  }

  /** The number k of inputs. */
  public int count() {
    return coordinates.length;
  }

  /** The number of coordinates of an input, which the input dimension must not be below. */
  public int dimension() {
    return coordinates[0].length;
  }

  /** Coordinate {@code j} of input {@code i}. */
  public double at(int i, int j) {
    return coordinates[i][j];
  }

  /** The inner product {@code X_0} of inputs {@code i} and {@code j}. */
  public double innerProduct(int i, int j) {
    double sum = 0;
    for (int m = 0; m < dimension(); m++) {
      sum += coordinates[i][m] * coordinates[j][m];
    }
    return sum;
  }
}
