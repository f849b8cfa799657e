package org.ntksweep.jobs.config.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.config.yaml.Value;

/**
 * Networks of one hidden width: every combination of width, input dimension, depth and outputs.
 *
 * @param widths the hidden widths
 * @param inputDims the input dimensions at a width
 * @param depths the depths at a width
 * @param outputs the numbers of outputs
 */
public record Architectures(
    List<Integer> widths, Sizes inputDims, Sizes depths, List<Integer> outputs) {

  /** More than any sweep has points, and still listed in a second or two. */
  static final int MOST = 5_000_000;

  /**
   * The distinct architectures, outputs varying fastest, then depth, then input dimension.
   *
   * @param grid where they were asked for
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if they are too many to hold, or a size
   *     is not allowed
   */
  public List<Widths> all(Value grid) {
    Set<Widths> distinct = new LinkedHashSet<>();
    long count = 0;
    long layers = 0;
    for (int width : widths) {
      List<Integer> inputs = inputDims.apply(width);
      List<Integer> deep = depths.apply(width);
      long combined = (long) inputs.size() * outputs.size();
      count += combined * deep.size();
      checkCount(grid, count);
      layers += combined * deep.stream().mapToLong(depth -> depth + 1L).sum();
      Layers.check(grid, layers);
      addAll(width, inputs, deep, distinct);
    }
    return List.copyOf(distinct);
  }

  private void addAll(int width, List<Integer> inputs, List<Integer> deep, Set<Widths> distinct) {
    for (int inputDim : inputs) {
      for (int depth : deep) {
        for (int output : outputs) {
          distinct.add(widths(inputDim, width, depth, output));
        }
      }
    }
  }

  private static Widths widths(int inputDim, int width, int depth, int output) {
    if (output == 1) {
      return Widths.constant(inputDim, width, depth);
    }
    int[] widths = Widths.constant(inputDim, width, depth).toArray();
    widths[depth] = output;
    return Widths.of(widths);
  }

  private static void checkCount(Value grid, long count) {
    if (count > MOST) {
      throw grid.error(
          String.format(
              Locale.ROOT,
              "has more than %,d combinations of width, depth and input_dim or their ratios",
              MOST));
    }
  }
}
