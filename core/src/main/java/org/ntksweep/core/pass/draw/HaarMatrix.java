package org.ntksweep.core.pass.draw;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * A block of a Haar distributed orthogonal matrix of order N, times {@code sqrt(N)}, so that its
 * entries have variance 1. With all of a layer's columns, N the larger of width and fan-in, it is
 * semi-orthogonal.
 *
 * <p>The first columns of the large matrix are those of {@code H_1 H_2 ... D}, with reflections
 * that take independent normal vectors of N, N - 1, ... components to a coordinate axis, and signs
 * (Stewart 1980, "The efficient generation of random orthogonal matrices"). A block wider than high
 * is had as the transpose of a high one, which has the same law.
 *
 * @param rows the height of the block
 * @param columns its width
 * @param order N, at least both
 */
record HaarMatrix(int rows, int columns, int order, Kernels kernels) implements WeightDraw {

  @Override
  public void fill(RandomStream stream, double[] scratch, Entries weights) {
    double[][] frame = frame(stream);
    if (columns <= rows) {
      for (int c = 0; c < columns; c++) {
        weights.put(c * rows, frame[c], rows);
      }
    } else {
      for (int c = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++) {
          scratch[r] = frame[r][c];
        }
        weights.put(c * rows, scratch, rows);
      }
    }
  }

  /** Orthogonal vectors of the length sqrt(N), uniformly distributed. */
  private double[][] frame(RandomStream stream) {
    int count = Math.min(rows, columns);
    double[][] frame = new double[count][order];
    double[] sign = new double[count];
    for (int j = 0; j < count; j++) {
      sign[j] = drawReflection(stream, frame[j], j);
    }
    for (int j = count - 1; j >= 0; j--) {
      reflect(frame, j);
      kernels.scale(sign[j] * Math.sqrt(order), frame[j], frame[j], order);
    }
    return frame;
  }

  /**
   * Draws the vector v of the reflection {@code I - v v^T} that turns a normal vector, whose first
   * j components are left out, into the axis j; returns the sign that makes the result positive.
   */
  private double drawReflection(RandomStream stream, double[] v, int j) {
    stream.fillGaussian(v, j, order - j);
    double norm = Math.sqrt(kernels.dot(v, 0, v, 0, order));
    v[j] += Math.copySign(norm, v[j]);
    double length2 = kernels.dot(v, 0, v, 0, order);
    double sign = -Math.signum(v[j]);
    kernels.scale(Math.sqrt(2 / length2), v, v, order);
    return sign;
  }

  /**
   * Reflects the columns after j, and turns column j from a reflection into the image of axis j.
   */
  private void reflect(double[][] frame, int j) {
    double[] v = frame[j];
    for (int c = j + 1; c < frame.length; c++) {
      kernels.addScaled(-kernels.dot(v, 0, frame[c], 0, order), v, frame[c], order);
    }
    kernels.scale(-v[j], v, v, order);
    v[j] += 1;
  }
}
