package org.ntksweep.core.random;

import org.ntksweep.core.number.Elementary;

/**
 * Chi-square numbers with integer degrees of freedom: for k of at least 2 by the rejection method
 * of Marsaglia and Tsang (2000) for gamma variates of shape k / 2, for 1 the square of a normal
 * number, for 0 zero.
 *
 * <p>The method accepts {@code 2 d v}, {@code v = (1 + c x)^3} with {@code d = k/2 - 1/3} and
 * {@code c = 1/sqrt(9 d)}, with probability {@code exp(x^2/2 + d (1 - v + log v))}. Logarithms are
 * avoided by a lower bound {@code 1 - q x^4} of that probability. The authors' q = 0.0331 serves
 * every k. With {@code t = c x} the exponent is {@code -3 d (t^4/4 - t^5/5 + ...)}, which is at
 * least {@code -d t^4} for t from -1/4 on, so there {@code q = c^2/9} will do; raised to {@code 256
 * c^4} where that is larger, the bound is below 0 for every other t. That leaves almost nothing to
 * decide when k is large.
 */
final class ChiSquare {
  private static final double GENERAL_Q = 0.0331;

  /** Table entries for each k: 2d, c and q; a fourth keeps them within one cache line. */
  private static final int STRIDE = 4;

  /** Larger k have no table: computing its entries is cheaper than making and keeping it. */
  private static final int TABULATED = 1 << 17;

  private double[] normals = new double[0];
  private double[] table = new double[0];

  void fill(RandomStream stream, int[] degrees, double[] out, int count) {
    prepare(degrees, count);
    stream.fillGaussian(normals, 0, count);
    long[] words = stream.bits(count);
    for (int i = 0; i < count; i++) {
      double x = normals[i];
      if (degrees[i] >= TABULATED) {
        out[i] = finish(stream, degrees[i], x, words[i]);
        continue;
      }
      int k = STRIDE * degrees[i];
      double t = Math.fma(table[k + 1], x, 1);
      double square = x * x;
      double bound = Math.fma(-table[k + 2] * square, square, 1);
      out[i] = table[k] * (t * t * t);
      if (!(RandomStream.unit(words[i]) < bound)) {
        out[i] = finish(stream, degrees[i], x, words[i]);
      }
    }
  }

  private void prepare(int[] degrees, int count) {
    if (normals.length < count) {
      normals = new double[count];
    }
    int max = 0;
    for (int i = 0; i < count; i++) {
      max = Math.max(max, degrees[i]);
    }
    max = Math.min(max, TABULATED - 1);
    if (table.length < STRIDE * (max + 1)) {
      table = tableUpTo(max);
    }
  }

  private static double[] tableUpTo(int max) {
    double[] table = new double[STRIDE * (max + 1)];
    for (int k = 0; k <= max; k++) {
      double c = c(k);
      table[STRIDE * k] = twoD(k);
      table[STRIDE * k + 1] = c;
      // 0 and 1 degrees of freedom, whose c is no number, always go to finish.
      table[STRIDE * k + 2] = k < 2 ? Double.POSITIVE_INFINITY : q(c);
    }
    return table;
  }

  private static double twoD(int k) {
    return 2 * (0.5 * k - 1.0 / 3);
  }

  private static double c(int k) {
    return 1 / Math.sqrt(9 * (0.5 * k - 1.0 / 3));
  }

  /** About how much of the Java heap draws of up to so many degrees of freedom take, in bytes. */
  static long heapBytes(int degrees) {
    return (long) STRIDE * Double.BYTES * Math.min(degrees + 1L, TABULATED);
  }

  private static double q(double c) {
    return Math.min(GENERAL_Q, Math.max(c * c / 9, 256 * c * c * c * c));
  }

  /** What a normal number and a word lead to, drawing further ones until a pair is accepted. */
  private double finish(RandomStream stream, int degrees, double x, long word) {
    if (degrees < 2) {
      return degrees * (x * x);
    }
    double twoD = twoD(degrees);
    double c = c(degrees);
    double normal = x;
    double u = RandomStream.unit(word);
    while (true) {
      double t = Math.fma(c, normal, 1);
      double v = t * t * t;
      if (t > 0
          && Elementary.log(u) < 0.5 * (normal * normal + twoD * (1 - v + Elementary.log(v)))) {
        return twoD * v;
      }
      normal = Ziggurat.next(stream);
      u = stream.nextDouble();
    }
  }
}
