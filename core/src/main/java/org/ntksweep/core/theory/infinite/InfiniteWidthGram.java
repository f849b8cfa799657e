package org.ntksweep.core.theory.infinite;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.expectation.GaussianExpectations;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * The kernels of infinite width of all pairs of some inputs, of any norms: what {@link
 * InfiniteWidthKernel} is for two. Of one output; several are independent of each other and have
 * the same. Matrices are upper triangles, row by row.
 */
public final class InfiniteWidthGram {
  /** Squared norms that differ by less are equal but for the rounding of their sums. */
  private static final double ROUNDING = 0x1p-44;

  private final int inputs;
  private final double[] theta;
  private final double[] covariance;

  private InfiniteWidthGram(int inputs, double[] theta, double[] covariance) {
    this.inputs = inputs;
    this.theta = theta;
    this.covariance = covariance;
  }

  /**
   * Of inputs.
   *
   * @param inputs a row each, of as many numbers as the network has inputs
   */
  public static InfiniteWidthGram of(Network network, double[][] inputs) {
    GaussianExpectations phi = GaussianExpectations.of(network.activation());
    double[] norms = squaredNorms(inputs);
    int n = inputs.length;
    double[] theta = new double[Math.multiplyExact(n, n + 1) / 2];
    double[] covariance = new double[theta.length];
    int entry = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        Covariance pair =
            i == j
                ? Covariance.same(norms[i])
                : Covariance.ofVectors(inputs[i], norms[i], inputs[j], norms[j]);
        InfiniteWidthEntry kernels = atFullDepth(network, phi, pair);
        theta[entry] = kernels.theta();
        covariance[entry] = kernels.outputCovariance();
        entry++;
      }
    }
    return new InfiniteWidthGram(n, theta, covariance);
  }

  private static InfiniteWidthEntry atFullDepth(
      Network network, GaussianExpectations phi, Covariance inputs) {
    Covariance perInput = inputs.times(1.0 / network.widths().inputDim()).inRange();
    PairRecursion recursion = new PairRecursion(network, phi, perInput);
    InfiniteWidthEntry entry = recursion.next();
    for (int l = 2; l <= network.depth(); l++) {
      entry = recursion.next();
    }
    return entry;
  }

  /** Inputs of one norm get exactly one: the angle between such keeps its digits in every layer. */
  private static double[] squaredNorms(double[][] inputs) {
    double[] norms = new double[inputs.length];
    for (int i = 0; i < norms.length; i++) {
      double norm = Arrays.stream(inputs[i]).map(x -> x * x).sum();
      OptionalInt equal =
          IntStream.range(0, i)
              .filter(j -> Math.abs(norms[j] - norm) <= ROUNDING * norm)
              .findFirst();
      norms[i] = equal.isPresent() ? norms[equal.getAsInt()] : norm;
    }
    return norms;
  }

  /**
   * Those of the first inputs alone.
   *
   * @param count from 1 to the number of inputs
   */
  public InfiniteWidthGram first(int count) {
    return new InfiniteWidthGram(count, first(theta, count), first(covariance, count));
  }

  private double[] first(double[] upperTriangle, int count) {
    double[] part = new double[count * (count + 1) / 2];
    int from = 0;
    int to = 0;
    for (int i = 0; i < count; i++) {
      System.arraycopy(upperTriangle, from, part, to, count - i);
      from += inputs - i;
      to += count - i;
    }
    return part;
  }

  /** The tangent kernel: the upper triangle, row by row; kept, not copied. */
  public double[] theta() {
    return theta;
  }

  /** The covariance of an output at initialization, likewise. */
  public double[] outputCovariance() {
    return covariance;
  }
}
