package org.ntksweep.core.observe;

import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.number.ScaledSum;

/**
 * The tangent kernel of one network at k inputs: for every pair its weight part, its bias part and
 * their sum; and the weight of the network as a sample of its law. Entries are kept as {@code m
 * 2^e}, so a kernel too large or too small for a double still has a logarithm.
 */
public final class KernelMatrix {
  private final int inputs;
  private final ScaledSum[] weight;
  private final ScaledSum[] bias;
  private final ScaledSum sum = new ScaledSum();
  private double logWeight;

  /** An empty matrix for {@code inputs} inputs. */
  public KernelMatrix(int inputs) {
    this.inputs = inputs;
    int pairs = UpperTriangles.size(inputs);
    weight = new ScaledSum[pairs];
    bias = new ScaledSum[pairs];
    for (int p = 0; p < pairs; p++) {
      weight[p] = new ScaledSum();
      bias[p] = new ScaledSum();
    }
  }

  /** The number k of inputs. */
  public int inputs() {
    return inputs;
  }

  /** Sets every entry and the logarithm of the weight to zero. */
  public void clear() {
    logWeight = 0;
    for (int p = 0; p < weight.length; p++) {
      weight[p].clear();
      bias[p].clear();
    }
  }

  /** The accumulator of the weight part of entry {@code (i, j)}. */
  public ScaledSum weight(int i, int j) {
    return weight[pair(i, j)];
  }

  /** The accumulator of the bias part of entry {@code (i, j)}. */
  public ScaledSum bias(int i, int j) {
    return bias[pair(i, j)];
  }

  /** {@code Theta(x_i, x_j)}; infinite or zero where the range of a double ends. */
  public double theta(int i, int j) {
    return total(i, j).value();
  }

  /** {@code Theta(x_i, x_j)}, whatever its size. */
  public ScaledNumber number(int i, int j) {
    return total(i, j).number();
  }

  /** The part of {@code Theta(x_i, x_j)} that weights contribute. */
  public double thetaWeight(int i, int j) {
    return weight(i, j).value();
  }

  /** The part of {@code Theta(x_i, x_j)} that biases contribute. */
  public double thetaBias(int i, int j) {
    return bias(i, j).value();
  }

  /**
   * {@code log |Theta(x_i, x_j)|}, finite at any depth; negative infinity only if the entry is
   * exactly zero.
   */
  public double logAbsTheta(int i, int j) {
    return total(i, j).logAbs();
  }

  /**
   * The logarithm of the density of the law against the one the network was drawn from: 0 where
   * that is the law itself.
   */
  public double logWeight() {
    return logWeight;
  }

  /** Sets {@link #logWeight}. */
  public void setLogWeight(double value) {
    logWeight = value;
  }

  private ScaledSum total(int i, int j) {
    sum.clear();
    sum.add(weight(i, j));
    sum.add(bias(i, j));
    return sum;
  }

  private static int pair(int i, int j) {
    return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
  }
}
