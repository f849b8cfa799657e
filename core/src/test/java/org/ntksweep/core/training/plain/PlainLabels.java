package org.ntksweep.core.training.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.observe.collapse.PlainCollapse;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

/** What labels have of kernels and features, by plain loops, for records to be held against. */
final class PlainLabels {
  private final Examples examples;
  private final int[] classOf;
  private final int classes;
  private final boolean areClasses;

  PlainLabels(Examples examples) {
    this.examples = examples;
    boolean one = examples.outputs() == 1;
    classes = one ? 2 : examples.outputs();
    classOf = new int[examples.count()];
    for (int i = 0; i < classOf.length; i++) {
      for (int k = 0; k < examples.outputs(); k++) {
        classOf[i] = examples.target(i, k) > 0 ? (one ? 1 : k) : classOf[i];
      }
    }
    areClasses =
        !one
            || IntStream.range(0, classOf.length)
                .allMatch(i -> Math.abs(examples.target(i, 0)) == 1);
  }

  private static void near(TrainingRecord record, Quantity quantity, double value, double size) {
    if (Double.isNaN(value)) {
      assertThat(record.get(quantity)).as(quantity.label()).isNaN();
    } else {
      assertThat(record.get(quantity)).as(quantity.label()).isCloseTo(value, within(1e-7 * size));
    }
  }

  /** The three means of a kernel, and its alignment. */
  private record Structure(double diagonal, double same, double other, double alignment) {}

  private double product(int i, int j) {
    double product = 0;
    for (int k = 0; k < examples.outputs(); k++) {
      product += examples.target(i, k) * examples.target(j, k);
    }
    return product;
  }

