package org.ntksweep.core.theory.infinite;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.gaussian.Covariance;

/**
 * The kernels of infinite width of all pairs of some inputs, of any norms: what {@link
 * InfiniteWidthKernel} is for two. Of one output; several are independent of each other and have
 * the same. Matrices are upper triangles, row by row.
 */
public final class InfiniteWidthGram {
  /** Squared norms that differ by less are equal but for the rounding of their sums. */
  private static final double ROUNDING = 0x1p-44;

  private final double[] theta;
  private final double[] covariance;

  private InfiniteWidthGram(int inputs) {
    theta = new double[UpperTriangles.size(inputs)];
    covariance = new double[theta.length];
  }

  /**
   * Of inputs. Where all have one norm the kernels are functions of the angle alone; of many
   * inputs, they are computed at some angles and interpolated, to {@code 1e-12} of the largest.
   *
   * @param inputs a row each, of as many numbers as the network has inputs
   */
  public static InfiniteWidthGram of(Network network, double[][] inputs) {
    double[] norms = squaredNorms(inputs);
    PairKernels kernels = new PairKernels(network);
    InfiniteWidthGram gram = new InfiniteWidthGram(inputs.length);
    if (Arrays.stream(norms).allMatch(norm -> norm == norms[0])) {
      double[] angles = new double[gram.theta.length];
      pairs(inputs, norms, (p, pair) -> angles[p] = pair.angle());
      DoubleFunction<double[]> atAngle = kernels.ofOneNorm(norms[0], angles);
      for (int p = 0; p < angles.length; p++) {
        gram.set(p, atAngle.apply(angles[p]));
      }
    } else {
      pairs(inputs, norms, (p, pair) -> gram.set(p, kernels.of(pair)));
    }
    return gram;
  }

  private interface Pairs {
    void accept(int entry, Covariance pair);
  }

  private static void pairs(double[][] inputs, double[] norms, Pairs visitor) {
    int entry = 0;
    for (int i = 0; i < inputs.length; i++) {
      visitor.accept(entry++, Covariance.same(norms[i]));
      for (int j = i + 1; j < inputs.length; j++) {
        visitor.accept(entry++, Covariance.ofVectors(inputs[i], norms[i], inputs[j], norms[j]));
      }
    }
  }

  private void set(int entry, double[] kernels) {
    theta[entry] = kernels[0];
    covariance[entry] = kernels[1];
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

  /** The tangent kernel: the upper triangle, row by row; kept, not copied. */
  public double[] theta() {
    return theta;
  }

  /** The covariance of an output at initialization, likewise. */
  public double[] outputCovariance() {
    return covariance;
  }
}
