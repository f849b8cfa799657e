package org.ntksweep.core.observe.labels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ntksweep.core.observe.Units;

/**
 * The blocks that classes cut kernels of the same n examples into. The diagonal belongs to none of
 * them, as in (23) of Seleznova and Kutyniok (2022), and each class, and each pair of classes,
 * counts the same, however many pairs of examples it has.
 *
 * <pre>
 * diagonal     mean over x of Theta(x, x)
 * same class   mean over classes of the mean over pairs x != y of the class
 * other class  mean over pairs of classes of the mean over pairs of an example of each
 * </pre>
 */
public final class KernelBlocks {
  /** The classes there are, counted from 0. */
  private final int[] classOf;

  /** Pairs of different examples by their classes, the lower one first. */
  private final long[][] pairs;

  /**
   * Of examples.
   *
   * @param labels the class of each, whatever it is called
   */
  public KernelBlocks(int... labels) {
    Map<Integer, Integer> rank = new HashMap<>();
    classOf = Arrays.stream(labels).map(c -> rank.computeIfAbsent(c, any -> rank.size())).toArray();
    pairs = new long[rank.size()][rank.size()];
    for (int i = 0; i < classOf.length; i++) {
      for (int j = i + 1; j < classOf.length; j++) {
        pairs[lower(i, j)][upper(i, j)]++;
      }
    }
  }

  private int lower(int i, int j) {
    return Math.min(classOf[i], classOf[j]);
  }

  private int upper(int i, int j) {
    return Math.max(classOf[i], classOf[j]);
  }

  /**
   * The means of a kernel.
   *
   * @param upperTriangle row by row
   */
  public BlockMeans means(double[] upperTriangle) {
    double diagonal = 0;
    double[][] sum = new double[pairs.length][pairs.length];
    int p = 0;
    for (int i = 0; i < classOf.length; i++) {
      diagonal += upperTriangle[p++];
      for (int j = i + 1; j < classOf.length; j++) {
        sum[lower(i, j)][upper(i, j)] += upperTriangle[p++];
      }
    }
    return new BlockMeans(diagonal / classOf.length, sameClass(sum), otherClass(sum));
  }

  private double sameClass(double[][] sum) {
    double means = 0;
    int count = 0;
    for (int c = 0; c < sum.length; c++) {
      if (pairs[c][c] > 0) {
        means += sum[c][c] / pairs[c][c];
        count++;
      }
    }
    return means / count;
  }

  private double otherClass(double[][] sum) {
    double means = 0;
    for (int c = 0; c < sum.length; c++) {
      for (int d = c + 1; d < sum.length; d++) {
        means += sum[c][d] / pairs[c][d];
      }
    }
    return 2 * means / sum.length / (sum.length - 1);
  }

  /**
   * The standard deviations from the means, over the same entries with the same shares.
   *
   * @param upperTriangle row by row
   * @param means what {@link #means} says of it
   */
  public BlockMeans deviations(double[] upperTriangle, BlockMeans means) {
    double unit = Units.of(upperTriangle);
    double[] squares = new double[upperTriangle.length];
    int p = 0;
    for (int i = 0; i < classOf.length; i++) {
      for (int j = i; j < classOf.length; j++) {
        double deviation = (upperTriangle[p] - mean(means, i, j)) / unit;
        squares[p++] = deviation * deviation;
      }
    }
    BlockMeans variances = means(squares);
    return new BlockMeans(
        unit * Math.sqrt(variances.diagonal()),
        unit * Math.sqrt(variances.sameClass()),
        unit * Math.sqrt(variances.otherClass()));
  }

  private double mean(BlockMeans means, int i, int j) {
    if (i == j) {
      return means.diagonal();
    }
    return classOf[i] == classOf[j] ? means.sameClass() : means.otherClass();
  }
}
