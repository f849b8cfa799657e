package org.ntksweep.core.sampling.revealed;

import org.ntksweep.core.random.RandomStream;

/** The few extra draws that tilt a layer: which neurons, and the numbers they get. */
final class NeuronDraws {
  /** Trials of a rejection before the exact scan. */
  private static final int TRIALS = 24;

  private static final int MOST_DEGREES = 5;

  private final RandomStream stream;
  private final double[] normals = new double[8];

  NeuronDraws(RandomStream stream) {
    this.stream = stream;
  }

  double uniform() {
    return stream.nextDouble();
  }

  int index(int n) {
    return (int) (n * stream.nextDouble());
  }

  /** An index other than i. */
  int other(int i, int n) {
    int j = index(n - 1);
    return j < i ? j : j + 1;
  }

  /** The norm of so many standard normal numbers, at most 5, of either sign. */
  double chi(int degrees) {
    stream.fillGaussian(normals, 0, MOST_DEGREES);
    double square = 0;
    for (int i = 0; i < degrees; i++) {
      square = Math.fma(normals[i], normals[i], square);
    }
    return Math.copySign(Math.sqrt(square), normals[0]);
  }

  /**
   * An index in proportion to a power of the slopes.
   *
   * @param quartic whether it is the fourth power, else the square
   * @param steepest no slope is steeper
   * @param sum of those powers
   */
  int bySlope(double[] slope, int n, boolean quartic, double steepest, double sum) {
    for (int t = 0; t < TRIALS; t++) {
      int i = index(n);
      double share = slope[i] / steepest;
      if (uniform() < power(share, quartic)) {
        return i;
      }
    }
    double left = uniform() * sum;
    int last = 0;
    for (int i = 0; i < n; i++) {
      double p = power(slope[i], quartic);
      if (p > 0) {
        last = i;
        left -= p;
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private static double power(double slope, boolean quartic) {
    double square = slope * slope;
    return quartic ? square * square : square;
  }
}
