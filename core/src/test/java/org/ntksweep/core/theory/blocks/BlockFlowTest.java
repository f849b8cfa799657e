package org.ntksweep.core.theory.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The block-structured gradient flow")
class BlockFlowTest {
  private static final BlockKernel KERNEL = BlockStarts.KERNEL;

  /** The oracle moves every example by the kernel matrix of all pairs, in 20,000 steps. */
  @Test
  void isThatOfTheKernelOfAllExamples() {
    AllExamples examples = AllExamples.random(new SplittableRandom(3));
    BlockState start = examples.state();
    examples.flow(2, 20_000);
    BlockFlow flow = BlockStarts.flow();
    BlockState end = flow.after(2, start);
    assertSame(end.weights(), examples.state().weights());
    assertSame(end.means(), examples.state().means());
    assertSame(end.deviations(), examples.state().deviations());
    assertThat(end.biases()).containsExactly(examples.state().biases(), within(1e-9));
    assertThat(flow.loss(end)).isCloseTo(examples.loss(), within(1e-9));
    assertThat(flow.loss(end)).isLessThan(0.2 * flow.loss(start));
  }

  private static void assertSame(double[][] one, double[][] other) {
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).containsExactly(other[i], within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void conservesTheInvariant(long seed) {
    BlockState start = BlockStarts.random(new SplittableRandom(seed));
    OuterProductSum first = invariant(start, 1);
    for (double time : new double[] {0.1, 1, 10, 100}) {
      OuterProductSum change = invariant(BlockStarts.flow().after(time, start), 1);
      change.add(-1, first);
      assertThat(change.norm() / first.norm()).as("at %s", time).isLessThan(1e-10);
    }
  }

  /** Of the NTK parametrization, and with biases that stay. */
  @Test
  void conservesTheInvariantAtOtherRatesOfTheLastLayer() {
    BlockState start = BlockStarts.random(new SplittableRandom(6));
    BlockFlow flow = new BlockFlow(KERNEL, 0.25, 0, BlockStarts.oneHot());
    OuterProductSum change = invariant(flow.after(10, start), 0.25);
    OuterProductSum first = invariant(start, 0.25);
    change.add(-1, first);
    assertThat(change.norm() / first.norm()).isLessThan(1e-10);
    assertThat(flow.after(10, start).biases()).containsOnly(0);
  }

  /** E by the products as they are written. */
  private static OuterProductSum invariant(BlockState state, double weightFactor) {
    OuterProductSum e = new OuterProductSum(BlockStarts.FEATURES);
    e.add(1 / (weightFactor * BlockStarts.PER_CLASS), state.weights());
    for (int c = 0; c < BlockStarts.CLASSES; c++) {
      e.add(-1 / KERNEL.ofClass(), state.means()[c]);
    }
    double[] sum = new double[BlockStarts.FEATURES];
    for (double[] mean : state.means()) {
      for (int p = 0; p < sum.length; p++) {
        sum[p] += mean[p];
      }
    }
    e.add(KERNEL.alpha() / KERNEL.ofClass(), sum);
    e.add(-1 / KERNEL.single(), state.within());
    double norm =
        BlockInvariant.of(state.weights(), state.means(), state.within(), KERNEL, weightFactor)
            .norm();
    assertThat(norm).isCloseTo(e.norm(), within(1e-12 * norm));
    return e;
  }

  /** Last weights that stay, orthogonal ones of norm w: three rates, w^2 times the eigenvalues. */
  @Test
  void hasTheThreeRates() {
    SplittableRandom random = new SplittableRandom(4);
    double w2 = 0.49;
    double[][] weights = new double[BlockStarts.CLASSES][BlockStarts.FEATURES];
    for (int k = 0; k < BlockStarts.CLASSES; k++) {
      weights[k][2 * k] = Math.sqrt(w2);
    }
    BlockState any = BlockStarts.random(random);
    BlockState start = new BlockState(weights, any.biases(), any.means(), any.deviations());
    BlockFlow flow = new BlockFlow(KERNEL, 0, 0, BlockStarts.oneHot());
    double time = 0.7;
    Residuals before = Residuals.of(flow, start);
    Residuals after = Residuals.of(flow, flow.after(time, start));
    assertDecay(after.global / before.global, w2 * KERNEL.global() * time);
    assertDecay(after.ofClass / before.ofClass, w2 * KERNEL.ofClass() * time);
    assertDecay(after.single / before.single, w2 * KERNEL.single() * time);
  }

  private static void assertDecay(double left, double exponent) {
    assertThat(-StrictMath.log(left)).isCloseTo(exponent, within(1e-9));
  }

  /** The norms of the three parts of the residual of the examples. */
  private record Residuals(double global, double ofClass, double single) {
    static Residuals of(BlockFlow flow, BlockState state) {
      double global = 0;
      double ofClass = 0;
      double single = 0;
      double[][] r1 = flow.residuals(state);
      for (int k = 0; k < r1.length; k++) {
        double mean = (r1[k][0] + r1[k][1] + r1[k][2]) / 3;
        global += mean * mean;
        for (double r : r1[k]) {
          ofClass += (r - mean) * (r - mean);
        }
        for (double[] deviation : state.deviations()) {
          double answer = 0;
          for (int p = 0; p < deviation.length; p++) {
            answer += state.weights()[k][p] * deviation[p];
          }
          single += answer * answer;
        }
      }
      return new Residuals(Math.sqrt(global), Math.sqrt(ofClass), Math.sqrt(single));
    }
  }

  @Test
  void eigenvaluesAreThoseOfTheMatrix() {
    double[][] k = AllExamples.kernel(KERNEL);
    assertEigen(k, i -> 1, KERNEL.global());
    assertEigen(k, i -> i < 4 ? 1 : i < 8 ? -1 : 0, KERNEL.ofClass());
    assertEigen(k, i -> i == 5 ? 1 : i == 7 ? -1 : 0, KERNEL.single());
  }

  private static void assertEigen(double[][] matrix, IntToDoubleFunction vector, double value) {
    for (int i = 0; i < matrix.length; i++) {
      double image = 0;
      for (int j = 0; j < matrix.length; j++) {
        image += matrix[i][j] * vector.applyAsDouble(j);
      }
      assertThat(image).isCloseTo(value * vector.applyAsDouble(i), within(1e-12));
    }
  }

  @Test
  void takesNoKernelThatIsNone() {
    BlockKernel none = new BlockKernel(1, 2, 0, 3, 4);
    assertThatThrownBy(() -> new BlockFlow(none, 1, 1, BlockStarts.oneHot()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have eigenvalues of at least 0");
  }

  @Test
  void leavesItsStartAlone() {
    BlockState start = BlockStarts.random(new SplittableRandom(5));
    double[] before = start.toVector();
    BlockStarts.flow().after(1, start);
    assertThat(start.toVector()).isEqualTo(before);
    assertThat(BlockStarts.flow().after(0, start).toVector()).isEqualTo(before);
  }
}
