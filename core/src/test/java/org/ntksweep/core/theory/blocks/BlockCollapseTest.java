package org.ntksweep.core.theory.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three classes of four examples with eight features; Theorem 5.2 of Seleznova et al. (2023). */
@DisplayName("Features collapse in the block-structured flow")
class BlockCollapseTest {
  private static final int C = BlockStarts.CLASSES;

  /** NC1 to NC3 in the limit, and the norms that (58) has. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whereTheInvariantIsZero(long seed) {
    BlockState start = BalancedStarts.centered(new SplittableRandom(seed));
    assertThat(invariant(start).norm()).isLessThan(1e-12);
    BlockState end = BlockStarts.flow().after(100, start);
    assertThat(Rows.norm(start.deviations())).isGreaterThan(0.5);
    assertThat(Rows.norm(end.deviations())).isLessThan(1e-9);
    double size = Math.sqrt(BlockStarts.PER_CLASS / BlockStarts.KERNEL.ofClass());
    assertNear(products(end.weights()), Rows.simplex(C, size, 1.0 / C));
    assertNear(products(end.means()), Rows.simplex(C, 1 / size, 1.0 / C));
    double ratio = Rows.norm(end.weights()) / Rows.norm(end.means());
    assertNear(end.weights(), Rows.plus(new double[C][8], ratio, end.means()));
    assertThat(end.biases()).containsExactly(new double[] {1. / 3, 1. / 3, 1. / 3}, within(1e-9));
    assertThat(invariant(end).alignment()).isCloseTo(1, within(1e-12));
  }

  /** The answers to examples of a class become the same; the features never do. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void notFromARandomStart(long seed) {
    BlockState start = BlockStarts.random(new SplittableRandom(seed));
    BlockState end = BlockStarts.flow().after(200, start);
    double[][] answers = Rows.times(end.weights(), Rows.transpose(end.deviations()));
    assertThat(Rows.norm(answers)).isLessThan(1e-9);
    assertThat(Rows.norm(end.deviations())).isGreaterThan(0.5 * Rows.norm(start.deviations()));
    assertThat(invariant(end).alignment()).isLessThan(0.9);
  }

  private static BlockInvariant invariant(BlockState state) {
    return BlockInvariant.of(state.weights(), state.means(), state.within(), BlockStarts.KERNEL, 1);
  }

  private static double[][] products(double[][] rows) {
    return Rows.times(rows, Rows.transpose(rows));
  }

  private static void assertNear(double[][] found, double[][] expected) {
    assertThat(Rows.norm(Rows.plus(found, -1, expected))).isLessThan(1e-8);
  }
}
