package org.ntksweep.core.theory.blocks;

import java.util.Arrays;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.ntksweep.core.simd.Kernels;

/**
 * Gradient flow of {@code 1/2 |W H + b 1' - Y|^2} with features that move by a {@link BlockKernel}:
 * (25) of Seleznova et al. (2023). With {@code R1 = W H1 + b 1' - T}, T the target of every class,
 *
 * <pre>
 * H1' = -W' R1 (mu_class I + kappa_n m J)        W' = -u m (R1 H1' + W H2 H2')
 * H2' = -mu_single W' W H2                       b' = -v m R1 1
 * </pre>
 *
 * <p>on the left derivatives by time, on the right transposes. u and v are 1 where weights and
 * biases are moved by their own gradients; they are the factors of the NTK parametrization where
 * that is used, and 0 of what stays. Steps are those of Dormand and Prince's method of order 8.
 */
public final class BlockFlow {
  /** The error of a step, relative to the largest number of a state. */
  private static final double TOLERANCE = 1e-12;

  private static final int MOST_EVALUATIONS = 1_000_000;

  private static final Kernels KERNELS = Kernels.best();

  private final BlockKernel kernel;
  private final double weightFactor;
  private final double biasFactor;
  private final double[][] targets;

  /**
   * A flow.
   *
   * @param kernel of a feature
   * @param weightFactor u, at least 0
   * @param biasFactor v, at least 0
   * @param targets T', a row for each class with a number for each output
   * @throws IllegalArgumentException if the kernel is not {@linkplain BlockKernel#isPositive
   *     positive}
   */
  public BlockFlow(BlockKernel kernel, double weightFactor, double biasFactor, double[][] targets) {
    if (!kernel.isPositive()) {
      throw new IllegalArgumentException(kernel + ": must have eigenvalues of at least 0");
    }
    this.kernel = kernel;
    this.weightFactor = weightFactor;
    this.biasFactor = biasFactor;
    this.targets = Arrays.stream(targets).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Where a state is after some time, at least 0. Not numbers where that takes more than a million
   * evaluations.
   */
  public BlockState after(double time, BlockState start) {
    BlockState end = start(start);
    if (time > 0) {
      end.set(integrated(time, end));
    }
    return end;
  }

  private static BlockState start(BlockState state) {
    return new BlockState(state.weights(), state.biases(), state.means(), state.deviations());
  }

  private double[] integrated(double time, BlockState state) {
    double[] vector = state.toVector();
    double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(0, time, TOLERANCE * largest, TOLERANCE);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
    try {
      integrator.integrate(new Field(state), 0, vector, time, vector);
    } catch (MaxCountExceededException e) {
      Arrays.fill(vector, Double.NaN);
    }
    return vector;
  }

  /** {@code 1/2 |W H + b 1' - Y|^2} over all examples: {@code m/2 (|R1|^2 + |W H2|^2)}. */
  public double loss(BlockState state) {
    double sum = 0;
    double[][] residuals = residuals(state);
    for (int k = 0; k < residuals.length; k++) {
      sum += KERNELS.dot(residuals[k], 0, residuals[k], 0, residuals[k].length);
      for (double[] deviation : state.deviations()) {
        double answer = KERNELS.dot(state.weights()[k], 0, deviation, 0, deviation.length);
        sum += answer * answer;
      }
    }
    return kernel.perClass() / 2.0 * sum;
  }

  /** R1, a row for each output with a number for each class. */
  public double[][] residuals(BlockState state) {
    double[][] weights = state.weights();
    double[][] residuals = new double[weights.length][kernel.classes()];
    for (int k = 0; k < weights.length; k++) {
      for (int c = 0; c < residuals[k].length; c++) {
        double answer = KERNELS.dot(weights[k], 0, state.means()[c], 0, weights[k].length);
        residuals[k][c] = answer + state.biases()[k] - targets[c][k];
      }
    }
    return residuals;
  }

  /** The right side, in vectors that are copied to and from rows. */
  private final class Field implements FirstOrderDifferentialEquations {
    private final BlockState at;
    private final BlockState slope;

    Field(BlockState like) {
      at = start(like);
      slope = start(like);
    }

    @Override
    public int getDimension() {
      return at.size();
    }

    @Override
    public void computeDerivatives(double t, double[] y, double[] dy) {
      at.set(y);
      Arrays.fill(dy, 0);
      slope.set(dy);
      double[][] residuals = residuals(at);
      for (int k = 0; k < residuals.length; k++) {
        ofMeans(k, residuals[k]);
        ofDeviations(k);
      }
      System.arraycopy(slope.toVector(), 0, dy, 0, dy.length);
    }

    private void ofMeans(int k, double[] residuals) {
      double sum = Arrays.stream(residuals).sum();
      double u = weightFactor * kernel.perClass();
      double common = kernel.otherClass() * kernel.perClass() * sum;
      for (int c = 0; c < residuals.length; c++) {
        add(-kernel.ofClass() * residuals[c] - common, at.weights()[k], slope.means()[c]);
        add(-u * residuals[c], at.means()[c], slope.weights()[k]);
      }
      slope.biases()[k] = -biasFactor * kernel.perClass() * sum;
    }

    private void ofDeviations(int k) {
      double[] w = at.weights()[k];
      double u = weightFactor * kernel.perClass();
      for (int j = 0; j < at.deviations().length; j++) {
        double[] deviation = at.deviations()[j];
        double answer = KERNELS.dot(w, 0, deviation, 0, w.length);
        add(-kernel.single() * answer, w, slope.deviations()[j]);
        add(-u * answer, deviation, slope.weights()[k]);
      }
    }

    private void add(double factor, double[] x, double[] y) {
      KERNELS.addScaled(factor, x, y, x.length);
    }
  }
}
