package org.ntksweep.core.sampling;

import org.ntksweep.core.observe.KernelMatrix;

/** The kernel of one network at k inputs, in parts. */
final class Theta {
  private final double[][] weight;
  private final double[][] bias;

  /** Zero at k inputs. */
  Theta(int k) {
    weight = new double[k][k];
    bias = new double[k][k];
  }

  static Theta of(KernelMatrix kernel) {
    Theta theta = new Theta(kernel.inputs());
    for (int i = 0; i < kernel.inputs(); i++) {
      for (int j = 0; j < kernel.inputs(); j++) {
        theta.add(i, j, kernel.thetaWeight(i, j), kernel.thetaBias(i, j));
      }
    }
    return theta;
  }

  void add(int i, int j, double weightPart, double biasPart) {
    weight[i][j] += weightPart;
    bias[i][j] += biasPart;
  }

  double at(int i, int j) {
    return weight[i][j] + bias[i][j];
  }

  double weight(int i, int j) {
    return weight[i][j];
  }

  double bias(int i, int j) {
    return bias[i][j];
  }
}
