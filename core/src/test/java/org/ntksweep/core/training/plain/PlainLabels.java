package org.ntksweep.core.training.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
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

  void checkKernel(TrainingRecord record, double[][] kernel) {
    double norm2 = 0;
    double targets = 0;
    double both = 0;
    double same = 0;
    double diagonal = 0;
    double[] sums = new double[classes];
    int[] pairs = new int[classes];
    for (int i = 0; i < kernel.length; i++) {
      diagonal += kernel[i][i] / kernel.length;
      for (int j = 0; j < kernel.length; j++) {
        double product = 0;
        for (int k = 0; k < examples.outputs(); k++) {
          product += examples.target(i, k) * examples.target(j, k);
        }
        norm2 += kernel[i][j] * kernel[i][j];
        targets += product * product;
        both += kernel[i][j] * product;
        if (i != j && classOf[i] == classOf[j]) {
          sums[classOf[i]] += kernel[i][j];
          pairs[classOf[i]]++;
        }
      }
    }
    int counted = 0;
    for (int c = 0; c < classes; c++) {
      same += pairs[c] > 0 ? sums[c] / pairs[c] : 0;
      counted += pairs[c] > 0 ? 1 : 0;
    }
    double nan = Double.NaN;
    near(record, Quantity.ALIGNMENT, both / Math.sqrt(norm2 * targets), 1);
    near(record, Quantity.MEAN_DIAGONAL, areClasses ? diagonal : nan, diagonal);
    near(record, Quantity.SAME_CLASS, areClasses ? same / counted : nan, diagonal);
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