  private Structure of(double[][] kernel) {
    double norm2 = 0;
    double targets = 0;
    double both = 0;
    double diagonal = 0;
    double[][] sums = new double[classes][classes];
    int[][] pairs = new int[classes][classes];
    for (int i = 0; i < kernel.length; i++) {
      diagonal += kernel[i][i] / kernel.length;
      for (int j = 0; j < kernel.length; j++) {
        norm2 += kernel[i][j] * kernel[i][j];
        targets += product(i, j) * product(i, j);
        both += kernel[i][j] * product(i, j);
        if (i != j) {
          sums[classOf[i]][classOf[j]] += kernel[i][j];
          pairs[classOf[i]][classOf[j]]++;
        }
      }
    }
    double[] mean = new double[2];
    int[] counted = new int[2];
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d < classes; d++) {
        int kind = c == d ? 0 : 1;
        mean[kind] += pairs[c][d] > 0 ? sums[c][d] / pairs[c][d] : 0;
        counted[kind] += pairs[c][d] > 0 ? 1 : 0;
      }
    }
    double alignment = both / Math.sqrt(norm2 * targets);
    return areClasses
        ? new Structure(diagonal, mean[0] / counted[0], mean[1] / counted[1], alignment)
        : new Structure(Double.NaN, Double.NaN, Double.NaN, alignment);
  }

  void checkKernel(TrainingRecord record, double[][] kernel) {
    Structure of = of(kernel);
    near(record, Quantity.ALIGNMENT, of.alignment, 1);
    near(record, Quantity.MEAN_DIAGONAL, of.diagonal, of.diagonal);
    near(record, Quantity.SAME_CLASS, of.same, of.diagonal);
    near(record, Quantity.OTHER_CLASS, of.other, of.diagonal);
  }

  void checkFeatures(TrainingRecord record, double[][] traced, int features) {
    Structure of = of(traced);
    near(record, Quantity.FEATURES_ALIGNMENT, of.alignment, 1);
    near(record, Quantity.KAPPA_D, of.diagonal / features, of.diagonal / features);
    near(record, Quantity.KAPPA_C, of.same / features, of.diagonal / features);
    near(record, Quantity.KAPPA_N, of.other / features, of.diagonal / features);
  }

  /** The norms of the blocks of outputs, or of features. */
  static void checkPairs(
      TrainingRecord record,
      double[][][][] blocks,
      Quantity own,
      Quantity across,
      Quantity share,
      KernelEntries entries) {
    double[] sums = new double[2];
    double[] squares = new double[2];
    int pairs = blocks.length * (blocks.length - 1);
    for (int k = 0; k < blocks.length; k++) {
      for (int s = 0; s < blocks.length; s++) {
        double norm2 = 0;
        for (double[] row : blocks[k][s]) {
          norm2 += Arrays.stream(row).map(x -> x * x).sum();
        }
        sums[k == s ? 0 : 1] += Math.sqrt(norm2);
        squares[k == s ? 0 : 1] += norm2;
      }
    }
    near(record, own, sums[0] / blocks.length, sums[0]);
    near(record, across, sums[1] / pairs, sums[0]);
    double shared = squares[1] / (squares[0] + squares[1]);
    near(record, share, pairs == 0 ? Double.NaN : shared, 1);
    assertThat(record.entries(entries)).hasSize(blocks.length * (blocks.length + 1) / 2);
  }

  void checkCollapse(
      TrainingRecord record, double[][] h, double[][] w, double[][] outputs, boolean learns) {
    boolean seen = areClasses && learns;
    double nan = Double.NaN;
    PlainCollapse plain = new PlainCollapse(h, classOf, classes);
    double[][] rows =
        w.length > 1 ? w : new double[][] {Arrays.stream(w[0]).map(v -> -v).toArray(), w[0]};
    double nc1 = plain.variability();
    double nc1Std = plain.deviation();
    near(record, Quantity.NC1, seen ? nc1 : nan, nc1 + 1e-6);
    near(record, Quantity.NC1_STD, seen ? nc1Std : nan, nc1Std);
    near(record, Quantity.NC2_NORMS, seen ? plain.normVariation() : nan, 1);
    near(record, Quantity.NC2_ANGLES, seen ? plain.angleError() : nan, 1);
    near(record, Quantity.NC2, seen ? plain.simplexError() : nan, 1);
    near(record, Quantity.NC3, seen ? plain.dualityError(rows) : nan, 1);
    double nc4 = plain.notNearest(i -> answered(outputs[i]));
    near(record, Quantity.NC4, seen ? nc4 : nan, 1);
    double cdnv = plain.distances();
    near(record, Quantity.CDNV, seen ? cdnv : nan, cdnv);
    double means = plain.classMeansNorm();
    near(record, Quantity.CLASS_MEANS_NORM, seen ? means : nan, means);
    double left = plain.withinClassNorm();
    near(record, Quantity.WITHIN_CLASS_NORM, seen ? left : nan, means);
    double global = plain.globalMeanNorm();
    near(record, Quantity.GLOBAL_MEAN_NORM, seen ? global : nan, global);
  }

  /** Those of test examples, by their own means, and by those of the examples of training. */
  static void checkTest(
      TrainingRecord record,
      PlainLabels training,
      PlainLabels test,
      double[][] h,
      double[][] testH,
      double[][] testOutputs,
      boolean learns) {
    boolean seen = training.areClasses && test.areClasses && learns;
    double nan = Double.NaN;
    PlainCollapse own = new PlainCollapse(testH, test.classOf, test.classes);
    double nc1 = own.variability();
    near(record, Quantity.TEST_NC1, seen ? nc1 : nan, nc1 + 1e-6);
    double deviation = own.deviation();
    near(record, Quantity.TEST_NC1_STD, seen ? deviation : nan, deviation + 1e-6);
    double cdnv = own.distances();
    near(record, Quantity.TEST_CDNV, seen ? cdnv : nan, cdnv + 1e-6);
    PlainCollapse trained = new PlainCollapse(h, training.classOf, training.classes);
    double nc4 = trained.notNearest(testH, i -> answered(testOutputs[i]));
    near(record, Quantity.TEST_NC4, seen ? nc4 : nan, 1);
  }

  private static int answered(double[] output) {
    if (output.length == 1) {
      return output[0] > 0 ? 1 : 0;
    }
    int largest = 0;
    for (int k = 1; k < output.length; k++) {
      largest = output[k] > output[largest] ? k : largest;
    }
    return largest;
  }
}
