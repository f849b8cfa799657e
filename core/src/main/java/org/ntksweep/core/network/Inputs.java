package org.ntksweep.core.network;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The inputs a network is evaluated at. Where norms and angles alone decide the law of a kernel, by
 * their coordinates in an orthonormal basis of the space they span; else by all that the network
 * sees. Immutable.
 */
public final class Inputs implements Serializable {
  private static final long serialVersionUID = 1;

  /** Coordinates along axes of {@link #axes}. */
  private final double[][] coordinates;

  private final Axes axes;

  private Inputs(double[][] coordinates) {
    this(coordinates, new UnitAxes(coordinates[0].length));
  }

  private Inputs(double[][] coordinates, Axes axes) {
    this.coordinates = coordinates;
    this.axes = axes;
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

  /**
   * The inputs a law is met at: those of {@link #withCosines} with its squared norm.
   *
   * <p>If its weights are not invariant under rotations, {@code e_1} and {@code e_2} are turned
   * into all {@code n_0} coordinates: {@code e_1} to {@code (1, 1, ..., 1) / sqrt(n_0)}, and {@code
   * e_2} to {@code (a, -b, a, -b, ...)} with {@code a = b = 1/sqrt(n_0)} if {@code n_0} is even and
   * {@code a = sqrt((n_0 - 1) / (n_0 + 1) / n_0)}, {@code b = sqrt((n_0 + 1) / (n_0 - 1) / n_0)} if
   * it is odd.
   *
   * @throws IllegalArgumentException if a cosine is outside [-1, 1]
   */
  public static Inputs of(Network law, double... cosines) {
    Inputs plane = withCosines(cosines).scaled(Math.sqrt(law.inputNorm2()));
    int n = law.widths().inputDim();
    return law.initialization().isRotationInvariant() || plane.dimension() > n
        ? plane
        : new Inputs(plane.coordinates, new DenseAxes(n));
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
    return axes.dimension();
  }

  /** Coordinate {@code j} of input {@code i}. */
  public double at(int i, int j) {
    return axes.at(coordinates[i], j);
  }

  /** The inner product {@code X_0} of inputs {@code i} and {@code j}. */
  public double innerProduct(int i, int j) {
    double sum = 0;
    for (int m = 0; m < coordinates[i].length; m++) {
      sum += coordinates[i][m] * coordinates[j][m];
    }
    return sum;
  }

  /** The orthonormal vectors that coordinates count along. */
  private sealed interface Axes extends Serializable {
    int dimension();

    /** Entry j of the vector with these coordinates. */
    double at(double[] coordinates, int j);
  }

  private record UnitAxes(int dimension) implements Axes {
    private static final long serialVersionUID = 1;

    @Override
    public double at(double[] coordinates, int j) {
      return coordinates[j];
    }
  }

  /** Two axes without an entry that is 0. */
  private record DenseAxes(int dimension) implements Axes {
    private static final long serialVersionUID = 1;

    @Override
    public double at(double[] coordinates, int j) {
      double n = dimension;
      double first = coordinates[0] / Math.sqrt(n);
      return coordinates.length == 1 ? first : Math.fma(coordinates[1], second(n, j), first);
    }

    /** One entry more is positive than negative if n is odd. */
    private static double second(double n, int j) {
      double odds = n % 2 == 0 ? 1 : (n - 1) / (n + 1);
      return j % 2 == 0 ? Math.sqrt(odds / n) : -Math.sqrt(1 / odds / n);
    }
  }
}
