package org.ntksweep.core.observe.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The blocks of classes in a kernel")
class KernelBlocksTest {
  private static final int[] LABELS = {7, 2, 7, 7, -1, 2, 7, 5, 2, -1};

  private static double[] random(int order) {
    return new Random(4).doubles(order * (order + 1) / 2, -1, 3).toArray();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
  }

  /** Of every kind of entry, block by block, what is at pairs, both ways round. */
  private static double[] byDoubleLoops(double[][] kernel, int[] labels) {
    List<Double> diagonal = new ArrayList<>();
    List<Double> same = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int a : new int[] {-1, 2, 5, 7}) {
      for (int b : new int[] {-1, 2, 5, 7}) {
        List<Double> block = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
          for (int j = 0; j < labels.length; j++) {
            if (labels[i] == a && labels[j] == b && i != j) {
              block.add(kernel[i][j]);
            }
          }
        }
        if (!block.isEmpty()) {
          (a == b ? same : other).add(mean(block));
        }
      }
    }
    for (int i = 0; i < labels.length; i++) {
      diagonal.add(kernel[i][i]);
    }
    return new double[] {mean(diagonal), mean(same), mean(other)};
  }

  private static double[][] square(double[] triangle, int order) {
    double[][] square = new double[order][order];
    int p = 0;
    for (int i = 0; i < order; i++) {
      for (int j = i; j < order; j++) {
        square[i][j] = triangle[p];
        square[j][i] = triangle[p++];
      }
    }
    return square;
  }

  private static double[][] squaredDeviations(double[][] kernel, double[] means) {
    double[][] squares = new double[kernel.length][kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        double mean = i == j ? means[0] : LABELS[i] == LABELS[j] ? means[1] : means[2];
        squares[i][j] = (kernel[i][j] - mean) * (kernel[i][j] - mean);
      }
    }
    return squares;
  }

  @Test
  void meansAndDeviationsAreThoseOfDoubleLoops() {
    double[] triangle = random(LABELS.length);
    double[][] kernel = square(triangle, LABELS.length);
    double[] means = byDoubleLoops(kernel, LABELS);
    double[] variances = byDoubleLoops(squaredDeviations(kernel, means), LABELS);
    KernelBlocks blocks = new KernelBlocks(LABELS);

    BlockMeans found = blocks.means(triangle);
    assertThat(found.diagonal()).isCloseTo(means[0], within(1e-14));
    assertThat(found.sameClass()).isCloseTo(means[1], within(1e-14));
    assertThat(found.otherClass()).isCloseTo(means[2], within(1e-14));
    BlockMeans deviations = blocks.deviations(triangle, found);
    assertThat(deviations.diagonal()).isCloseTo(Math.sqrt(variances[0]), within(1e-14));
    assertThat(deviations.sameClass()).isCloseTo(Math.sqrt(variances[1]), within(1e-14));
    assertThat(deviations.otherClass()).isCloseTo(Math.sqrt(variances[2]), within(1e-14));
  }

  @Test
  void aKernelOfBlocksHasNoDeviation() {
    int[] labels = {0, 1, 1, 0, 1};
    double[] kernel = new double[15];
    int p = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = i; j < 5; j++) {
        kernel[p++] = i == j ? 4 : labels[i] == labels[j] ? 2 : -0.5;
      }
    }
    KernelBlocks blocks = new KernelBlocks(labels);

    assertThat(blocks.means(kernel)).isEqualTo(new BlockMeans(4, 2, -0.5));
    assertThat(blocks.deviations(kernel, blocks.means(kernel))).isEqualTo(new BlockMeans(0, 0, 0));
  }

  @Test
  void whatHasNoPairsHasNoMean() {
    BlockMeans oneClass = new KernelBlocks(3, 3).means(new double[] {1, 2, 5});
    assertThat(oneClass).isEqualTo(new BlockMeans(3, 2, Double.NaN));
    BlockMeans oneOfEach = new KernelBlocks(3, 4).means(new double[] {1, 2, 5});
    assertThat(oneOfEach).isEqualTo(new BlockMeans(3, Double.NaN, 2));
  }

  @Test
  void deviationsDoNotLeaveTheRange() {
    double[] kernel = {1e200, 2e200, 3e200, 4e200, 6e200, 5e200};
    KernelBlocks blocks = new KernelBlocks(0, 0, 1);
    BlockMeans deviations = blocks.deviations(kernel, blocks.means(kernel));
    assertThat(deviations.otherClass()).isCloseTo(1.5e200, within(1e186));
  }
}
