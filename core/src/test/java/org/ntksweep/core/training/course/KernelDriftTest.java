package org.ntksweep.core.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

@DisplayName("How far kernels have moved")
class KernelDriftTest {
  private static final Offset<Double> ROUNDING = within(1e-14);
  private static final Examples TWO_CLASSES =
      Examples.of(new double[][] {{1}, {2}}, new double[][] {{1, 0}, {0, 1}}, new double[] {0, 1});

  private static KernelDrift drift() {
    Method method = new Method.Flow(1, 1e-6, List.of(0.0, 1.0));
    Training training = new Training(Loss.MEAN, method, StopRule.NEVER, LazyScale.NONE, 2);
    return new KernelDrift(TWO_CLASSES, training, Precision.DOUBLE);
  }

  /** From {@code 2 1; 1 2} to {@code 3 0; 0 3}: norms sqrt 10 and sqrt 18, inner product 12. */
  private static void check(TrainingRecord record, double unit) {
    assertThat(record.get(Quantity.CHANGE)).isCloseTo(Math.sqrt(4 / 10.0), ROUNDING);
    assertThat(record.get(Quantity.KERNEL_COSINE)).isCloseTo(12 / Math.sqrt(180), ROUNDING);
    assertThat(record.get(Quantity.CONDITION)).isCloseTo(1, ROUNDING);
    assertThat(record.get(Quantity.ALIGNMENT)).isCloseTo(1, ROUNDING);
    assertThat(record.get(Quantity.KERNEL_NORM) / unit).isCloseTo(Math.sqrt(18), ROUNDING);
    assertThat(record.get(Quantity.EIGENVALUE_MAX) / unit).isCloseTo(3, ROUNDING);
    assertThat(record.get(Quantity.MEAN_DIAGONAL) / unit).isCloseTo(3, ROUNDING);
    assertThat(record.get(Quantity.OTHER_CLASS)).isZero();
  }

  /** Squares of entries leave the range of a double long before entries do. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-178, 1e-300, 1e300})
  void isWhatItIsInAnyUnit(double unit) {
    KernelDrift drift = drift();
    TrainingRecord record = new TrainingRecord(1, 1);
    drift.begin(times(unit, 2, 1, 2));
    drift.record(times(unit, 3, 0, 3), record);
    check(record, unit);
  }

  /** Beyond that range norms are 0 or infinite, and what has no unit stays. */
  @ParameterizedTest
  @ValueSource(ints = {0, -600, 900, -3000, 3000})
  void entriesMayBeBeyondDoubles(int exponent) {
    KernelDrift drift = drift();
    TrainingRecord record = new TrainingRecord(1, 1);
    drift.begin(kernel(exponent, 2, 1, 2));
    drift.record(kernel(exponent, 3, 0, 3), record);
    if (Math.abs(exponent) < 1000) {
      check(record, Math.scalb(1.0, exponent));
    } else {
      assertThat(record.get(Quantity.CHANGE)).isCloseTo(Math.sqrt(4 / 10.0), ROUNDING);
      assertThat(record.get(Quantity.ALIGNMENT)).isCloseTo(1, ROUNDING);
      double norm = exponent < 0 ? 0 : Double.POSITIVE_INFINITY;
      assertThat(record.get(Quantity.KERNEL_NORM)).isEqualTo(norm);
      assertThat(record.get(Quantity.MEAN_DIAGONAL)).isEqualTo(norm);
    }
  }

  private static double[] times(double unit, double... entries) {
    return Arrays.stream(entries).map(entry -> unit * entry).toArray();
  }

  private static KernelMatrix kernel(int exponent, double a, double b, double c) {
    KernelMatrix kernel = new KernelMatrix(2);
    kernel.weight(0, 0).add(a, exponent);
    kernel.weight(0, 1).add(b, exponent);
    kernel.weight(1, 1).add(c, exponent);
    return kernel;
  }
}
